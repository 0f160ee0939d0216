import { describe, expect, test } from "vitest";
import type { Block, BlockPage } from "../../../src/views/block.ts";
import { ratings } from "../../../src/views/habits/ratings.ts";
import type { FilmSpec } from "../../support/libraryMaker.ts";
import { makeSite, rankingPage, written } from "../../support/siteMaker.ts";
import { linksIn } from "../../support/svg.ts";

type Options = Parameters<typeof makeSite>[1];

const pathsOf = (specs: FilmSpec[], options?: Options) =>
  ratings.pages(makeSite(specs, options)).map(({ path }) => path);

const pageOf = (specs: FilmSpec[], address = "", options?: Options): BlockPage =>
  rankingPage(ratings.pages(makeSite(specs, options)), address);

const idsOf = ({ blocks }: BlockPage) => blocks.map(({ id }) => id);

function blockOf({ blocks }: BlockPage, id: string): Block {
  const block = blocks.find((one) => one.id === id);
  if (!block) throw new Error(`no block ${id} among ${blocks.map((one) => one.id)}`);
  return block;
}

const figureOf = ({ figures }: BlockPage, label: string) =>
  figures.find((figure) => figure.label === label);

function chartOf(block: Block) {
  const [shown] = block.shown;
  if (shown?.as !== "chart") throw new Error(`${block.id} shows no chart`);
  return shown.chart;
}

/** Films of these ratings, each seen on a day of its own and rated so. */
const rated = (...all: number[]): FilmSpec[] =>
  all.map((rating, i) => ({
    name: `Film ${i + 1}`,
    year: 1990 + i,
    rating,
    viewings: [{ on: `2023-01-${`${i + 1}`.padStart(2, "0")}`, rating }],
  }));

/** Twelve of them: three of each. */
const twelve = rated(2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5);

describe("what there is", () => {
  test("nothing without a rating: no page, and no entry in the navigation", () => {
    const unrated: FilmSpec[] = [{ name: "Ran" }];
    expect(pathsOf(unrated)).toEqual([]);
    expect(ratings.count(makeSite(unrated))).toBe(0);
  });

  test("of one film, the film, and the page of its rating", () => {
    const one = rated(4.5);
    expect(pathsOf(one)).toEqual(["/ratings/", "/ratings/4.5/"]);
    expect(pageOf(one)).toMatchObject({ title: "Ratings", heading: ["1 film rated"] });
    expect(idsOf(pageOf(one))).toEqual(["films"]);
    expect(pageOf(one).blocks[0]?.shown).toMatchObject([
      { as: "rows", films: [{ name: "Film 1" }] },
    ]);
    expect(pageOf(one, "4.5/")).toMatchObject({ heading: ["1 film with four and a half stars"] });
  });

  test("of eleven films no drawing, of twelve a histogram", () => {
    expect(idsOf(pageOf(twelve.slice(1)))).toEqual(["films"]);
    expect(chartOf(blockOf(pageOf(twelve), "films")).title).toBe("Ratings of films");
  });

  test("everything rated alike has one page of a rating, no correlation and no best decade", () => {
    const alike = rated(...Array.from({ length: 12 }, () => 3)).map((spec) => ({
      ...spec,
      tmdb: { voteAverage: 7, voteCount: 900 },
    }));
    expect(pathsOf(alike)).toEqual(["/ratings/", "/ratings/voters/", "/ratings/3/"]);
    const voters = pageOf(alike, "voters/");
    expect(voters.remark).toBeUndefined();
    expect(figureOf(voters, "Correlation")).toBeUndefined();
    expect(figureOf(voters, "Difference")?.value).toBe("−0.50");
    expect(figureOf(pageOf(alike), "Spread")?.value).toBe("0.00");
  });
});

