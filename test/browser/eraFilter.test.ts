import { describe, expect } from "vitest";
import { follow, test, type WatchedPage } from "./browser.ts";

/** Names of the charts of release years that can be seen. */
const shown = (page: WatchedPage) =>
  page.$$eval(".eras svg.plot", (drawings) =>
    drawings
      .filter((svg) => svg.checkVisibility())
      .map((svg) => svg.getAttribute("aria-label") ?? ""),
  );

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("the era filter %s", (_, javaScriptEnabled) => {
  test("shows one chart, chosen by the address, and the back button undoes the choice", async ({
    newPage,
  }) => {
    const page = await newPage({ javaScriptEnabled });
    await page.goto("");
    expect(await shown(page)).toEqual(["Films by year of release"]);

    const eras = page.getByRole("navigation", { name: "Era of the chart" }).getByRole("link");
    const [all, first, second] = await eras.all();
    if (!all || !first || !second) throw new Error("The sample has at least two eras.");

    await follow(page, first);
    const address = page.url();
    expect(address).toMatch(/#era-\w+/);
    const [chart] = await shown(page);
    expect(await shown(page)).toEqual([expect.stringMatching(/^Films by year of release, /)]);

    await follow(page, second);
    expect(await shown(page)).toHaveLength(1);
    expect(await shown(page)).not.toEqual([chart]);

    await page.goBack();
    expect(page.url()).toBe(address);
    expect(await shown(page)).toEqual([chart]);

    await page.reload();
    expect(await shown(page)).toEqual([chart]);

    await follow(page, all);
    expect(await shown(page)).toEqual(["Films by year of release"]);
  });
});

test("the numbers beside the eras are those of their charts and add up to the whole", async ({
  page,
}) => {
  await page.goto("");
  const eras = await page.$$eval(".era-links a", (links) =>
    links.map((link) => ({
      id: link.getAttribute("href") ?? "",
      count: Number(link.querySelector(".small")?.textContent?.replaceAll(",", "")),
    })),
  );
  for (const { id, count } of eras) {
    const films = await page.$$eval(`${id} tbody tr td:nth-child(2)`, (cells) =>
      cells.reduce((sum, cell) => sum + Number(cell.textContent), 0),
    );
    expect({ id, films }).toEqual({ id, films: count });
  }
  const [all, ...others] = eras;
  expect(others.reduce((sum, { count }) => sum + count, 0)).toBe(all?.count);
});
