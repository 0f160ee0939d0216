import { describe, expect, test } from "vitest";
import type { LogDelay } from "../../src/stats/logDelay.ts";
import { logDelayNote, logDelayTitle } from "../../src/words/logDelay.ts";
import { makeSite, written } from "../support/siteMaker.ts";

describe("how soon viewings are logged", () => {
  const site = makeSite([]);
  const delay = (changes: Partial<LogDelay>): LogDelay => ({
    bins: [],
    counted: 0,
    prompt: 0,
    together: 0,
    leftOut: { bulk: 0, unknown: 0 },
    ...changes,
  });

  test("is a share from five viewings on, of those not added in bulk", () => {
    const title = (counted: number, prompt: number, together = 0) =>
      logDelayTitle(site, delay({ counted, prompt, together }));
    expect(title(4, 3)).toBe("How soon you log");
    expect(title(5, 4)).toBe("How soon you log: 80% by the next day");
    expect(title(5, 5)).toBe("How soon you log: all by the next day");
    expect(title(9, 4, 5)).toBe("How soon you log");
    expect(title(10, 4, 5)).toBe(
      "How soon you log: 80% by the next day, not counting entries added in bulk",
    );
  });

  test("says what is left out", () => {
    const note = logDelayNote(site, delay({ together: 1, leftOut: { bulk: 12, unknown: 1 } }));
    expect(written(note)).toContain(
      "1 entry later than a week was made on days with 10 or more, as when an old diary is brought in. Left out: 12 viewings of days that were filled in afterwards. Not known for 1 viewing.",
    );
  });
});
