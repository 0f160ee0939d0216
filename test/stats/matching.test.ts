import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { buildLibrary } from "../../src/library/library.ts";
import { countMatching, questions, sharedPages } from "../../src/stats/matching.ts";
import type { Match, Metadata } from "../../src/tmdb/metadata.ts";
import { makeLedger, makeLibrary } from "../support/libraryMaker.ts";

const candidate = (id: number, title: string, year: number | null) => ({
  type: "movie" as const,
  id,
  title,
  year,
});

/** Films with these matches; details of the matched ones are those of a film of 1990. */
function filmsWith(matches: Record<string, Match | null>) {
  const names = Object.keys(matches);
  const ledger = makeLedger(names.map((name) => ({ name, year: 1990 })));
  const [model] = makeLibrary([{ name: "Model", tmdb: { title: "As at TMDB" } }]).films;
  const details = model?.details;
  if (!details) throw new Error("a film without details");
  const metadata = ledger.films.flatMap(({ key, name }): [string, Metadata][] => {
    const match = matches[name];
    if (!match) return [];
    const film = match.type === "movie" ? { ...details, releaseDate: "1991-02-03" } : null;
    return [[key, { match, film, series: null }]];
  });
  return buildLibrary(ledger, new Map(metadata)).films;
}

const sure: Match = { type: "movie", id: 1, confidence: 0.9, reason: "Same." };
const unsure: Match = {
  ...sure,
  id: 2,
  confidence: 0.89,
  candidates: [candidate(3, "Other", 1990)],
};
const guess: Match = { ...sure, id: 4, confidence: 0.5 };
const doubtful: Match = {
  type: "none",
  confidence: 0.3,
  reason: "Two.",
  candidates: [candidate(5, "First", 1980), candidate(6, "Second", null)],
};
const unknown: Match = { type: "none", confidence: 0, reason: "Nothing.", candidates: [] };
const leftOut: Match = { ...unknown, overridden: true };
const absent: Match = { ...leftOut, absent: { type: "movie", id: 7 } };
const said: Match = { ...guess, overridden: true };

test("every seen film is in one count: film, series, doubtful, unknown, left out, absent or unanswered", () => {
  const all = { sure, unsure, guess, doubtful, unknown, leftOut, absent, said, never: null };
  const films = filmsWith(all);
  expect(countMatching(films)).toEqual({
    films: 4,
    series: 0,
    doubtful: 1,
    unknown: 1,
    leftOut: 1,
    absent: 1,
    unanswered: 1,
    guessed: 1,
    unsure: 1,
    overridden: 3,
  });
});

test("a match whose details could not be had is unanswered, and a series is a series", () => {
  const { films } = makeLibrary([
    { name: "Lost", tmdb: "failed" },
    { name: "Small Axe", tmdb: "series" },
  ]);
  expect(countMatching(films)).toMatchObject({ films: 0, series: 1, unanswered: 1 });
});

test("questions are sorted by urgency, without certain matches and those of the owner", () => {
  const films = filmsWith({ said, unsure, unknown, sure, guess, doubtful, leftOut, absent });
  expect(questions(films).map(({ film, doubt }) => [film.name, doubt])).toEqual([
    ["absent", "absent"],
    ["doubtful", "doubtful"],
    ["guess", "guessed"],
    ["unknown", "unknown"],
    ["unsure", "unsure"],
  ]);
});

test("of the doubtful the likeliest come first, of those used the least sure, equals by title", () => {
  const films = filmsWith({
    a: { ...doubtful, confidence: 0.1 },
    c: { ...doubtful, confidence: 0.6 },
    b: { ...doubtful, confidence: 0.6 },
    d: { ...unsure, confidence: 0.8 },
    e: { ...unsure, confidence: 0.7 },
  });
  expect(questions(films).map(({ film }) => film.name)).toEqual(["b", "c", "a", "e", "d"]);
});

test("an answer is a line for overrides.csv: what was taken, what else it could be, or nothing", () => {
  const films = filmsWith({ "Ham, on Rye": unsure, Creatures: doubtful, Void: unknown });
  const lines = questions(films).map(({ answers }) =>
    answers.map(({ candidate, isTaken, line }) => [
      candidate && `${candidate.title} (${candidate.year})`,
      isTaken,
      line,
    ]),
  );
  expect(lines).toEqual([
    [
      ["First (1980)", false, "Creatures,1990,https://boxd.it/Creatures,movie/5"],
      ["Second (null)", false, "Creatures,1990,https://boxd.it/Creatures,movie/6"],
    ],
    [[null, false, "Void,1990,https://boxd.it/Void,none"]],
    [
      ["As at TMDB (1991)", true, '"Ham, on Rye",1990,"https://boxd.it/Ham, on Rye",movie/2'],
      ["Other (1990)", false, '"Ham, on Rye",1990,"https://boxd.it/Ham, on Rye",movie/3'],
    ],
  ]);
  expect(
    parse(
      lines
        .flat()
        .map(([, , line]) => line)
        .join("\n"),
    ),
  ).toHaveLength(5);
});

test("films that are one at TMDB are told in groups; a film and a series of one number are two", () => {
  const series: Match = { ...sure, type: "tv" };
  const films = filmsWith({
    b: sure,
    a: said,
    c: { ...sure, id: 4 },
    d: series,
    e: doubtful,
    f: doubtful,
  });
  expect(sharedPages(films).map((group) => group.map(({ name }) => name))).toEqual([["a", "c"]]);
});
