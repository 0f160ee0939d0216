import { foremost } from "../stats/finding.ts";
import type { RankingRow } from "../stats/ranking.ts";

/** The rows that a heading may name for their films, and the lists below show in the owner's colour. */
export const leadersOf = <S>(rows: RankingRow<S>[], all: number): RankingRow<S>[] =>
  foremost(rows, ({ films }) => films, { all });

/** What stands before the nth name of so many. */
export const separator = (i: number, all: number): string =>
  i === 0 ? "" : i === all - 1 ? " and " : ", ";
