import { describe, expect, inject } from "vitest";
import { follow, test, type WatchedPage } from "./browser.ts";

const pathOf = (page: WatchedPage) => new URL(page.url()).pathname;

const heading = (page: WatchedPage) => page.getByRole("heading", { level: 1 }).innerText();

describe("a reader", () => {
  test("goes from the dashboard to a genre, a film, its director and a year, and back again", async ({
    page,
  }) => {
    await page.goto("");
    await follow(
      page,
      page.locator("main").getByRole("link", { name: "Drama", exact: true }).first(),
    );
    expect(pathOf(page)).toMatch(/^\/genres\/drama[^/]*\/$/);
    expect(await heading(page)).toMatch(/^Drama, in \d+% of your films/);

    await follow(
      page,
      page.locator("main").getByRole("link", { name: "Cléo from 5 to 7" }).first(),
    );
    expect(pathOf(page)).toBe("/films/cleo-from-5-to-7-1962/");

    await follow(page, page.locator("main").getByRole("link", { name: "Agnès Varda" }).first());
    expect(pathOf(page)).toMatch(/^\/people\/agnes-varda-\d+\/$/);
    expect(await heading(page)).toBe("Agnès Varda");

    await follow(
      page,
      page.locator("main").getByRole("link", { name: "Cléo from 5 to 7" }).first(),
    );
    await follow(page, page.getByRole("link", { name: "21 June 2021", exact: true }).first());
    expect(pathOf(page)).toBe("/diary/2021/");
    expect(new URL(page.url()).hash).toBe("#d2021-06-21");

    await follow(page, page.locator("main").getByRole("link", { name: "Diary", exact: true }));
    expect(pathOf(page)).toBe("/diary/");

    for (const path of [/^\/diary\/2021/, /^\/films\/cleo/, /^\/people/, /^\/films\/cleo/]) {
      await page.goBack();
      expect(pathOf(page)).toMatch(path);
    }
    await page.goBack();
    await page.goBack();
    expect(pathOf(page)).toBe("/");
  });

  test("finds every section in the navigation, which says where one is", async ({ page }) => {
    await page.goto("");
    const navigation = page.getByRole("navigation", { name: "Main" });
    const names = await navigation.getByRole("link").allInnerTexts();
    expect(names).toEqual(expect.arrayContaining(["Films", "Genres", "Directors", "Timeline"]));
    for (const name of names) {
      await follow(page, navigation.getByRole("link", { name, exact: true }));
      expect(await navigation.locator("[aria-current=page]").allInnerTexts()).toEqual([name]);
      expect(await heading(page)).not.toBe("");
    }
    await follow(page, page.locator(".masthead-title"));
    expect(pathOf(page)).toBe("/");
    expect(await navigation.locator("[aria-current=page]").count()).toBe(0);
  });

  test("finds all sections in the menu", async ({ page }) => {
    await page.goto("");
    await page.getByRole("button", { name: "Menu" }).click();
    const menu = page.getByRole("navigation", { name: "All sections" });
    await follow(page, menu.getByRole("link", { name: "Keywords" }));
    expect(pathOf(page)).toBe("/keywords/");
    const line = page.getByRole("navigation", { name: "Main" });
    expect(await line.locator("[aria-current=page]").allInnerTexts()).toEqual(["Keywords"]);
  });

  test("who took a wrong turn is told so and led on", async ({ newPage }) => {
    const page = await newPage();
    const response = await page.goto("films/no-such-film-1900/");
    expect(response?.status()).toBe(404);
    // The page that was not found is the one complaint there may be.
    expect(page.complaints.splice(0).every((text) => text.includes("404"))).toBe(true);
    await follow(page, page.getByRole("main").getByRole("link", { name: "dashboard" }));
    expect(page.url()).toBe(inject("siteUrl"));
  });
});

