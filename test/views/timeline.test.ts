import { describe, expect, test } from "vitest";
import { buildLibrary } from "../../src/library/library.ts";
import { readSettings } from "../../src/settings.ts";
import { createSite, type Site } from "../../src/site.ts";
import { timelineFacts } from "../../src/stats/timelineFacts.ts";
import { yearInReview } from "../../src/stats/yearInReview.ts";
import { yearRows } from "../../src/stats/years.ts";
import { dashboardFigures } from "../../src/views/dashboard/figures.ts";
import { timeline } from "../../src/views/timeline.ts";
import { yearFigures } from "../../src/views/year/figures.ts";
import { DIARY } from "../letterboxd/exportText.ts";
import { parseFiles, readParsed } from "../letterboxd/readModel.ts";
import { temporaryFolder } from "../tmdb/world.ts";

/** A site built on that day, of a diary whose entries have these Watched Dates. */
const siteOf = (buildDate: string, ...days: string[]): Site =>
  siteOfRows(
    buildDate,
    ...days.map((day, i) => `2024-01-01,Film ${i},2000,https://boxd.it/e${i},4,,,${day}`),
  );

function siteOfRows(buildDate: string, ...rows: string[]): Site {
  const files = new Map([["diary.csv", Buffer.from(`${DIARY}${rows.join("\n")}\n`)]]);
  const ledger = readParsed(parseFiles(files, buildDate));
  const settings = readSettings({
    config: {},
    env: { BUILD_DATE: buildDate },
    root: temporaryFolder(),
  });
  return createSite(settings, buildLibrary(ledger, new Map()));
}

describe("a viewing of the day after that of the build, where it may be tomorrow already", () => {
  test.each([
    // Two of the running year before it, on one of its days and on the day itself.
    ["2024-11-20", ["2024-01-05", "2024-11-20", "2024-11-21"], 2024, 3],
    // On the eve of a year it is the first of that year.
    ["2024-12-31", ["2024-01-05", "2024-12-31", "2025-01-01"], 2025, 1],
  ])("of %s counts on every page alike", (buildDate, days, year, viewings) => {
    const site = siteOf(buildDate, ...days);
    const { library } = site;
    const last = days.at(-1);
    expect(library.asOf).toBe(last);

    const figures = dashboardFigures(site);
    expect(figures.find(({ label }) => label === "Viewings")?.value).toBe("3");
    // Where the diary is of this year alone, its viewings say as much.
    expect(figures.find(({ label }) => label.endsWith("so far"))?.value).toBe(
      viewings === 3 ? undefined : `${viewings}`,
    );

    const rows = yearRows(library.viewings);
    const row = rows.at(-1);
    if (!row) throw new Error("The diary has three viewings.");
    expect(row).toMatchObject({ year, viewings });
    const review = yearInReview(library, year);
    expect(review).toMatchObject({ isCurrent: true });
    expect(review.months.at(-1)?.month).toBe(last?.slice(0, 7));
    const top = yearFigures({ row, before: rows.at(-2), ...site, ...review });
    expect(top[0]).toMatchObject({ label: "Viewings", value: `${viewings}` });

    const whole = timelineFacts(library);
    expect(whole.last?.date).toBe(last);
    expect(whole).toMatchObject({ newestYear: year, current: { length: 2, to: last } });
    expect(whole.main).toHaveLength(3);
    expect(library.toCome).toBe(0);
  });

  test("and one of a day later counts on none", () => {
    const site = siteOf("2024-11-20", "2024-11-19", "2024-11-22");
    expect(site.library).toMatchObject({ asOf: "2024-11-19", toCome: 1 });
    expect(timelineFacts(site.library).main).toHaveLength(1);
    expect(dashboardFigures(site).find(({ label }) => label === "Viewings")?.value).toBe("1");
  });
});

function whyEmpty(site: Site) {
  const { empty, opening } = timeline(site);
  expect(opening).toBeNull();
  if (!empty) throw new Error("The timeline is not empty.");
  return empty;
}

describe("a timeline without a viewing says why", () => {
  test("when every entry of the diary lies after the build", () => {
    const { heading, notice } = whyEmpty(siteOf("2010-01-01", "2024-01-05", "2024-01-06"));
    expect(heading).toBe("No day of the diary has come yet");
    expect(notice).toContain(
      "The diary has 2 entries, all of them more than a day after 1 January 2010, when this site was built.",
    );
    expect(notice).not.toContain("no diary");
  });

  test("and counts an entry once that stands in the diary twice", () => {
    const entry = "2024-01-01,Film,2000,https://boxd.it/e,4,,,2024-01-05";
    const other = "2024-01-01,Other,2000,https://boxd.it/f,4,,,";
    expect(whyEmpty(siteOfRows("2010-01-01", entry, entry)).notice).toContain(
      "The diary has 1 entry, more than a day after 1 January 2010",
    );
    expect(whyEmpty(siteOfRows("2010-01-01", entry, other, entry)).notice).toContain(
      "The diary has 2 entries, 1 of them more than a day after 1 January 2010",
    );
  });

  test("when none of its days can be read", () => {
    const { heading, notice } = whyEmpty(siteOf("2024-11-20", "", "2024-02-30"));
    expect(heading).toBe("No day is known yet");
    expect(notice).toContain("The diary has 2 entries, none with a day of watching");
  });

  test("when there is no diary", () => {
    expect(whyEmpty(siteOf("2024-11-20")).notice).toContain("the export has no diary entries");
  });
});
