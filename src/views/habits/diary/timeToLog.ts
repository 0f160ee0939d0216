import type { Site } from "../../../site.ts";
import { logDelay } from "../../../stats/logDelay.ts";
import { logDelayNote, logDelayTitle } from "../../../words/logDelay.ts";
import { binsChart } from "../../binsChart.ts";
import type { Block } from "../../block.ts";

/** How many days pass until a viewing is logged; null if that is known for none. */
export function timeToLog(site: Site): Block | null {
  const delay = logDelay(site.library.viewings, site.library);
  if (delay.counted === 0) return null;
  return {
    id: "logging",
    title: logDelayTitle(site, delay),
    isHalf: true,
    shown: [
      {
        as: "chart",
        chart: binsChart(site, delay.bins, {
          title: "Viewings by time until logged",
          head: ["Logged after", "Viewings"],
          labelWidth: 98,
        }),
        caption: logDelayNote(site, delay),
      },
    ],
  };
}
