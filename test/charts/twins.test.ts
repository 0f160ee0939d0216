import { describe, expect, test } from "vitest";
import { linksIn } from "../support/svg.ts";
import { drawingsOf, gallery } from "./gallery.ts";

describe("the table twin holds the figures that are drawn", () => {
  test.each([
    [
      "bars",
      ["Genre", "Films"],
      [
        ["Drama & Co", 3990],
        ["Comedy", 3],
        ["None", 0],
      ],
    ],
    [
      "calendar",
      ["Day", "Viewings"],
      [
        ["1 January 2024", 1],
        ["2 January 2024", 2],
        ["31 January 2024", 12],
        ["29 February 2024", 3],
      ],
    ],
    [
      "columns",
      ["Decade", "Films"],
      [
        ["1980s", 3990],
        ["1990s", 0],
        ["2000s", 3],
      ],
    ],
    [
      "cumulative",
      ["Viewing", "Film", "Day"],
      [
        ["100", "Ran", "1 May 2022"],
        ["1,000", "Ikiru", "1 February 2024"],
      ],
    ],
    [
      "monthGrid",
      ["Month", "Viewings"],
      [
        ["November 2023", 4],
        ["January 2024", 1234],
        ["February 2024", 1],
      ],
    ],
    [
      "months",
      ["Month", "Viewings"],
      [
        ["November 2023", 4],
        ["December 2023", 0],
        ["January 2024", 1234],
        ["February 2024", 1],
      ],
    ],
    [
      "periodColumns",
      ["Week", "Hours", "Viewings"],
      [
        // 181, 0, 180 and no known minutes.
        ["Week of 25 December 2023", 3, 4],
        ["Week of 1 January 2024", 0, 0],
        ["Week of 8 January 2024", 3, 4],
        ["Week of 15 January 2024", 0, 4],
      ],
    ],
    [
      "periodRatings",
      ["Week", "Average rating", "Rated"],
      [
        ["Week of 25 December 2023", "4.50", 5],
        ["Week of 8 January 2024", "1.00", 1],
        ["Week of 15 January 2024", "2.00", 5],
      ],
    ],
    [
      "ratingDots",
      ["Year", "Average rating", "Rated"],
      [
        ["2024", "3.25", 1200],
        ["2023", "4.00", 2],
        ["2022", "3.75", 12],
      ],
    ],
    [
      "ratingHistogram",
      ["Rating", "Films", "Share", "Share of all films"],
      [
        ["½", 1, "20%", "0%"],
        ["★", 0, "0%", "0%"],
        ["★½", 0, "0%", "0%"],
        ["★★", 0, "0%", "0%"],
        ["★★½", 0, "0%", "0%"],
        ["★★★", 1, "20%", "25%"],
        ["★★★½", 2, "40%", "0%"],
        ["★★★★", 0, "0%", "50%"],
        ["★★★★½", 0, "0%", "0%"],
        ["★★★★★", 1, "20%", "25%"],
      ],
    ],
    [
      "ratingLine",
      ["Place", "Film", "Rating"],
      [
        ["1", "Alien", "★★★★★"],
        ["3", "Alien³", "★★½"],
      ],
    ],
    [
      "ratingsByYear",
      ["Film", "Year", "Rating"],
      [
        ["Ran", "1985", "★★★★★"],
        ["Kagemusha", "1980", "★★★½"],
        ["Dreams", "1990", "½"],
      ],
    ],
    [
      "releaseYears",
      ["Year of release", "Films"],
      [
        ["1988", 1],
        ["1990", 1200],
        ["1991", 3],
      ],
    ],
    [
      "years",
      ["Year", "Viewings", "Films", "Rewatches"],
      [
        ["1999", 1, 1, 0],
        ["2023", 1500, 1250, 250],
        ["2024", 12, 0, 12],
      ],
    ],
  ])("%s", (name, head, rows) => {
    expect(gallery[name]?.table).toMatchObject({ head, rows });
  });
});

