import { progressChart } from "../../charts/progress.ts";
import { yearPath } from "../../library/address.ts";
import type { Title } from "../../library/title.ts";
import type { Site } from "../../site.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { decadeProgress, progressOverTime } from "../../stats/listProgress.ts";
import { seenOf } from "../../words/canon.ts";
import { decadesOfList, progressNote } from "../../words/lists.ts";
import { link } from "../../words/richText.ts";
import type { BarRow, Block } from "../block.ts";

/** How the number of seen films grew; null with few of them in the diary. */
export function progressBlock(site: Site, titles: readonly Title[]): Block | null {
  const { format, href } = site;
  const over = progressOverTime(titles);
  const last = over.points.at(-1);
  if (!last || last.total < enoughToDraw || over.points.length < 2) return null;
  return {
    id: "progress",
    title: "Film by film",
    shown: [
      {
        as: "chart",
        chart: progressChart(over.points, {
          title: "Films of the list seen by then",
          format,
          link: (year) => href(yearPath(year)),
        }),
        caption: progressNote(site, over),
      },
    ],
  };
}

/** How much of each decade is seen; null with few films. */
export function decadeBlock(site: Site, titles: readonly Title[]): Block | null {
  const { format, href, library } = site;
  const rows = decadeProgress(titles);
  if (titles.length < enoughToDraw || rows.length < 2) return null;
  const { title, named } = decadesOfList(site, rows);
  const paths = new Map(library.groups.decade.map(({ id, path }) => [id, path]));
  return {
    id: "decades",
    title,
    shown: [
      {
        as: "bars",
        rows: rows.map(({ decade, all, seen }): BarRow => {
          const path = seen > 0 ? paths.get(`${decade}`) : null;
          return {
            label: [link(`${decade}s`, path && href(path))],
            value: seenOf(site, { seen, all }),
            note: format.percent(seen / all),
            part: seen / all,
            isNamed: decade === named,
          };
        }),
      },
    ],
  };
}
