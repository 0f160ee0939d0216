import type { Figures } from "./figures.ts";
import type { KnownFigures } from "./knownFilms.ts";
import { isHolder, memberOf } from "./members.ts";

export interface Comparison {
  isSame: boolean;
  lines: string[];
}

/** One line per group of figures: `films: same`, or the differences. */
export function compareFigures(
  counted: Figures,
  summary: unknown,
  known: KnownFigures | null = null,
): Comparison {
  const asOf = memberOf(memberOf(summary, "export"), "asOf");
  const stated = typeof asOf === "string" && isMonth(asOf) ? withoutDays(counted) : counted;
  const films = { ...stated.films, ...known?.films };
  const groups = Object.entries({ ...stated, ...known, films }).map(([group, figures]) => ({
    group,
    differences: differencesOf(figures, memberOf(summary, group), ""),
  }));
  return {
    isSame: groups.every(({ differences }) => differences.length === 0),
    lines: groups.map(({ group, differences }) =>
      differences.length === 0 ? `${group}: same` : `${group}: differs: ${differences.join("; ")}`,
    ),
  };
}

/** The figures of a site without exact dates: all that need no days. */
const withoutDays = (figures: Figures) => ({
  ...figures,
  viewings: { ...figures.viewings, bulkDays: null },
  drift: null,
  streaks: { longestDays: null, longestWeeks: null, current: null },
  longestGap: null,
  doubleBills: null,
});

const isMonth = (text: string): boolean => /^\d{4}-\d\d$/.test(text);

/** Compares only what was counted, because the summary contains more. */
function differencesOf(counted: unknown, stated: unknown, path: string): string[] {
  if (isSame(counted, stated)) return [];
  const haveMembers = isHolder(counted) && isHolder(stated);
  const areAsMany =
    !Array.isArray(counted) || !Array.isArray(stated) || counted.length === stated.length;
  if (!haveMembers || !areAsMany) {
    return [`${path}counted ${JSON.stringify(counted)}, summary ${JSON.stringify(stated)}`];
  }
  return Object.entries(counted).flatMap(([key, value]) =>
    differencesOf(value, memberOf(stated, key), `${path}${labelOf(value, key)} `),
  );
}

export function isSame(counted: unknown, stated: unknown): boolean {
  if (typeof counted === "number" && typeof stated === "number") {
    // Sums of many ratings may differ in their last digits with the order they are added in.
    return Math.abs(counted - stated) <= 1e-9;
  }
  if (typeof counted === "string" && typeof stated === "string") {
    // Names are counted in Unicode's composed form. A site that withholds exact dates states months.
    return counted === stated.normalize("NFC") || (isMonth(stated) && counted.startsWith(stated));
  }
  return counted === stated;
}

/** Years are named by their number, not by their place in the list. */
const labelOf = (value: unknown, key: string): string => String(memberOf(value, "year") ?? key);
