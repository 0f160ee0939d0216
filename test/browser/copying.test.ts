import { describe, expect, inject } from "vitest";
import { test } from "./browser.ts";

/** Of the sample, whose film without a year TMDB does not know. */
const line = "Low Tide (work in progress),,https://boxd.it/ewExp,none";

describe("a line to copy", () => {
  test("is on the clipboard after one press, and the button says so", async ({ newPage }) => {
    const page = await newPage({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto("about/matching/");
    const copied = page.locator(".copied").filter({ hasText: "Low Tide" });
    await copied.getByRole("button", { name: "Copy" }).click();
    await copied.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(line);

    const other = page.locator(".copied").filter({ hasText: "The Ferry" });
    await other.getByRole("button").click();
    await other.getByRole("button", { name: "Copied" }).waitFor();
    expect(await copied.getByRole("button").innerText()).toBe("Copy");
  });

  test("is selected where the browser refuses the clipboard", async ({ page }) => {
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = await session.send("Target.getTargetInfo");
    await session.send("Browser.setPermission", {
      permission: { name: "clipboard-write", allowWithoutSanitization: false },
      setting: "denied",
      origin: new URL(inject("siteUrl")).origin,
      ...(targetInfo.browserContextId && { browserContextId: targetInfo.browserContextId }),
    });
    await page.goto("about/matching/");
    const copied = page.locator(".copied").filter({ hasText: "Low Tide" });
    await copied.getByRole("button").click();
    await copied.getByRole("button", { name: "Selected" }).waitFor();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(line);
  });

  test("is there without scripts, with no button and its id in one piece at 320 px", async ({
    newPage,
  }) => {
    const page = await newPage({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    await page.goto("about/matching/");
    const codes = page.locator(".copied code");
    expect(await codes.first().innerText()).toBe(line);
    expect(await page.locator(".copied button").count()).toBe(0);
    const ids = await page.$$eval(".copied .nowrap", (all) =>
      all.map((id) => [id.textContent, id.getClientRects().length]),
    );
    expect(ids).toEqual([
      ["none", 1],
      ["none", 1],
    ]);
  });
});
