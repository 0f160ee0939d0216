import { describe, expect, test } from "vitest";
import type { Chart } from "../../src/charts/drawing.ts";
import { dumbbellChart } from "../../src/charts/dumbbell.ts";
import { multiplesChart } from "../../src/charts/multiples.ts";
import { furthestRisen, mostOftenFirst, rankLinesChart } from "../../src/charts/rankLines.ts";
import { ratingDotsChart } from "../../src/charts/ratingDots.ts";
import { scatterChart } from "../../src/charts/scatter.ts";
import { slopeChart } from "../../src/charts/slope.ts";
import { voterGridChart } from "../../src/charts/voterGrid.ts";
import { createFormat } from "../../src/format.ts";
import { drawingsIn, linksIn, textsIn } from "../support/svg.ts";

const format = createFormat();
const [drama, western] = ["/genres/drama/", "/genres/western/"];
const titlesIn = (svg: string) => Array.from(svg.matchAll(/<title>(.*?)<\/title>/g), ([, t]) => t);

function expectSound(chart: Chart) {
  for (const svg of [chart.wide, chart.narrow]) {
    expect(svg).not.toMatch(/NaN|undefined|Infinity|null|<style|\sstyle=/);
    for (const link of drawingsIn(svg).flatMap((one) => [...one.querySelectorAll("a")])) {
      expect(link.getAttribute("aria-label")).toBe(
        link.querySelector("title")?.textContent ?? link.textContent,
      );
    }
  }
  for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.head.length);
}

