import { expect } from "vitest";
import { follow, test, type WatchedPage } from "./browser.ts";

/** Titles of the rows, and the column by which they are sorted. */
const order = (page: WatchedPage) =>
  page.$eval(".rank-table", (table) => ({
    names: Array.from(table.querySelectorAll("tbody th"), (name) => name.textContent?.trim() ?? ""),
    by: table.querySelector("th[aria-sort]")?.textContent?.trim(),
  }));
const head = (page: WatchedPage, name: string) =>
  page.locator(".rank-table thead").getByRole("link", { name });

test("a ranking is sorted by the head of a column, by keyboard too, in the order of its page without a script", async ({
  newPage,
}) => {
  const plain = await newPage({ javaScriptEnabled: false });
  await plain.goto("genres/");
  await follow(plain, head(plain, "Weighted"));
  expect(new URL(plain.url()).pathname).toMatch(/genres\/by-rating\/$/);
  const byRating = await order(plain);
  expect(byRating.by).toBe("Weighted");

  const page = await newPage({});
  await page.goto("genres/");
  const usual = await order(page);
  expect(usual.by).toBe("Films");
  await head(page, "Weighted").focus();
  await page.keyboard.press("Enter");
  expect(await order(page)).toEqual(byRating);
  expect(usual.names).not.toEqual(byRating.names);
  expect(page.url()).toMatch(/genres\/#by-rating$/);

  // The address can be shared, and the back button undoes the choice.
  await page.reload();
  expect(await order(page)).toEqual(byRating);
  await page.goBack();
  await expect.poll(() => order(page)).toEqual(usual);
});
