import { describe, expect, test } from "vitest";
import type { BlockPage, DiaryRow } from "../../../src/views/block.ts";
import { diary } from "../../../src/views/habits/diary.ts";
import { director, type FilmSpec } from "../../support/libraryMaker.ts";
import { makeSite, written } from "../../support/siteMaker.ts";

const specs: FilmSpec[] = [
  { name: "Ran", year: 1985, viewings: ["2024-05-01", { on: "2024-06-01", rewatch: true }] },
  { name: "Dreams", viewings: [{ on: "2024-05-01", rating: 4 }] },
];

type Options = Parameters<typeof makeSite>[1];

function pageOf(path: string, films: FilmSpec[], options: Options = {}): BlockPage {
  const page = diary.pages(makeSite(films, options)).find((one) => one.path === path);
  if (!page) throw new Error(`no page ${path}`);
  return page.view();
}

const idsOf = ({ blocks }: BlockPage) => blocks.map(({ id }) => id);

/** The rows of a block, or its facts as "label: value". */
function shownIn(page: BlockPage, id: string): unknown[] {
  const shown = page.blocks.find((block) => block.id === id)?.shown ?? [];
  return shown.flatMap((one): unknown[] => {
    if (one.as === "diary") return one.rows;
    if (one.as === "facts")
      return one.facts.map(({ label, value }) => `${written(label)}: ${written(value)}`);
    return one.as === "small" ? [written(one.text)] : [];
  });
}

describe("the diary of a year", () => {
  test("is told by month; marks lead to the first viewing of a day", () => {
    const page = pageOf("/diary/2024/", specs);
    expect(page.blocks.map(({ id, title }) => [id, title])).toEqual([
      ["m2024-05", "May 2024, 2 viewings"],
      ["m2024-06", "June 2024, 1 viewing"],
    ]);
    const rows = shownIn(page, "m2024-05") as DiaryRow[];
    expect(rows.map(({ id, name, note, rating }) => [id, name, note, rating])).toEqual([
      ["d2024-05-01", "Ran", "1985", null],
      [undefined, "Dreams", "", 4],
    ]);
    expect(shownIn(page, "m2024-06")[0]).toMatchObject({
      note: "1985, again",
      href: "/films/ran-1985/",
    });
    expect(page.jumps?.links).toEqual([
      { name: "May", href: "#m2024-05" },
      { name: "June", href: "#m2024-06" },
    ]);
  });

  test("leads to the years beside it and to its review", () => {
    const years = ["2020", "2022", "2023"].map((year) => ({
      name: year,
      viewings: [`${year}-01-01`],
    }));
    const page = pageOf("/diary/2022/", years);
    expect(page.neighbours).toEqual([
      { name: "← 2020", href: "/diary/2020/", rel: "prev" },
      { name: "2023 →", href: "/diary/2023/", rel: "next" },
    ]);
    expect(written(page.remark)).toBe("[2022 in review](/timeline/2022/)");
  });

  test("tells no day where days are withheld", () => {
    const page = pageOf("/diary/2024/", specs, { exactDates: false });
    const rows = idsOf(page).flatMap((id) => shownIn(page, id) as DiaryRow[]);
    // By title within the month.
    expect(rows.map(({ id, date, name }) => [id, date, name])).toEqual([
      [undefined, null, "Dreams"],
      [undefined, null, "Ran"],
      [undefined, null, "Ran"],
    ]);
    expect(page.figures.map(({ label }) => label)).toEqual(["Viewings", "Films"]);
  });
});

test("without a viewing there is no diary", () => {
  expect(diary.pages(makeSite([{ name: "Ran" }]))).toEqual([]);
});

test("a short diary is listed year by year and not drawn", () => {
  const old = { name: "Old", viewings: ["2020-01-01"] };
  const page = pageOf("/diary/", [...specs, old]);
  expect(written(page.heading)).toBe("4 viewings on 3 days");
  expect(idsOf(page)).toEqual(["y2024", "y2020"]);
  expect(shownIn(page, "y2024")).toMatchObject([
    { name: "Ran", date: "2024-06-01" },
    { name: "Dreams" },
    { name: "Ran", note: "1985" },
  ]);
});

describe("the diary as a whole", () => {
  const by = { crew: [director(1, "Agnès Varda")] };
  /** One film a day from 1 January 2023 on, but two on 3 March 2024. */
  const many: FilmSpec[] = [
    ...Array.from({ length: 49 }, (_, i) => ({
      name: `Film ${i + 1}`,
      viewings: [new Date(Date.UTC(2023, 0, 1 + i)).toISOString().slice(0, 10)],
    })),
    { name: "Cléo", rating: 4, viewings: [{ on: "2024-03-03", rating: 4 }], tmdb: by },
    {
      name: "Vagabond",
      viewings: ["2024-03-03"],
      tmdb: { ...by, releaseDate: "2024-03-01" },
    },
  ];
  const env = { BUILD_DATE: "2025-03-03" };

  test("names its milestones, double bills, the days of earlier years and new films", () => {
    const page = pageOf("/diary/", many, { env });
    expect(idsOf(page)).toEqual([
      ...["y2024", "years", "milestones", "double-bills", "pairs", "this-day", "new", "logging"],
    ]);
    const day = "[2024-03-03](/diary/2024/#d2024-03-03)";
    expect(shownIn(page, "milestones")).toEqual([
      `50th: [Cléo](/films/cleo/), ${day}`,
      "1st: [Film 1](/films/film-1/), [2023-01-01](/diary/2023/#d2023-01-01)",
    ]);
    expect(shownIn(page, "double-bills")).toEqual([
      `${day}: [Cléo](/films/cleo/) and [Vagabond](/films/vagabond/)`,
      "2 films on 1 day.",
    ]);
    expect(shownIn(page, "pairs")).toEqual([
      `${day}: [Cléo](/films/cleo/) and [Vagabond](/films/vagabond/), both by [Agnès Varda](/people/agnes-varda-1/)`,
    ]);
    expect(shownIn(page, "this-day")).toEqual([
      `${day}: [Vagabond](/films/vagabond/)`,
      `${day}: [Cléo](/films/cleo/) ★4`,
    ]);
    expect(shownIn(page, "new")).toEqual([
      `${day}: [Vagabond](/films/vagabond/), 2 days after`,
      "By TMDB’s first day of release, known for 1 of 51 first watches.",
    ]);
  });

  test("shows the last thirty viewings of the newest year, and the way to all", () => {
    const page = pageOf("/diary/", many.slice(0, 49), { env });
    expect(page.blocks[0]?.title).toBe("2023: the last 30 of 49 viewings");
    expect(shownIn(page, "y2023")).toHaveLength(30);
    expect(shownIn(page, "y2023")[0]).toMatchObject({ name: "Film 49" });
  });

  test("says nothing that needs days where they are withheld", () => {
    const page = pageOf("/diary/", many, { env, exactDates: false });
    expect(written(page.heading)).toBe("51 viewings in 3 months");
    expect(idsOf(page)).toEqual(["y2024", "years", "this-day"]);
    expect(page.blocks.at(-1)?.title).toBe("In March in earlier years");
    expect(JSON.stringify(page)).not.toMatch(/d2024-|2024-03-03/);
  });
});
