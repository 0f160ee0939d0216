import { describe, expect, test } from "vitest";
import { dashboard } from "../../src/views/dashboard.ts";
import { director, type FilmSpec } from "../support/libraryMaker.ts";
import { makeSite, written } from "../support/siteMaker.ts";

const drama = { genres: [{ id: 18, name: "Drama" }] };

/** Films of one year each, from 2000 on. */
const films = (count: number, more: (i: number) => Partial<FilmSpec> = () => ({})): FilmSpec[] =>
  Array.from({ length: count }, (_, i) => ({ name: `Film ${i}`, year: 2000 + i, ...more(i) }));

const shownSections = (view: ReturnType<typeof dashboard>) =>
  Object.entries(view).flatMap(([name, section]) =>
    section && typeof section === "object" && "id" in section ? [name] : [],
  );

describe("the dashboard", () => {
  test("says that there are no films", () => {
    const view = dashboard(makeSite([]));
    expect(view.empty).toContain("no films yet");
    expect(shownSections(view)).toEqual([]);
  });

  test("of one film names it and shows it", () => {
    const view = dashboard(makeSite([{ name: "Ran", year: 1985 }]));
    expect(written(view.heading)).toBe("1 film, [Ran](/films/ran-1985/)");
    expect(shownSections(view)).toEqual(["films"]);
    expect(view.films).toMatchObject({ title: "The film", note: [] });
  });

  test("names the director of the most films", () => {
    const by = (id: number, name: string) => ({ tmdb: { crew: [director(id, name)] } });
    const site = makeSite(films(5, (i) => (i < 3 ? by(1, "Agnès Varda") : by(2, "Claire Denis"))));
    expect(written(dashboard(site).heading)).toBe(
      "5 films; nobody directed more of them than [Agnès Varda](/people/agnes-varda-1/)",
    );
  });

  test("shows the films seen last where there is a diary, else the best rated", () => {
    const seen = dashboard(makeSite(films(9, (i) => ({ viewings: [`2024-05-0${i + 1}`] }))));
    expect(seen.films?.title).toBe("Seen last");
    expect(seen.films?.items).toHaveLength(8);
    expect(seen.films?.items[0]).toMatchObject({ date: "2024-05-09", film: { name: "Film 8" } });
    expect(written(seen.films?.note)).toBe("[All of 2024](/timeline/2024/)");
    const rated = dashboard(makeSite(films(9, (i) => ({ rating: i === 3 ? 5 : 4 }))));
    expect(rated.films?.title).toBe("What you rate highest");
    expect(rated.films?.items[0]?.film.name).toBe("Film 3");
    expect(written(rated.films?.note)).toBe("[All 9 films](/films/)");
  });

  test("ranks from twelve films with data on, where one row has three films", () => {
    const ranked = (count: number) =>
      dashboard(
        makeSite(
          films(count, (i) => ({
            tmdb: i < 3 ? drama : { genres: [{ id: 35, name: "Comedy" }] },
          })),
        ),
      ).genres;
    expect(ranked(11)).toBeNull();
    // Nine of twelve are comedies.
    expect(ranked(12)?.rows.map(({ name, value }) => [name, value])).toEqual([
      ["Comedy", "9"],
      ["Drama", "3"],
    ]);
    expect(written(ranked(12)?.note)).toBe("A film can have several. [All 2 genres](/genres/)");
  });
});

describe("the dashboard's months", () => {
  const months = (first: string, asOf: string) => {
    const onFirst = Array.from({ length: 12 }, (_, i) => ({
      name: `Film ${i}`,
      viewings: [`${first}-${`${i + 1}`.padStart(2, "0")}`],
    }));
    const view = dashboard(makeSite([...onFirst, { name: "Ran" }], { ledger: { asOf } })).months;
    return view && [written(view.note), view.chart.table.rows.length];
  };
  const note = (from: string, to: string) =>
    `Viewings from ${from} to ${to}, rewatches included; 1 film is not in the diary. [The whole timeline](/timeline/)`;

  test("are a year of a young diary, all of an older one, and three years of an old one", () => {
    expect(months("2024-04", "2024-06-30")).toEqual([note("July 2023", "June 2024"), 12]);
    expect(months("2023-01", "2024-06-30")).toEqual([note("January 2023", "June 2024"), 18]);
    expect(months("2021-07", "2024-06-30")).toEqual([note("July 2021", "June 2024"), 36]);
  });

  test("are left out where the last three years had few viewings", () => {
    expect(months("2021-06", "2024-06-30")).toBeNull();
  });
});

test("release years are drawn by era where two eras can be", () => {
  const view = (...years: number[]) =>
    dashboard(
      makeSite(years.map((year, i) => ({ name: `Film ${i}`, year }))),
    ).releaseYears?.choices.map(({ name, note }) => [name, note]);
  const of = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);
  expect(view(...of(1950, 11))).toBeUndefined();
  expect(view(...of(1950, 12), ...of(1980, 11))).toEqual([["All years", "23"]]);
  expect(view(...of(1950, 12), ...of(1980, 12))).toEqual([
    ["All years", "24"],
    ["1940–1969", "12"],
    ["1970–1999", "12"],
  ]);
});