describe("on a phone", () => {
  test.for([true, false])(
    "the menu opens from one word and holds the newest year, with scripts: %s",
    async (javaScriptEnabled, { newPage }) => {
      const page = await newPage({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
      await page.goto("");
      const navigation = page.getByRole("navigation", { name: "All sections" });
      expect(await navigation.isVisible()).toBe(false);
      await page.getByRole("button", { name: "Menu" }).click();
      const links = await navigation.getByRole("link").all();
      expect(links.length).toBeGreaterThanOrEqual(6);
      for (const link of links) {
        const box = await link.boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= 390 && box.height >= 24).toBe(true);
      }
      await page.keyboard.press("Escape");
      expect(await navigation.isVisible()).toBe(false);
      await page.getByRole("button", { name: "Menu" }).click();
      // The last day of the sample's diary is in 2026.
      await follow(page, navigation.getByRole("link", { name: "2026" }));
      expect(pathOf(page)).toBe("/timeline/2026/");
      await page.getByRole("button", { name: "Menu" }).click();
      expect(await navigation.locator("[aria-current=page]").allInnerTexts()).toEqual(["2026"]);
    },
  );

  test("the page of another year is below the timeline", async ({ newPage }) => {
    const page = await newPage({ viewport: { width: 390, height: 844 } });
    await page.goto("timeline/2024/");
    await page.getByRole("button", { name: "Menu" }).click();
    const navigation = page.getByRole("navigation", { name: "All sections" });
    expect(await navigation.locator("[aria-current=page]").allInnerTexts()).toEqual(["Timeline"]);
  });
});

describe("the search", () => {
  const hit = (page: WatchedPage, name: string) =>
    page.locator(".finder").getByRole("link", { name, exact: true });

  test("finds films by a part of their title, ignoring accents, and keeps the search in the address", async ({
    page,
  }) => {
    await page.goto("search/");
    await page.getByRole("searchbox").fill("cleo from");
    await hit(page, "Cléo from 5 to 7").waitFor();
    expect(new URL(page.url()).searchParams.get("q")).toBe("cleo from");

    await page.reload();
    await hit(page, "Cléo from 5 to 7").waitFor();
    await follow(page, hit(page, "Cléo from 5 to 7"));
    expect(pathOf(page)).toBe("/films/cleo-from-5-to-7-1962/");
  });

  test("finds people, genres and years, words in any order", async ({ page }) => {
    await page.goto("search/");
    for (const [query, name] of [
      ["varda agnes", "Agnès Varda"],
      ["DRAMA", "Drama"],
      ["2024", "2024"],
    ] as const) {
      await page.getByRole("searchbox").fill(query);
      await hit(page, name).waitFor();
      expect(await page.locator(".finder a").first().innerText()).toBe(name);
    }
  });

  test("is walked with the arrow keys, and Enter takes the first", async ({ page }) => {
    await page.goto("search/");
    await page.getByRole("searchbox").fill("agnes v");
    await hit(page, "Agnès Varda").waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Agnès Varda");
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/people\/agnes-varda-\d+\/$/);
  });

  test("asks once, for one small file, and finds the films of films.json by name", async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith(".json")) asked.push(request.url());
    });
    await page.goto("films/");
    await page.getByRole("searchbox").pressSequentially("cleo");
    await hit(page, "Cléo from 5 to 7").waitFor();
    const response = await fetch(`${inject("siteUrl")}data/films.json`);
    const films: { name: string; path: string }[] = await response.json();
    expect(films.length).toBeGreaterThan(500);
    for (const { name, path } of films.filter((_, i) => i % 100 === 0)) {
      await page.getByRole("searchbox").fill(name);
      await page.locator(`.finder a[href$="${path}"]`).waitFor();
    }
    expect(asked).toEqual([`${inject("siteUrl")}finder.json`]);
  });

  test("says when its data cannot be loaded", async ({ newPage }) => {
    const page = await newPage();
    await page.route("**/finder.json", (route) => route.abort());
    await page.goto("search/");
    await page.getByRole("searchbox").fill("cleo");
    await page.getByRole("status").filter({ hasText: "could not be loaded" }).waitFor();
    page.complaints.splice(0);
  });

  test.for([390, 1280])(
    "has the focus on arrival at %i px, and the page its top",
    async (width, { newPage }) => {
      const page = await newPage({ viewport: { width, height: 844 } });
      await page.goto("search/");
      await page.locator(".finder input:focus").waitFor();
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.keyboard.type("kubrick");
      await hit(page, "Stanley Kubrick").waitFor();
    },
  );

  test("takes no focus on a page one comes to for its list, nor from who has it elsewhere", async ({
    page,
  }) => {
    const focused = async (path: string) => {
      await page.goto(path);
      await page.locator("astro-island:not([ssr])").waitFor({ state: "attached" });
      return await page.evaluate(() => document.activeElement?.className);
    };
    expect(await focused("films/")).toBe("");
    await page.addInitScript(() =>
      addEventListener("DOMContentLoaded", () =>
        document.querySelector<HTMLElement>(".masthead-title")?.focus(),
      ),
    );
    expect(await focused("search/")).toBe("masthead-title");
  });

  test("starts with the films seen last, and with nothing asked for", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto("search/", { waitUntil: "networkidle" });
    expect(await page.getByRole("status").innerText()).toBe("Seen last");
    const films = await page.locator(".finder a").allInnerTexts();
    expect(asked.filter((address) => address.endsWith(".json"))).toEqual([]);

    await page.goto("");
    const strip = await page.locator("#seen-last .strip-name").allInnerTexts();
    expect(films).toEqual([...new Set(strip)].slice(0, films.length));
    expect(films.length).toBeGreaterThan(5);
  });

  test("finds a word with one wrong letter, after exact hits", async ({ page }) => {
    await page.goto("search/");
    const status = page.getByRole("status");
    for (const [query, name] of [
      ["spielburg", "Steven Spielberg"],
      ["agnes vadra", "Agnès Varda"],
      ["kurosava", "Akira Kurosawa"],
    ] as const) {
      await page.getByRole("searchbox").fill(query);
      await hit(page, name).waitFor();
      expect(await page.locator(".finder a").first().innerText()).toBe(name);
      expect(await status.innerText()).toBe("Nothing is spelt like that. Close to it:");
    }
    await page.getByRole("searchbox").fill("spielberg");
    await status.filter({ hasText: /^1 found$/ }).waitFor();
  });

  test("is on the page of who took a wrong turn", async ({ newPage }) => {
    const page = await newPage();
    await page.goto("films/no-such-film-1900/");
    page.complaints.splice(0);
    await page.getByRole("searchbox").fill("cleo from");
    await follow(page, hit(page, "Cléo from 5 to 7"));
    expect(pathOf(page)).toBe("/films/cleo-from-5-to-7-1962/");
  });

  test("says when there is no such film", async ({ page }) => {
    await page.goto("films/");
    await page.getByRole("searchbox").fill("zzzz");
    await page.getByRole("status").filter({ hasText: "Nothing found" }).waitFor();
  });
});