describe("dumbbell", () => {
  const rows = [
    { name: "Drama", films: 40, you: 3.95, other: 3.62, href: drama },
    { name: "Western", films: 1, you: 2.5, other: 3.25 },
  ];
  const draw = (of = rows) =>
    dumbbellChart(of, { title: "Means", format, other: "TMDB voters", head: "Genre" });

  test("names and values both ends, with the difference", () => {
    const chart = draw();
    expectSound(chart);
    expect(chart.description).toBe(
      "You and TMDB voters: furthest apart at Western, 2.50 and 3.25 over 1 film.",
    );
    expect(chart.table).toMatchObject({
      head: ["Genre", "You", "TMDB voters", "Difference", "Films"],
      rows: [
        ["Drama", "3.95", "3.62", "+0.33", 40],
        ["Western", "2.50", "3.25", "−0.75", 1],
      ],
    });
    for (const svg of [chart.wide, chart.narrow]) {
      expect(textsIn(svg)).toEqual(
        expect.arrayContaining(["you", "TMDB voters", "3.95", "3.62", "+0.33", "2.50", "−0.75"]),
      );
      expect(titlesIn(svg)).toEqual([
        "Drama: you 3.95, TMDB voters 3.62, over 40 films",
        "Western: you 2.50, TMDB voters 3.25, over 1 film",
      ]);
      expect(linksIn(svg)).toEqual([drama]);
    }
  });

  test("sets the names above the first row apart, however close its dots are", () => {
    for (const [you, other] of [
      [4, 4],
      [3.7, 3.68],
      [3.6, 3.68],
    ] as const) {
      const chart = draw([
        { name: "Drama", films: 5, you, other },
        { name: "Western", films: 5, you: 2, other: 4 },
      ]);
      for (const svg of [chart.wide, chart.narrow]) {
        const ends = drawingsIn(svg)
          .flatMap((one) => [...one.querySelectorAll("text")])
          .filter(({ textContent }) => textContent === "you" || textContent === "TMDB voters")
          .map((text) => {
            const places = [text, text.closest("g")].map((of) =>
              Number(/\(([-\d.]+)/.exec(of?.getAttribute("transform") ?? "")?.[1] ?? 0),
            );
            return places.reduce((sum, place) => sum + place, 0);
          });
        expect(ends).toHaveLength(2);
        expect(Math.abs((ends[0] ?? 0) - (ends[1] ?? 0))).toBeGreaterThan(9.9);
      }
    }
  });

  test("one row with equal means is drawn", () => {
    expectSound(draw([{ name: "Drama", films: 5, you: 4, other: 4 }]));
    expect(() => draw([])).toThrow("needs a row");
  });
});

describe("slope", () => {
  const rows = [
    { name: "Drama", before: 3.5, after: 3.6, counts: [20, 30] as [number, number], href: drama },
    { name: "Western", before: 3.5, after: 2.9, counts: [10, 1000] as [number, number] },
  ];
  const draw = (of = rows) =>
    slopeChart(of, { title: "Then and now", format, times: ["before", "since"], head: "Genre" });

  test("names what moved most, and values both ends", () => {
    const chart = draw();
    expectSound(chart);
    expect(chart.description).toBe("Western moved most, from 3.50 to 2.90.");
    expect(chart.table.rows).toEqual([
      ["Drama", "3.50", "3.60", "+0.10", "20 and 30"],
      ["Western", "3.50", "2.90", "−0.60", "10 and 1,000"],
    ]);
    expect(textsIn(chart.wide)).toEqual([
      "before",
      "since",
      "Drama 3.50",
      "Western 3.50",
      "3.60 Drama",
      "2.90 Western",
    ]);
    // Both dots and the name.
    expect(linksIn(chart.narrow)).toEqual([drama, drama, drama]);
  });

  test("on a phone names both ends where that leaves its lines room, and has heads of two lines", () => {
    const times: [string, string] = ["before 4 May 2024", "since 4 May 2024"];
    const texts = (name: string) =>
      textsIn(
        slopeChart([{ name, before: 3, after: 4, counts: [10, 10] }], {
          title: "Then and now",
          format,
          times,
          head: "Genre",
        }).narrow,
      );
    const heads = ["before4 May 2024", "since4 May 2024"];
    expect(texts("Drama")).toEqual([...heads, "Drama 3.00", "4.00 Drama"]);
    // The left has the start of a name that is too long for both sides.
    expect(texts("Science Fiction")).toEqual([...heads, "Science… 3.00", "4.00 Science Fiction"]);
  });

  test("one line, and lines that do not move, are drawn", () => {
    expectSound(draw([{ name: "Drama", before: 3, after: 3, counts: [10, 10] }]));
    expect(() => draw([])).toThrow("needs a line");
  });
});

describe("ranking", () => {
  const rows = [
    { name: "Drama", ranks: [1, 2], counts: [40, 20], shares: [0.8, 0.4], href: drama },
    { name: "Western", ranks: [2, 1], counts: [30, 25], shares: [0.6, 0.5] },
    { name: "Horror", ranks: [3, 3], counts: [5, 0], shares: [0.1, 0] },
  ];
  const draw = (of = rows, years = [2023, 2024]) =>
    rankLinesChart(of, { title: "Ranks", format, years, unit: "viewing", head: "Genre" });

  test("names its lines at both ends and says the counts behind the ranks", () => {
    const chart = draw();
    expectSound(chart);
    expect(chart.description).toBe("Ranks of 3 from 2023 to 2024; Western is first in 2024.");
    expect(chart.table).toMatchObject({
      head: ["Genre", "2023", "2024"],
      rows: [
        ["Drama", 40, 20],
        ["Western", 30, 25],
        ["Horror", 5, 0],
      ],
    });
    expect(textsIn(chart.wide)).toEqual(
      expect.arrayContaining([
        "2023",
        "2024",
        "Drama 80%, 1",
        "2, Drama 40%",
        "Western 60%, 2",
        "1, Western 50%",
      ]),
    );
    expect(titlesIn(chart.wide)).toContain("Western 2024: rank 1, 25 viewings, 50% of all");
    // A dot of each year, and the name.
    expect(linksIn(chart.wide)).toEqual([drama, drama, drama]);
  });

  test("lights up whom the text speaks of, on top of the others", () => {
    const colours = (svg: string, mark: string) =>
      drawingsIn(svg).flatMap((one) =>
        [...one.querySelectorAll(mark)].map(
          (of) => of.getAttribute("stroke") ?? of.getAttribute("fill"),
        ),
      );
    const lit = rankLinesChart(rows, {
      title: "Ranks",
      format,
      years: [2023, 2024],
      unit: "viewing",
      head: "Genre",
      lit: "Western",
    });
    for (const svg of [lit.wide, lit.narrow]) {
      expect(colours(svg, "path")).toEqual(["var(--bar)", "var(--bar)", "var(--you)"]);
    }
    expect(draw().wide).not.toContain("var(--you)");
  });

  test("who rose furthest is news from two places on", () => {
    const [up, down, still] = [{ ranks: [3, 2, 1] }, { ranks: [1, 1, 3] }, { ranks: [2, 3, 2] }];
    expect(furthestRisen([still, down, up])).toBe(up);
    // Western rose by one.
    expect(furthestRisen(rows)).toBeNull();
    expect(furthestRisen([])).toBeNull();
    // Two that rose as far, or were first as often, are no news either.
    expect(furthestRisen([up, { ...up }, down])).toBeNull();
    expect(mostOftenFirst([still, up, down])).toBe(down);
    expect(mostOftenFirst([down, { ...down }, up])).toBeNull();
  });

  test("one line over one year is drawn", () => {
    expectSound(draw([{ name: "Drama", ranks: [1], counts: [1], shares: [1] }], [2024]));
    expect(() => draw([])).toThrow("needs a line and a year");
  });
});

describe("small multiples", () => {
  const panels = [
    {
      name: "Western",
      // The four of 1951, 1955, 1959 and 1962.
      median: 1957,
      decades: [
        { decade: 1950, films: 3, share: 0.75 },
        { decade: 1960, films: 1, share: 0.25 },
      ],
      href: western,
    },
    { name: "Horror", median: 1984, decades: [{ decade: 1980, films: 1, share: 1 }] },
  ];
  const draw = (of = panels) => multiplesChart(of, { title: "By decade", format, head: "Genre" });

  test("share one axis of decades, each with its name and median year", () => {
    const chart = draw();
    expectSound(chart);
    expect(chart.description).toBe(
      "The years by which half of the films were made: Western 1957, Horror 1984.",
    );
    expect(chart.table).toMatchObject({
      head: ["Genre", "Half made by", "1950s", "1960s", "1970s", "1980s"],
      rows: [
        ["Western", "1957", 3, 1, 0, 0],
        ["Horror", "1984", 0, 0, 0, 1],
      ],
    });
    expect(textsIn(chart.wide)).toEqual(
      expect.arrayContaining(["Western 1957", "75%", "Horror 1984", "100%", "1950s", "1980s"]),
    );
    expect(titlesIn(chart.narrow)).toContain("Western, 1950s: 75%, 3 films");
    // Its columns and its name.
    expect(linksIn(chart.narrow)).toEqual([western, western, western]);
  });

  test("light up the decade of the median, be it the fullest or not", () => {
    const [western] = panels;
    const fills = (median: number) =>
      western &&
      Array.from(
        draw([{ ...western, median }]).wide.matchAll(/<rect fill="([^"]+)"/g),
        ([, fill]) => fill,
      );
    expect(fills(1957)).toEqual(["var(--you)", "var(--bar)"]);
    expect(fills(1960)).toEqual(["var(--bar)", "var(--you)"]);
  });

  test("are measured by one scale", () => {
    // The columns of 75 %, 25 % and 100 %.
    const [most = 0, some = 0, all = 0] = Array.from(
      draw().wide.matchAll(/<rect [^>]*height="([\d.]+)"/g),
      ([, height]) => Number(height),
    );
    expect(most / all).toBeCloseTo(0.75, 2);
    expect(some / all).toBeCloseTo(0.25, 2);
  });

  test("one panel of one decade is drawn", () => {
    expectSound(draw(panels.slice(1)));
    expect(() => draw([])).toThrow("need a panel");
  });
});

