import { barsChart } from "../charts/bars.ts";
import type { Site } from "../site.ts";
import type { Bin } from "../stats/bins.ts";

/** A bar per bin. A bin below zero is shown only if something is in it, because it is a mistake. */
export const binsChart = (
  { format }: Site,
  bins: (Bin & { count: number })[],
  options: { title: string; head: [string, string]; labelWidth: number },
) =>
  barsChart(
    bins
      .filter(({ to, count }) => to >= 0 || count > 0)
      .map(({ name, count }) => ({ label: name, value: count })),
    { ...options, format, unit: "viewing" },
  );
