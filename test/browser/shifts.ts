import type { Page } from "playwright";

/** By how much what was seen has moved of itself since the page began to load. */
export const shifts = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => {
          const values = list
            .getEntries()
            .map((entry) => ("value" in entry ? Number(entry.value) : 0));
          done(values.reduce((sum, value) => sum + value, 0));
        }).observe({ type: "layout-shift", buffered: true });
        // What has never moved is never told of.
        setTimeout(() => done(0), 100);
      }),
  );
