import type { Bar } from "../../charts/bars.ts";
import { columnsChart } from "../../charts/columns.ts";
import { type Kind, kindOf } from "../../library/kinds.ts";
import { sum } from "../../numbers.ts";
import type { Site } from "../../site.ts";
import { decadeRows } from "../../stats/decades.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { columnsTitle, decadeColumnsTitle } from "../../words/groupBlocks.ts";
import { capital } from "../../words/richText.ts";
import type { Block } from "../block.ts";
import type { Ranked } from "./rankingBlocks.ts";

/** More columns than these are too narrow for the names of languages. */
const mostColumns = 10;

/** So many times as high as the next, a column would leave nothing of the others to see. */
const outOfScale = 5;

/** The members with the most films, as columns, without a first one that is out of scale. */
export function columns(site: Site, kind: Kind, { rows }: Ranked): Block | null {
  const [first, second] = rows;
  const isApart = first && second && first.films > outOfScale * second.films;
  const shown = rows.slice(isApart ? 1 : 0).slice(0, mostColumns);
  return columnsBlock(
    site,
    kind,
    shown.map(({ subject: { name, path }, films }) => ({ name, path, films })),
    columnsTitle(site, kind, {
      shown: shown.length,
      all: rows.length,
      beside: isApart ? first.subject : null,
    }),
  );
}

/** Decades in their order, empty ones included. */
export function decadeColumns(site: Site, kind: Kind): Block | null {
  const { library } = site;
  const pages = new Map(library.groups.decade.map((group) => [group.id, group.path]));
  const decades = decadeRows(library.films).map(({ decade, films }) => ({
    name: `${decade}s`,
    path: pages.get(`${decade}`) ?? null,
    films,
  }));
  return columnsBlock(site, kind, decades, decadeColumnsTitle);
}

function columnsBlock(
  { format, href }: Site,
  kind: Kind,
  members: { name: string; path: string | null; films: number }[],
  title: string,
): Block | null {
  if (members.length < 2 || sum(members.map(({ films }) => films)) < enoughToDraw) return null;
  const { one } = kindOf(kind);
  const bars = members.map(
    ({ name, path, films }): Bar => ({
      label: name,
      value: films,
      ...(path && { href: href(path) }),
    }),
  );
  return {
    id: "columns",
    title,
    shown: [
      {
        as: "chart",
        chart: columnsChart(bars, {
          title: `Films by ${one}`,
          format,
          unit: "film",
          head: [capital(one), "Films"],
          labelWidth: Math.max(...bars.map(({ label }) => 16 + 8 * label.length)),
        }),
      },
    ],
  };
}