describe("months and years in charts", () => {
  test("a month's bar links to that month, which lists as many viewings as the bar shows", async ({
    page,
  }) => {
    await page.goto("");
    const chart = page.getByRole("group", { name: "Viewings per month" });
    const bar = chart.getByRole("link", { name: /^October 2024: \d+ viewings/ });
    const [, count] = /: (\d+) viewings/.exec((await bar.getAttribute("aria-label")) ?? "") ?? [];
    await follow(page, bar);
    expect(new URL(page.url()).pathname).toBe("/diary/2024/");
    const month = page.locator(":target");
    expect(await month.getByRole("heading").innerText()).toContain("October 2024");
    expect(await month.getByRole("listitem").count()).toBe(Number(count));
    const box = await month.boundingBox();
    expect(box && box.y >= 0 && box.y < 900).toBe(true);
  });

  test("every link of every chart on the dashboard and the timeline has a target", async ({
    page,
  }) => {
    for (const path of ["", "timeline/", "timeline/2024/"]) {
      await page.goto(path);
      const links = await page.$$eval(".chart svg a", (anchors) =>
        anchors.map((a) => new URL(a.getAttribute("href") ?? "", location.href).href),
      );
      expect(links.length).toBeGreaterThan(10);
      const targets = Map.groupBy(new Set(links), (link) => link.split("#")[0] ?? "");
      for (const [address, places] of targets) {
        const html = await (await fetch(address)).text();
        const missing = places.filter((place) => {
          const anchor = place.split("#")[1];
          return anchor !== undefined && !html.includes(`id="${anchor}"`);
        });
        expect(missing).toEqual([]);
      }
    }
  });

  test("a year of release links to the films of that year", async ({ page }) => {
    await page.goto("");
    await follow(page, page.getByRole("link", { name: /^1962: \d+ films?$/ }));
    expect(pathOf(page)).toBe("/films/");
    expect(await page.locator(":target").getByRole("link").allInnerTexts()).toContain(
      "Cléo from 5 to 7",
    );
  });
});
