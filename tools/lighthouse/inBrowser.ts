import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import lighthouse, { type Result } from "lighthouse";
import { chromium } from "playwright";
import { findBrowser } from "../../test/browser/findBrowser.ts";

/**
 * Starts a Chromium and passes `work` a function with which Lighthouse tests an address like a phone on
 * slow 4G. Host names are not resolved, so requests cannot leave this machine.
 */
export async function inBrowser(
  work: (measure: (url: string) => Promise<Result>) => Promise<void>,
): Promise<void> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? "",
    args: [
      `--remote-debugging-port=${port}`,
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
  try {
    await work(async (url) => {
      // The processor is really slowed down and not only simulated, so that a long layout shows.
      const outcome = await lighthouse(url, {
        port,
        logLevel: "error",
        output: "json",
        throttlingMethod: "devtools",
      });
      if (!outcome) throw new Error(`Lighthouse gave no result for ${url}.`);
      const { runtimeError } = outcome.lhr;
      if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
      return outcome.lhr;
    });
  } finally {
    await browser.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
