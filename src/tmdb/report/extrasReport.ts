import { counted, grouped } from "../../counted.ts";

/** The result for filmographies, collections or posters. */
export interface ExtraReport {
  /** "filmographies" */
  what: string;
  wanted: number;
  /** How many can be shown, from the cache or just fetched. */
  known: number;
  /** Messages of requests that failed. */
  failures: string[];
  /** Why the run stopped early, or null. */
  stopped: string | null;
  /** How many are missing or old because the folder cannot be written. */
  lost?: number;
}

/** Lines for a log; none if nothing was wanted. */
export function describeExtras(reports: ExtraReport[]): string[] {
  const wanted = reports.filter((report) => report.wanted > 0);
  if (wanted.length === 0) return [];
  const counts = wanted.map(
    ({ what, wanted, known }) => `${grouped(known)} of ${grouped(wanted)} ${what}`,
  );
  return [`TMDB: ${counts.join(", ")}.`, ...wanted.flatMap(describeGaps)];
}

function describeGaps({ what, wanted, known, failures, stopped }: ExtraReport): string[] {
  const lines: string[] = [];
  const [first, ...others] = failures;
  if (first !== undefined) {
    const more = others.length > 0 ? `, and ${grouped(others.length)} more` : "";
    lines.push(`  ${what}, failed: ${first}${more}`);
  }
  if (stopped !== null) lines.push(`  ${what}, stopped early: ${stopped}`);
  if (what === POSTERS && known < wanted) {
    lines.push(
      `  ${counted(wanted - known, "poster is", "posters are")} missing: a placeholder is drawn instead.`,
    );
  }
  return lines;
}

export const POSTERS = "posters";