describe("scatter", () => {
  const points = [
    { name: "Agnès Varda", films: 19, mean: 4.1, rated: 18, href: "/people/varda/" },
    { name: "Yasujirō Ozu", films: 13, mean: 4.3, rated: 13 },
    { name: "Quiet", films: 3, mean: 3, rated: 3 },
    { name: "Also quiet", films: 3, mean: 3, rated: 3 },
  ];
  const draw = (of = points) =>
    scatterChart(of, {
      title: "Directors",
      format,
      overall: 3.4,
      head: "Director",
      named: of.slice(0, 2),
    });

  test("names those that stand out and says every value", () => {
    const chart = draw();
    expectSound(chart);
    expect(chart.description).toBe(
      "Most films, 19, by Agnès Varda. Highest mean, 4.30 of 13 rated, Yasujirō Ozu.",
    );
    expect(chart.table.rows[0]).toEqual(["Agnès Varda", 19, "4.10", 18]);
    for (const svg of [chart.wide, chart.narrow]) {
      expect(textsIn(svg)).toEqual(
        expect.arrayContaining(["Agnès Varda", "Yasujirō Ozu", "your mean 3.40", "films seen"]),
      );
      expect(textsIn(svg)).not.toContain("Quiet");
      expect(titlesIn(svg)).toContain("Quiet: 3 films, mean 3.00 of 3 rated");
      expect(linksIn(svg)).toEqual(["/people/varda/"]);
    }
  });

  test("sets equals side by side", () => {
    const places = Array.from(draw().wide.matchAll(/<circle [^>]*?cx="([\d.]+)"/g), ([, x]) => x);
    expect(new Set(places).size).toBe(4);
  });

  test("keeps every dot nearer to its own number than to the next, however many are equal", () => {
    const many = [3, 4, 5, 9, 30].flatMap((films) =>
      Array.from({ length: 12 }, (_, i) => ({
        name: `${films} ${i}`,
        films,
        mean: 3.5,
        rated: films,
      })),
    );
    const chart = draw(many);
    const shown = { wide: [chart.wide, 1040], narrow: [chart.narrow, 328] } as const;
    for (const [svg, width] of Object.values(shown)) {
      const dots = drawingsIn(svg)
        .flatMap((one) => [...one.querySelectorAll("circle")])
        .map((dot) => ({
          x: Number(dot.getAttribute("cx")),
          films: Number(dot.textContent?.split(" ")[0]),
        }));
      expect(dots).toHaveLength(60);
      // The numbers lie apart: the dots of the smaller one are all on the left.
      for (const one of dots) {
        expect(one.x).toBeGreaterThan(44);
        expect(one.x).toBeLessThan(width);
        for (const other of dots) {
          if (one.films < other.films) expect(one.x).toBeLessThan(other.x);
        }
      }
    }
  });

  test("one dot, and equal ones, are drawn", () => {
    expectSound(draw(points.slice(2, 3)));
    expectSound(draw(points.slice(2)));
    expect(() => draw([])).toThrow("needs a point");
  });
});

