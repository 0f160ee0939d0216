import { releaseYearsChart } from "../../charts/releaseYears.ts";
import { sum } from "../../numbers.ts";
import type { Site } from "../../site.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { eras, releaseYearRows } from "../../stats/releaseYears.ts";
import { releaseYearsNote } from "../../words/dashboard.ts";
import { releaseYearsTitle } from "../../words/titles.ts";

const spans = [{ id: "all", name: "All years", from: -Infinity, to: Infinity }, ...eras];

/** Films by year of release: all of them, and each era; null with too few films. */
export function releaseYears(site: Site) {
  const drawn = spans.flatMap((span) => drawnSpan(site, span) ?? []);
  // A single era shows the same as all years, or almost.
  const shown = drawn.length > 2 ? drawn : drawn.slice(0, 1);
  if (shown.length === 0) return null;
  const choices = shown.map(({ id, name, count }) => ({
    id,
    name,
    note: site.format.integer(count),
  }));
  return {
    id: "release-years",
    title: releaseYearsTitle(site.library.films),
    choices,
    panels: shown.map(({ id, chart, note }) => ({ id, chart, note })),
  };
}

function drawnSpan(site: Site, span: (typeof spans)[number]) {
  const { library, format, href } = site;
  const rows = releaseYearRows(library.films, span);
  const count = sum(rows.map(({ films }) => films));
  if (rows.length < 2 || count < enoughToDraw) return null;
  const isAll = span.id === "all";
  const paths = new Map(library.groups.decade.map(({ id, path }) => [id, path]));
  const chart = releaseYearsChart(rows, {
    title: isAll ? "Films by year of release" : `Films by year of release, ${span.name}`,
    format,
    link: (year) => `${href("/films/")}#y${year}`,
    decadeLink: (decade) => href(paths.get(`${decade}`) ?? "/films/"),
    keepsYears: !isAll,
  });
  const note = releaseYearsNote(site, { leads: isAll });
  return { id: `era-${span.id}`, name: span.name, count, chart, note };
}