describe("the bars of ratings", () => {
  test("lead to the films of each rating, of films and of viewings", () => {
    const page = pageOf([
      ...twelve,
      { name: "Twice", rating: 5, viewings: [{ on: "2023-02-01", rating: 1 }] },
    ]);
    const links = (id: string) => [...new Set(linksIn(chartOf(blockOf(page, id)).wide))].sort();
    expect(links("films")).toEqual(["/ratings/2/", "/ratings/3/", "/ratings/4/", "/ratings/5/"]);
    // No film has one star now, so that no page has the film that once had it.
    expect(links("first")).toEqual(["/ratings/2/", "/ratings/3/", "/ratings/4/", "/ratings/5/"]);
  });

  test("first watches and rewatches are apart, by the ratings given then", () => {
    const again = twelve.map((spec, i) => ({
      ...spec,
      viewings: [
        ...(spec.viewings ?? []),
        {
          on: `2024-01-${`${i + 1}`.padStart(2, "0")}`,
          rating: Math.min(5, (spec.rating ?? 0) + 1),
          rewatch: true,
        },
      ],
    }));
    const page = pageOf(again);
    const counts = (id: string) => chartOf(blockOf(page, id)).table.rows.map(([, count]) => count);
    expect(counts("first")).toEqual([0, 0, 0, 3, 0, 3, 0, 3, 0, 3]);
    expect(counts("again")).toEqual([0, 0, 0, 0, 0, 3, 0, 3, 0, 6]);
    // 4.25 less 3.5, with standard deviations of .87 and 1.17 over twelve: 0.75 is less than 2 × 0.42.
    expect(blockOf(page, "again").title).toBe("On rewatching");
  });
});

test("years and months say the mean, its number and its spread", () => {
  const page = pageOf([
    ...twelve,
    { name: "New", rating: 1, viewings: [{ on: "2024-03-01", rating: 1 }] },
  ]);
  // 2, 3, 4 and 5, three each: the mean is 3.5, √(15 / 11) is 1.17.
  const rows = [
    ["2024", "1.00", 1, "–"],
    ["2023", "3.50", 12, "1.17"],
  ];
  expect(chartOf(blockOf(page, "years")).table).toMatchObject({
    head: ["Year", "Average rating", "Rated", "Spread"],
    rows,
    links: ["/timeline/2024/", "/timeline/2023/"],
  });
  expect(chartOf(blockOf(page, "months")).table.rows).toEqual([
    ["January 2023", "3.50", 12, "1.17"],
    ["March 2024", "1.00", 1, "–"],
  ]);
});

test("genres are listed from five ratings on, in the order of the weighted mean, with their pages", () => {
  const genre = (id: number, name: string) => ({ genres: [{ id, name }] });
  const page = pageOf([
    ...rated(5, 5, 5, 5, 5).map((spec) => ({ ...spec, tmdb: genre(1, "Western") })),
    ...rated(1, 2, 1, 2, 1, 2).map((spec) => ({
      ...spec,
      name: `W${spec.name}`,
      tmdb: genre(2, "War"),
    })),
    ...rated(5, 5).map((spec) => ({ ...spec, name: `M${spec.name}`, tmdb: genre(3, "Music") })),
  ]);
  const block = blockOf(page, "genres");
  expect(block.title).toBe("You rate Western films highest");
  expect(chartOf(block).table).toMatchObject({
    rows: [
      ["Western", "5.00", 5],
      ["War", "1.50", 6],
    ],
    links: ["/genres/western/", "/genres/war/"],
  });
});

describe("the page of a rating", () => {
  test("says how many, what they are, and which films had the rating once", () => {
    const page = pageOf(
      [...twelve, { name: "Grown", rating: 5, viewings: [{ on: "2024-05-04", rating: 4 }] }],
      "4/",
    );
    expect(page.heading).toEqual(["3 films with four stars"]);
    expect(figureOf(page, "Films")).toMatchObject({ value: "3", note: "23% of those you rated" });
    const once = blockOf(page, "once");
    expect(once.title).toBe("1 film had four stars once");
    const [shown] = once.shown;
    if (shown?.as !== "links") throw new Error("no links");
    expect(shown.links.map(({ text, note }) => `${text} ${written(note)}`)).toEqual([
      "Grown [2024-05-04](/diary/2024/#d2024-05-04); now ★5",
    ]);
  });

  test("of more than 250 films goes on, the last page with the rest", () => {
    const many = Array.from({ length: 251 }, (_, i) => ({ name: `Film ${i + 1}`, rating: 3 }));
    expect(pathsOf(many)).toEqual(["/ratings/", "/ratings/3/", "/ratings/3/2/"]);
    const last = pageOf(many, "3/2/");
    expect(last).toMatchObject({
      title: "Films with three stars, page 2 of 2",
      blocks: [
        { title: "251 to 251 of 251 films", shown: [{ names: [{ name: "Film 251" }] }, {}] },
      ],
    });
  });
});

