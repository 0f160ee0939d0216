import { foremost } from "../stats/finding.ts";
import type { RankingRow } from "../stats/ranking.ts";

/** The rows that a heading may name for their films, and the lists below show in the owner's colour. */
export const leadersOf = <S>(rows: RankingRow<S>[], all: number): RankingRow<S>[] =>
  foremost(rows, ({ films }) => films, { all });
