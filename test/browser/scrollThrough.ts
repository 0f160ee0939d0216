import type { Page } from "playwright";

/** Lays out all that waits until it comes near; its size is known from then on. */
export const scrollThrough = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      // One frame finds what has come near, the next has laid it out.
      await frame();
      await frame();
    }
  });