describe("TMDB’s voters", () => {
  const voted = twelve.map((spec, i) => ({
    ...spec,
    tmdb: { voteAverage: 6, voteCount: 200 + i },
  }));

  test("have a page from twelve films on", () => {
    expect(pathsOf(voted)).toContain("/ratings/voters/");
    expect(pathsOf(voted.slice(1))).not.toContain("/ratings/voters/");
  });

  test("films a star or more apart are listed, the furthest first, with both ratings", () => {
    const page = pageOf(voted, "voters/");
    const listed = (id: string) => {
      const [shown] = blockOf(page, id).shown;
      if (shown?.as !== "films") throw new Error("no films");
      return shown.rows.map(({ film, note }) => `${film.name}: ${note}`);
    };
    expect(listed("above")).toEqual([
      "Film 10: voters 3.00, 209 votes",
      "Film 11: voters 3.00, 210 votes",
      "Film 12: voters 3.00, 211 votes",
      "Film 7: voters 3.00, 206 votes",
      "Film 8: voters 3.00, 207 votes",
      "Film 9: voters 3.00, 208 votes",
    ]);
    expect(listed("below")).toHaveLength(3);
    // Three films are exactly as the voters have them.
    expect(figureOf(page, "Less than ½ apart")).toMatchObject({
      value: "25%",
      note: "3 of 12 films",
    });
  });

  test("a dot of one film leads to it, one of several to the films of the rating", () => {
    const page = pageOf(
      [...voted, { name: "Alone", rating: 1, tmdb: { voteAverage: 8, voteCount: 300 } }],
      "voters/",
    );
    const { table } = chartOf(blockOf(page, "both"));
    expect(table.links?.at(-1)).toBe("/films/alone/");
    expect(table.links?.[0]).toBe("/ratings/5/");
  });
});

describe("ratings that changed", () => {
  const changed: FilmSpec[] = [
    {
      name: "Up",
      rating: 4,
      viewings: [
        { on: "2022-05-04", rating: 3 },
        { on: "2023-05-04", rating: 3.5 },
        { on: "2024-05-04", rating: 4 },
      ],
    },
    { name: "Since", rating: 2, viewings: [{ on: "2022-05-06", rating: 3 }] },
    { name: "Same", rating: 3, viewings: [{ on: "2022-05-06", rating: 3 }] },
  ];

  const notes = (page: BlockPage, id: string) => {
    const [shown] = blockOf(page, id).shown;
    if (shown?.as !== "links") throw new Error("no links");
    return shown.links.map(({ text, note }) => `${text} ${written(note)}`);
  };

  test("are listed with every value and its day", () => {
    const page = pageOf(changed, "drift/");
    expect(page.heading).toEqual(["1 film went up on rewatching"]);
    expect(notes(page, "up")).toEqual([
      "Up +1.00: ★3 [2022-05-04](/diary/2022/#d2022-05-04), then ★3.5 [2023-05-04](/diary/2023/#d2023-05-04), then ★4 [2024-05-04](/diary/2024/#d2024-05-04)",
    ]);
    expect(notes(page, "since")).toEqual([
      "Since −1.00: ★3 [2022-05-06](/diary/2022/#d2022-05-06), now ★2",
    ]);
  });

  test("lead to months where days are withheld", () => {
    const page = pageOf(changed, "drift/", { exactDates: false });
    expect(JSON.stringify(page)).not.toMatch(/2022-05-0[46]/);
    expect(notes(page, "since")).toEqual([
      "Since −1.00: ★3 [2022-05-01](/diary/2022/#m2022-05), now ★2",
    ]);
  });

  test("have no page if none did", () => {
    expect(pathsOf(twelve)).not.toContain("/ratings/drift/");
  });
});
