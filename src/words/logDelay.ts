import type { Site } from "../site.ts";
import { enoughToName } from "../stats/finding.ts";
import type { LogDelay } from "../stats/logDelay.ts";
import { type RichText, sentences } from "./richText.ts";

const were = (count: number) => (count === 1 ? "was" : "were");

/** "How soon you log: 80% by the next day" */
export function logDelayTitle({ format }: Site, { counted, prompt, together }: LogDelay): string {
  const own = counted - together;
  // A share of few viewings would be misleading.
  if (own < enoughToName) return "How soon you log";
  const share = prompt === own ? "all" : format.percent(prompt / own);
  return `How soon you log: ${share} by the next day${together > 0 ? ", not counting entries added in bulk" : ""}`;
}

/** Why entries may be a day ahead, and which viewings the chart leaves out. */
export function logDelayNote({ library, format }: Site, delay: LogDelay): RichText {
  const { together, leftOut, bins } = delay;
  return sentences(
    "Letterboxd dates entries by New Zealand’s clock: what is logged on the evening itself in Europe or the Americas mostly counts as the next day.",
    bins.some(({ to, count }) => to < 0 && count > 0) &&
      "Before: the day of watching was changed after logging.",
    together > 0 &&
      `${format.count(together, "entry", "entries")} later than a week ${were(together)} made on days with ${library.bulkDay} or more, as when an old diary is brought in.`,
    leftOut.bulk > 0 &&
      `Left out: ${format.count(leftOut.bulk, "viewing")} of days that were filled in afterwards.`,
    leftOut.unknown > 0 && `Not known for ${format.count(leftOut.unknown, "viewing")}.`,
  );
}
