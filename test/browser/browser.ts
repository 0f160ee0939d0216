import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright";
import { test as base, expect, inject } from "vitest";

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A page that remembers what went wrong on it. */
export interface WatchedPage extends Page {
  /** Errors on the console, uncaught exceptions, failed requests and requests to other hosts. */
  complaints: string[];
}

/**
 * `newPage(options)` opens a page in a fresh profile, 1280 by 900 unless told. `keptPage(options)` is
 * for a test that only looks: tests before it have looked at other addresses in the same page, since a
 * profile takes Chromium longer than most of ours. Every page must have been free of complaints when
 * the test ends.
 */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of what a fixture needs
  .extend("browser", { scope: "worker" }, async ({}, { onCleanup }): Promise<Browser> => {
    const browser = await chromium.launch({ executablePath: inject("browserPath"), args });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("kept", { scope: "worker" }, () => new Map<string, WatchedPage>())
  .extend("newPage", async ({ browser }, { onCleanup }) => {
    const pages: WatchedPage[] = [];
    onCleanup(async () => {
      const complaints = pages.flatMap((page) => page.complaints);
      await Promise.all(pages.map((page) => page.context().close()));
      expect(complaints).toEqual([]);
    });
    return async (options: BrowserContextOptions = {}): Promise<WatchedPage> => {
      const page = await openPage(browser, options);
      pages.push(page);
      return page;
    };
  })
  .extend("keptPage", async ({ browser, kept }, { onCleanup }) => {
    const pages: WatchedPage[] = [];
    onCleanup(() => expect(pages.flatMap((page) => page.complaints.splice(0))).toEqual([]));
    return async (options: BrowserContextOptions = {}): Promise<WatchedPage> => {
      const key = JSON.stringify(options);
      const page = kept.get(key) ?? (await openPage(browser, options));
      kept.set(key, page);
      pages.push(page);
      // Others may have changed both.
      await page.setViewportSize(options.viewport ?? defaults.viewport);
      const { colorScheme = defaults.colorScheme } = options;
      await page.emulateMedia({ media: null, colorScheme });
      return page;
    };
  })
  .extend("page", ({ newPage }) => newPage());

const defaults = { viewport: { width: 1280, height: 900 }, colorScheme: "light" } as const;

async function openPage(browser: Browser, options: BrowserContextOptions): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL: inject("siteUrl"), ...defaults, ...options });
  return watch(await context.newPage());
}

/** Follows a link and waits until the browser is where it leads. */
export async function follow(page: Page, link: Locator): Promise<void> {
  const address = await link.evaluate(
    (element) => new URL(element.getAttribute("href") ?? "", location.href).href,
  );
  await link.click();
  await page.waitForURL(address);
}

function watch(page: Page): WatchedPage {
  const complaints: string[] = [];
  const origin = new URL(inject("siteUrl")).origin;
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      complaints.push(`${page.url()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) {
      complaints.push(`${page.url()} asks ${url.href}`);
    }
  });
  page.on("response", (response) => {
    if (response.status() >= 400) {
      complaints.push(`${page.url()}: ${response.status()} for ${response.url()}`);
    }
  });
  return Object.assign(page, { complaints });
}