describe("dots around the mean", () => {
  const rows = [
    { label: "Drama", rating: 3.5, rated: 40 },
    { label: "War", rating: 4.5, rated: 6 },
  ];
  const options = { title: "Average rating by genre", format, mean: 3.4, head: "Genre" };
  const coloured = (chart: { wide: string }) =>
    chart.wide.match(/fill="var\(--you\)"/g)?.length ?? 0;

  test("light the highest mean, or the row that the title names, or none", () => {
    const place = (lit?: string | null) => {
      const chart = ratingDotsChart(rows, { ...options, ...(lit !== undefined && { lit }) });
      return /<circle fill="var\(--you\)"[^>]* cy="([\d.]+)"/.exec(chart.wide)?.[1];
    };
    expect(Number(place())).toBeGreaterThan(Number(place("Drama")));
    expect(place("War")).toBe(place());
    expect(coloured(ratingDotsChart(rows, { ...options, lit: null }))).toBe(0);
  });

  test("have a band as wide as the spread on both sides, within the axis, and its number in the table", () => {
    const chart = ratingDotsChart(
      [
        { label: "2024", rating: 3, rated: 40, spread: 1 },
        { label: "2023", rating: 4.5, rated: 40, spread: 1 },
        { label: "2022", rating: 4, rated: 1, spread: null },
      ],
      options,
    );
    const [drawing] = drawingsIn(chart.wide);
    const bands = [...(drawing?.querySelectorAll('[fill="var(--rule)"] rect') ?? [])];
    const [whole, cut] = bands.map((band) => Number(band.getAttribute("width")));
    // Two stars, and one and a half up to five stars.
    expect((cut ?? 0) / (whole ?? 1)).toBeCloseTo(1.5 / 2, 2);
    expect(bands).toHaveLength(2);
    expect(chart.table).toMatchObject({
      head: ["Genre", "Average rating", "Rated", "Spread"],
      rows: [
        ["2024", "3.00", 40, "1.00"],
        ["2023", "4.50", 40, "1.00"],
        ["2022", "4.00", 1, "–"],
      ],
    });
  });
});

describe("the grid of voters", () => {
  const dot = (you: number, voters: number, films: number, name: string) => ({
    you,
    voters,
    films,
    name,
    href: `/${name}/`,
  });

  test("has dots whose areas are in proportion to the films", () => {
    const dots = [dot(4, 3.5, 16, "Many"), dot(3, 3.5, 4, "Some")];
    const chart = voterGridChart(dots, { title: "Both", format, named: [] });
    const radii = Array.from(chart.wide.matchAll(/ r="([\d.]+)"/g), ([, r]) => Number(r));
    expect((radii[0] ?? 0) / (radii[1] ?? 1)).toBeCloseTo(2, 1);
  });

  test("names the films asked for, and says how many share the dot", () => {
    const dots = [dot(5, 2.5, 1, "Alone"), dot(1, 4, 3, "Together"), dot(3, 3, 40, "Crowd")];
    const chart = voterGridChart(dots, { title: "Both", format, named: dots.slice(0, 2) });
    for (const svg of [chart.wide, chart.narrow]) {
      expect(textsIn(svg)).toEqual(expect.arrayContaining(["Alone", "Together and 2 more"]));
      expect(textsIn(svg).join()).not.toContain("Crowd");
    }
    expect(chart.table.rows[1]).toEqual(["★", "4.00–4.24", 3]);
  });

  test("is refused without a film", () => {
    expect(() => voterGridChart([], { title: "Both", format, named: [] })).toThrow("needs a dot");
  });
});
