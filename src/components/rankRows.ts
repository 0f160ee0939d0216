import type { Format } from "../format.ts";
import type { RankingRow } from "../stats/ranking.ts";

type Measure = "films" | "viewings" | "score";

/** Ranking rows as a list shows them: the figure, what stands beside it, and a bar to the longest. */
export function rankRows<Subject extends { name: string; path: string | null }>(
  rows: RankingRow<Subject>[],
  measure: Measure,
  { format, href }: { format: Format; href: (path: string) => string },
) {
  const most = Math.max(...rows.map((row) => row[measure] ?? 0));
  return rows.map((row) => ({
    name: row.subject.name,
    href: row.subject.path && href(row.subject.path),
    value:
      measure === "score" ? format.average(row.average ?? 0) : format.integer(row[measure]),
    note: measure === "score" ? `${format.integer(row.rated)} rated` : note(row, format),
    share: most === 0 ? 0 : (row[measure] ?? 0) / most,
  }));
}

const note = (row: RankingRow<unknown>, format: Format) =>
  row.average === null ? "" : `${format.average(row.average)} ★`;
