import { expect, test } from "vitest";
import { logPageLimits } from "../../src/publish/logPageLimits.ts";
import { pagesStart } from "../../src/words/pageLimits.ts";
import { makeLibrary } from "../support/libraryMaker.ts";
import { recordingLog } from "../support/recordingLog.ts";

const { pageLimits } = makeLibrary([]);
const limits = (files: number, ...raised: [name: string, from: number][]) => ({
  ...pageLimits,
  raised: raised.map(([name, from]) => ({ name, from })),
  files,
  maxFiles: 20_000,
});

const logged = (found: typeof pageLimits): string[] => {
  const log = recordingLog();
  logPageLimits(found, log);
  return log.lines;
};

test("the owner and the reader are told from how many films names have a page", () => {
  const two = limits(19_990, ["keywords", 3], ["crew", 3]);
  const said =
    "Pages start at 3 films for keywords and 3 for crew, so that the site has at most 20,000 files.";
  expect(pagesStart(two)).toBe(said);
  expect(logged(two)).toEqual([said]);
});

test("nothing is said where every page fits", () => {
  expect(pagesStart(limits(20_000))).toBeNull();
  expect(logged(limits(20_000))).toEqual([]);
});

test("a site that is too large with its films alone is built with a warning", () => {
  const films = limits(20_001, ["keywords", 300]);
  expect(pagesStart(films)).toBe(
    "No person, studio, keyword or collection has a page, because the films alone fill the 20,000 files that the site may have.",
  );
  expect(logged(films)).toEqual([
    expect.stringMatching(/ All films are built\. .* set maxFiles in site\.config\.ts\.$/),
  ]);
});