describe("the description has the main figures", () => {
  test.each([
    ["bars", "Drama & Co leads with 3,990 films."],
    ["calendar", "18 viewings on 4 days of 2024."],
    ["cumulative", "From 31 December 2021 to 29 February 2024 the diary grew to 1,250 viewings."],
    [
      "monthGrid",
      "Viewings per month of 2 years; most, 34, in January 2024, filled-in days aside.",
    ],
    ["months", "1,239 viewings in 4 months; most, 1,234, in January 2024."],
    ["ratingLine", "2 rated of 4 films; the best is Alien with 5 out of 5."],
    ["ratingHistogram", "Of 5 rated films, 2 have the commonest rating, 3.5 out of 5."],
    ["ratingsByYear", "3 rated films from 1980 to 1990; the best is Ran with 5 out of 5."],
    ["releaseYears", "1,204 films from 1988 to 1991; most, 1,200, from 1990."],
    ["years", "Viewings in 3 years; most, 1,500, in 2023."],
  ])("%s", (name, description) => {
    expect(gallery[name]?.description).toBe(description);
  });
});

describe("every address a drawing leads to is in its table twin too", () => {
  test.each(Object.entries(gallery))("%s", (_, chart) => {
    const { rows, links = [] } = chart.table;
    if (links.length > 0) expect(links).toHaveLength(rows.length);
    for (const [, svg] of drawingsOf(chart)) {
      expect(links).toEqual(expect.arrayContaining(linksIn(svg)));
    }
  });

  test("at the row that tells of the same", () => {
    const { rows, links = [] } = gallery.cumulative?.table ?? { rows: [] };
    expect(rows.map(([, film], i) => [film, links[i]])).toEqual([
      ["Ran", "/films/ran-1985/"],
      ["Ikiru", "/films/ikiru-1952/"],
    ]);
    // An empty month leads nowhere.
    expect(gallery.months?.table.links).toEqual([
      "/timeline/#m2023-11",
      undefined,
      "/timeline/#m2024-01",
      "/timeline/#m2024-02",
    ]);
  });
});

describe("links lead from the marks to the films behind them", () => {
  test.each([
    ["bars", ["/genres/drama/", "/genres/comedy/"]],
    ["calendar", ["01-01", "01-02", "01-31", "02-29"].map((day) => `/diary/#d2024-${day}`)],
    ["columns", ["/decades/1980s/", "/decades/2000s/"]],
    ["cumulative", ["/films/ran-1985/", "/films/ikiru-1952/"]],
    ["monthGrid", ["2023-11", "2024-01", "2024-02"].map((month) => `/timeline/#m${month}`)],
    ["months", ["2023-11", "2024-01", "2024-02"].map((month) => `/timeline/#m${month}`)],
    ["periodColumns", ["2023-12-25", "2024-01-08"].map((week) => `/timeline/#d${week}`)],
    [
      "periodRatings",
      ["2023-12-25", "2024-01-08", "2024-01-15"].map((week) => `/timeline/#d${week}`),
    ],
    ["ratingDots", ["/timeline/2024/", "/timeline/2023/", "/timeline/2022/"]],
    ["ratingLine", ["/films/alien-1979/", "/films/alien-3-1992/"]],
    ["ratingsByYear", ["/films/ran-1985/", "/films/kagemusha-1980/", "/films/dreams-1990/"]],
    ["releaseYears", ["/films/#y1988", "/films/#y1990", "/films/#y1991"]],
    ["years", ["/timeline/1999/", "/timeline/2023/", "/timeline/2024/"]],
  ])("%s", (name, links) => {
    const chart = gallery[name];
    if (!chart) throw new Error(`The gallery holds no ${name}.`);
    for (const [, svg] of drawingsOf(chart)) {
      expect(linksIn(svg).sort()).toEqual(links.toSorted());
    }
  });
});
