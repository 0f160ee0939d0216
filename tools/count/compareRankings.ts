import { type Comparison, isSame } from "./compare.ts";
import { isHolder, memberOf } from "./members.ts";
import type { RankingRow, Rankings } from "./rankings.ts";

/** Differences of one ranking that are shown. */
const SHOWN = 5;

/**
 * One line per ranking: `studios: same, 303 rows`, or how it differs. Roles of the crew that nobody has
 * are left out.
 */
export function compareRankings(counted: Rankings, summary: unknown): Comparison {
  const crew = memberOf(summary, "crew");
  const roles = Object.entries(isHolder(crew) ? crew : {}).filter(([, rows]) => !isEmpty(rows));
  const names = [...counted.keys(), ...roles.map(([role]) => `crew.${role}`)];
  const rankings = [...new Set(names)].map((name) => {
    const rows = counted.get(name) ?? [];
    const stated = name.startsWith("crew.")
      ? memberOf(crew, name.slice("crew.".length))
      : memberOf(summary, name);
    return { name, rows, differences: differencesOf(rows, stated) };
  });
  return {
    isSame: rankings.every(({ differences }) => differences.length === 0),
    lines: rankings.map(({ name, rows, differences }) => {
      const shown = differences.slice(0, SHOWN);
      const rest = differences.length - shown.length;
      return differences.length === 0
        ? `${name}: same, ${rows.length} rows`
        : `${name}: differs: ${[...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join("; ")}`;
    }),
  };
}

const isEmpty = (rows: unknown): boolean => Array.isArray(rows) && rows.length === 0;

function differencesOf(counted: RankingRow[], stated: unknown): string[] {
  if (!Array.isArray(stated)) return [`counted ${counted.length} rows, summary has no such list`];
  const statedRows: unknown[] = stated;
  const byId = new Map(statedRows.map((row) => [memberOf(row, "id"), row]));
  const ids = new Set<unknown>(counted.map(({ id }) => id));
  const twice = statedRows.length - byId.size;
  return [
    ...counted.flatMap((row) => differenceOf(row, byId.get(row.id))),
    ...[...byId].filter(([id]) => !ids.has(id)).map(([, row]) => `not counted: ${text(row)}`),
    ...(twice > 0 ? [`${twice} rows have an id of another row`] : []),
    ...statedRows.slice(1).flatMap((row, index) => {
      const above = statedRows[index];
      return areInOrder(above, row) ? [] : [`${text(row)} comes after ${text(above)}`];
    }),
  ];
}

function differenceOf(counted: RankingRow, stated: unknown): string[] {
  const areAllSame = Object.entries(counted).every(([key, value]) =>
    isSame(value, memberOf(stated, key)),
  );
  return areAllSame ? [] : [`counted ${text(counted)}, summary ${text(stated)}`];
}

const text = (row: unknown): string => JSON.stringify(row);

/** Most films first, then by name; two of one name by id. */
function areInOrder(above: unknown, below: unknown): boolean {
  const films = Number(memberOf(above, "films")) - Number(memberOf(below, "films"));
  const [name, other] = [above, below].map((row) => String(memberOf(row, "name")));
  const names = String(name).localeCompare(String(other), "en");
  const [id, next] = [memberOf(above, "id"), memberOf(below, "id")];
  const isIdInOrder = typeof id === "number" ? id < Number(next) : String(id) < String(next);
  return films > 0 || (films === 0 && (names < 0 || (names === 0 && isIdInOrder)));
}
