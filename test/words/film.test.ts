import { describe, expect, test } from "vitest";
import { ratingReason, sources, whenSeen, youAndVoters } from "../../src/words/film.ts";
import type { FilmSpec } from "../support/libraryMaker.ts";
import { makeSite, written } from "../support/siteMaker.ts";

function words(
  say: typeof whenSeen,
  spec: Partial<FilmSpec>,
  options: Parameters<typeof makeSite>[1] = {},
) {
  const site = makeSite([{ name: "Ran", year: 1985, ...spec }], options);
  const [film] = site.library.films;
  if (!film) throw new Error("The film is not seen.");
  return written(say(site, film));
}

describe("when a film was seen", () => {
  const seen = (spec: Partial<FilmSpec>, options?: Parameters<typeof makeSite>[1]) =>
    words(whenSeen, spec, options);

  test("once, again, several times, or on a day that is not known", () => {
    expect(seen({ viewings: ["2024-05-04"] })).toBe(
      "You saw it on [2024-05-04](/diary/2024/#d2024-05-04).",
    );
    expect(seen({ viewings: [{ on: "2024-05-04", rewatch: true }] })).toBe(
      "You saw it again on [2024-05-04](/diary/2024/#d2024-05-04).",
    );
    expect(seen({ viewings: ["2023-05-04", "2024-05-04"] })).toBe(
      "You saw it 2 times, last on [2024-05-04](/diary/2024/#d2024-05-04).",
    );
    expect(seen({ viewings: [{ on: "2023-05-04", rewatch: true }, "2024-05-04"] })).toBe(
      "You saw it before the diary and 2 times since, last on [2024-05-04](/diary/2024/#d2024-05-04).",
    );
    expect(seen({})).toBe("You saw it on a day that is not known.");
  });

  test("is told by a review where the diary does not have it", () => {
    expect(seen({ reviews: [{ watched: "2024-05-04" }, { watched: "2023-05-04" }] })).toBe(
      "You saw it on 2024-05-04, which is not in the diary.",
    );
  });

  test("is a month where days are withheld", () => {
    expect(seen({ viewings: ["2024-05-04"] }, { exactDates: false })).toBe(
      "You saw it in [2024-05-01](/diary/2024/#m2024-05).",
    );
  });

  test("names the film seen most often, and never one of two that share that place", () => {
    const days = (count: number) => Array.from({ length: count }, (_, i) => `202${i}-05-04`);
    const said = (...counts: number[]) => {
      const site = makeSite(counts.map((count, i) => ({ name: `${i}`, viewings: days(count) })));
      return site.library.films.map((film) =>
        written(whenSeen(site, film)).includes("no film more"),
      );
    };
    expect(said(3, 2, 1)).toEqual([true, false, false]);
    expect(said(3, 3, 1)).toEqual([false, false, false]);
    // Two viewings may be chance, and so may one film of one.
    expect(said(2, 1, 1)).toEqual([false, false, false]);
  });
});

describe("the owner and the voters", () => {
  const beside = (rating: number | null, voteCount: number, voteAverage = 7.8) =>
    words(youAndVoters, { rating, tmdb: { voteAverage, voteCount } });

  test("are compared from 200 votes on", () => {
    expect(beside(5, 12_034)).toBe("You 5, TMDB voters 3.9 (12,034 votes).");
    expect(beside(null, 200)).toBe("TMDB voters 3.9 (200 votes).");
    expect(beside(4.5, 200, 8)).toBe("You 4.5, TMDB voters 4.0 (200 votes).");
    expect(beside(5, 199)).toBe("");
  });
});

describe("why a film has its rating", () => {
  const reason = (spec: Partial<FilmSpec>) => words(ratingReason, spec);
  const rated = (...ratings: number[]) => ({
    viewings: ratings.map((rating, i) => ({ on: `2024-05-0${i + 1}`, rating })),
  });

  test("needs no word where the diary says the same", () => {
    expect(reason({ ...rated(4), rating: 4 })).toBe("");
    expect(reason({ rating: 4 })).toBe("");
  });

  test("names the rating of the diary where it is another one now", () => {
    expect(reason({ ...rated(3.5), rating: 4 })).toBe("★4 now, ★3.5 in the diary on 2024-05-01.");
  });

  test("says in one sentence how the rating moved in the diary and since then", () => {
    expect(reason({ ...rated(3, 4), rating: 4 })).toBe(
      "From ★3 at the first rated viewing to ★4 at the last.",
    );
    expect(reason({ ...rated(3, 4), rating: 5 })).toBe(
      "From ★3 at the first rated viewing to ★4 at the last, ★5 now.",
    );
  });

  test("says where the rating is from, and how it moved", () => {
    expect(reason({ ...rated(3, 4), rating: 4, ratingFrom: "viewing" })).toBe(
      "The rating is from the diary, 2024-05-02. From ★3 at the first rated viewing to ★4 at the last.",
    );
    expect(reason({ rating: 4, ratingFrom: "review" })).toBe("The rating is from a review.");
  });
});

describe("where a film is from", () => {
  const from = (tmdb: FilmSpec["tmdb"]) =>
    words(sources, { uri: null, ...(tmdb !== undefined && { tmdb }) });

  test("is told with the certainty of the match", () => {
    expect(from({})).toBe(
      "On TMDB: [movie/1](https://www.themoviedb.org/movie/1). How it was matched: Same title and year. This is the right film with a certainty of 90%.",
    );
  });

  test("and without a match, or without its data, says why", () => {
    expect(from(undefined)).toBe("TMDB has not been asked about this film.");
    expect(from("none")).toBe("TMDB: Nothing found. [What it could be](/about/matching/)");
    expect(from("failed")).toBe(
      "Taken for movie/1 at TMDB, which has given no data for it. How it was matched: Same title and year.",
    );
  });
});
