import { describe, expect, test } from "vitest";
import type { HistoryLine } from "../../src/letterboxd/history.ts";
import { courses, exports, favourites, lately } from "../../src/views/lately.ts";
import type { FilmSpec } from "../support/libraryMaker.ts";
import { makeSite, written } from "../support/siteMaker.ts";

type Options = Parameters<typeof makeSite>[1];

/** The lines of what was lately, as `label: text`. */
function latelyOf(specs: FilmSpec[], options: Options = {}): string[] {
  const [facts] = lately(makeSite(specs, options))?.shown ?? [];
  return facts?.as === "facts"
    ? facts.facts.map(({ label, value }) => `${written(label)}: ${written(value)}`)
    : [];
}

const film = (name: string, ...viewings: string[]): FilmSpec => ({ name, year: 2000, viewings });
/** Fourteen viewings of 2023, the last on 31 July, and one of 2024. */
const diary: FilmSpec[] = [
  ...Array.from({ length: 14 }, (_, i) => film(`Film ${i}`, i < 13 ? "2023-02-01" : "2023-07-31")),
  film("Ran", "2024-02-10"),
];

const imported = (date: string, changes: Partial<HistoryLine> = {}): HistoryLine => ({
  ...{ date, films: 15, viewings: 15, rated: 0, average: null, likes: null, watchlist: 7 },
  ...{ newFilms: 2, newViewings: 1, changedRatings: 0, seenFromWatchlist: 1 },
  ...changes,
});
const history = [imported("2024-01-20", { films: 13, newFilms: null }), imported("2024-02-10")];

describe("favourites", () => {
  const specs: FilmSpec[] = [
    { name: "Ran", uri: "https://boxd.it/r", rating: 5 },
    { name: "Heat", uri: "https://boxd.it/h" },
    { name: "Solaris", uri: "https://boxd.it/s", seen: false },
  ];
  const ledger = { favourites: ["https://boxd.it/h", "https://boxd.it/s", "https://boxd.it/r"] };

  test("are those that are seen, in the order of the profile", () => {
    const block = favourites(makeSite(specs, { ledger }));
    expect(block?.items.map(({ film: { name }, rating }) => [name, rating])).toEqual([
      ["Heat", null],
      ["Ran", 5],
    ]);
  });

  test("are absent if they are withheld, or if there is none", () => {
    const config = { publish: { favourites: false } };
    expect(favourites(makeSite(specs, { ledger, config }))).toBeNull();
    expect(favourites(makeSite(specs, { ledger, env: { PUBLISH: "none" } }))).toBeNull();
    expect(favourites(makeSite(specs))).toBeNull();
  });
});

describe("lately", () => {
  test("a goal has its pace, and leads to the drawing", () => {
    // 41 of 366 days: an even pace to 100 is 11.2, and 1 viewing makes 8.9.
    expect(latelyOf(diary, { config: { goal: 100 } })).toContain(
      "Goal: [1 of 100 viewings in 2024, 10 behind](/timeline/#so-far). At the pace so far it will be 9 by the end of 2024.",
    );
    expect(latelyOf(diary, { config: { goal: 1 } })).toContain(
      "Goal: [1 of 1 viewing in 2024, the goal is reached](/timeline/#so-far). The goal was reached on 2024-02-10.",
    );
    expect(latelyOf(diary).join()).not.toContain("Goal");
  });

  test("the month so far has the same days of two others beside it", () => {
    expect(latelyOf(diary)).toEqual([
      "February so far: [1 viewing](/timeline/2024/); none in the same days of January, 13 in those of February 2023",
    ]);
  });

  test("what is new leads to the films, and to all exports", () => {
    expect(latelyOf(diary, { history, env: { PUBLISH: "all" } }).at(-1)).toBe(
      "Since 2024-01-20: [2 films](/films/) and [1 viewing](/timeline/2024/) new, 1 film of the watchlist seen; [all exports](/timeline/#exports)",
    );
    expect(latelyOf(diary, { history }).at(-1)).not.toContain("watchlist");
  });

  test("nothing is said to be new of an export put there by hand, or where nothing is", () => {
    const elsewhere = [imported("2024-01-20"), imported("2024-01-30")];
    expect(latelyOf(diary, { history: elsewhere })).toHaveLength(1);
    const same = [...history.slice(0, 1), imported("2024-02-10", { newFilms: 0, newViewings: 0 })];
    expect(latelyOf(diary, { history: same })).toHaveLength(1);
  });

  test("without days there is no month so far, and the pace is that of whole months", () => {
    const options = { env: { PUBLISH: "favourites" }, exactDates: false, history };
    // To the end of January no viewing in 31 of 366 days: an even pace to 100 is 8.5.
    expect(latelyOf(diary, { ...options, config: { goal: 100 } })).toEqual([
      "Goal: [1 of 100 viewings in 2024, 8 behind](/timeline/#so-far). At the pace so far it will be 0 by the end of 2024.",
      "Since 2024-01-01: [2 films](/films/) and [1 viewing](/timeline/2024/) new; [all exports](/timeline/#exports)",
    ]);
  });

  test("is absent where there is nothing to say", () => {
    expect(lately(makeSite([{ name: "Ran" }]))).toBeNull();
    expect(lately(makeSite([]))).toBeNull();
  });
});

