import { expect, test } from "vitest";
import type { Kind } from "../../src/library/kinds.ts";
import { readSettings } from "../../src/settings.ts";
import { createSite } from "../../src/site.ts";
import { byFilms, rankingRows } from "../../src/stats/ranking.ts";
import {
  bestRatedTitle,
  describeGroup,
  describeRanking,
  groupHeading,
  rankingHeading,
  rankingKicker,
} from "../../src/words/groups.ts";
import { type FilmSpec, makeLibrary } from "../support/libraryMaker.ts";
import { temporaryFolder } from "../tmdb/world.ts";

const film = (i: number, countries: string[], language: string): FilmSpec => ({
  name: `Film ${i}`,
  year: 1990 + i,
  tmdb: {
    originCountries: countries,
    originalLanguage: language,
    genres: [{ id: 18, name: "Drama" }],
    keywords: [{ id: 10051, name: "heist" }],
    companies: [
      { id: 1, name: "A24" },
      ...(countries.includes("US") ? [{ id: 2, name: "Plan B" }] : []),
    ],
  },
});

/** Six films of the United States, one of them of France as well, two of Japan; one TMDB does not know. */
const site = createSite(
  readSettings({ config: {}, env: {}, root: temporaryFolder() }),
  makeLibrary([
    ...[0, 1, 2, 3, 4].map((i) => film(i, ["US"], "en")),
    film(5, ["US", "FR"], "fr"),
    film(6, ["JP"], "ja"),
    film(17, ["JP"], "ja"),
    { name: "Home video", year: null },
  ]),
);

function said(kind: Kind) {
  const rows = rankingRows(site.library.groups[kind], ({ films }) => films).sort(byFilms);
  const [leader] = rows;
  if (!leader) throw new Error(`no ${kind}`);
  const first = [leader];
  return {
    heading: rankingHeading(site, kind, { rows, first }).map((part) =>
      typeof part === "object" && "text" in part ? part.text : part,
    ),
    kicker: rankingKicker(site, kind, { rows, complete: 0 }),
    description: describeRanking(site, kind, { rows, first, next: [] }),
    best: bestRatedTitle(leader.subject),
    page: groupHeading(site, leader.subject),
    pageDescription: describeGroup(site, leader.subject),
  };
}

test("a genre is in a share of the films", () => {
  expect(said("genre")).toEqual({
    heading: ["Drama", " in 100% of your films"],
    kicker: ["A film can have several genres; they are known for 8 of 9 films."],
    description: "1 genre of 8 films, Drama in 100% of them.",
    best: "You rate Drama films highest",
    page: "Drama, in 100% of your films",
    pageDescription: "8 Drama films seen, 100% of the 8 films with known genres.",
  });
});

test("a country has its article within a sentence", () => {
  expect(said("country")).toEqual({
    heading: ["The United States", ": 75% of your films"],
    kicker: ["A co-production counts for each of its countries; they are known for 8 of 9 films."],
    description: "3 countries of 8 films, the United States (75%).",
    best: "You rate films of the United States highest",
    page: "The United States: 75% of your films",
    pageDescription: "6 films of the United States seen, 75% of the 8 films with known countries.",
  });
});

test("a film has one language and one decade, and the words do not say several", () => {
  expect(said("language")).toMatchObject({
    kicker: ["These are the original languages; they are known for 8 of 9 films."],
    page: "English: 63% of your films",
    pageDescription: "5 films in English seen, 63% of the 8 films with known languages.",
  });
  expect(said("decade")).toMatchObject({
    best: "You rate films of the 1990s highest",
    page: "The 1990s: 88% of your films",
    heading: ["The 1990s", ": 88% of your films"],
    kicker: ["The year is known for 8 of 9 films."],
    pageDescription: "7 films of the 1990s seen, 88% of the 8 films with a known year.",
  });
});

test("a kind that is counted says the number, and which members are ranked", () => {
  expect(said("studio")).toMatchObject({
    heading: ["A24", ": 8 films seen"],
    kicker: ["2 studios with two films seen or more.", " ", "A film can have several studios."],
    description: "2 studios with two films seen or more.",
    best: "Highest rated: A24",
  });
  expect(said("keyword")).toMatchObject({
    heading: ["“heist”", ": 8 films seen"],
    kicker: ["1 keyword that two or more of your films share, as TMDB’s members set them."],
    best: "Highest rated: “heist”",
  });
  const rows = rankingRows(site.library.groups.studio, ({ films }) => films);
  const written = rankingHeading(site, "studio", { rows, first: rows })
    .map((part) => (typeof part === "object" && "text" in part ? part.text : part))
    .join("");
  expect(written).toBe("A24 and Plan B: 8 films each");
});
