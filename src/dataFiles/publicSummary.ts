import type { Format } from "../format.ts";
import type { Summary } from "../stats/summary.ts";

/** The summary for publication: if exact dates are withheld, each day becomes its month. */
export function publicSummary(summary: Summary, { machineDay, exactDates }: Format): Summary {
  if (exactDates) return summary;
  const isDay = (value: unknown) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
  // A keyword or a studio may be called like a day.
  return JSON.parse(JSON.stringify(summary), (key, value) =>
    key !== "name" && isDay(value) ? machineDay(value) : value,
  );
}