describe("the years so far", () => {
  test("are compared at the same day", () => {
    const block = courses(makeSite(diary));
    expect(block?.title).toBe("1 viewing in 2024 so far, 12 fewer than by then in 2023");
    expect(block?.chart.table.rows).toEqual([
      ["2024", 1, "so far"],
      ["2023", 13, "14"],
    ]);
    expect(block?.chart.table.links).toEqual(["/timeline/2024/", "/timeline/2023/"]);
  });

  test("need a year before, or a goal, and twelve viewings", () => {
    const oneYear = Array.from({ length: 12 }, (_, i) => film(`Film ${i}`, "2024-01-02"));
    expect(courses(makeSite(oneYear))).toBeNull();
    expect(courses(makeSite(oneYear, { config: { goal: 12 } }))?.title).toBe(
      "12 of 12 viewings in 2024, the goal is reached",
    );
    expect(courses(makeSite(diary.slice(4)))).toBeNull();
  });
});

describe("the exports", () => {
  test("are drawn from the second one on, with the watchlist only if it is published", () => {
    const all = exports(makeSite(diary, { history, env: { PUBLISH: "all" } }));
    expect(all?.title).toBe("2 exports: from 13 films to 15");
    expect(all?.chart.table.head).toEqual([
      ...["Export", "Films", "Viewings", "Watchlist", "Rated", "Average"],
      ...["New films", "New viewings", "Ratings changed", "Seen from the watchlist"],
    ]);
    expect(all?.chart.table.rows[0]).toEqual([
      ...["10 February 2024", "15", "15", "7", "0", "–", "2", "1", "0", "1"],
    ]);
    const withheld = exports(makeSite(diary, { history }));
    expect(JSON.stringify(withheld)).not.toMatch(/watchlist/i);
    expect(exports(makeSite(diary, { history: history.slice(1) }))).toBeNull();
  });

  test("are those of months where days are withheld, the last one of each", () => {
    const two = [...history, imported("2024-02-03", { films: 14 })];
    const block = exports(
      makeSite(diary, { history: two, exactDates: false, env: { PUBLISH: "none" } }),
    );
    expect(block?.chart.table.rows.map(([month, films]) => [month, films])).toEqual([
      ["February 2024", "14"],
      ["January 2024", "13"],
    ]);
  });

  test("say whether the present one is among them", () => {
    const note = (lines: HistoryLine[]) =>
      written(exports(makeSite(diary, { history: lines }))?.note);
    expect(note(history)).toBe("A dot is an export, at the newest day in it.");
    expect(note([imported("2024-01-01"), imported("2024-01-20")])).toContain(
      "The present export has none, because it was put into its folder by hand.",
    );
  });
});
