import { byFilms, byScore, type RankingRow } from "./ranking.ts";

type Named = { id: number | string; name: string };

/**
 * The rows that a crowded chart names, most remarkable first: in turn the one with the most films, the
 * highest score and the lowest score. Rows without a score are left out.
 */
export function standouts<Subject extends Named>(
  rows: RankingRow<Subject>[],
  count: number,
): RankingRow<Subject>[] {
  const ranked = rows.filter(({ score }) => score !== null);
  const best = ranked.toSorted(byScore);
  const orders = [ranked.toSorted(byFilms), best, best.toReversed()];
  const turns = ranked.flatMap((_, i) => orders.flatMap((order) => order[i] ?? []));
  return [...new Set(turns)].slice(0, count);
}
