import { diaryPath } from "../../../library/address.ts";
import type { Site } from "../../../site.ts";
import { type DoubleBill, fullestBills, sharedBills } from "../../../stats/doubleBills.ts";
import * as words from "../../../words/diary.ts";
import { linked } from "../../../words/richText.ts";
import type { Block } from "../../block.ts";
import type { DiaryFacts } from "./facts.ts";

/** The days of the record, and the pairs, that are listed. */
const [recordDays, pairs] = [5, 20];

const dayOf = ({ library, href }: Site, { date }: DoubleBill) => ({
  day: date,
  href: href(diaryPath(date, library)),
});

/** How many days have two films or more, and the days with the most. */
export function billsBlock(site: Site, { bills, bulk }: DiaryFacts): Block | null {
  if (bills.length === 0) return null;
  const most = fullestBills(bills).toReversed();
  return {
    id: "double-bills",
    title: words.billsTitle(site, bills),
    isHalf: true,
    shown: [
      {
        as: "facts",
        facts: most.slice(0, recordDays).map((bill) => ({
          label: [dayOf(site, bill)],
          value: linked(bill.films, site.href),
        })),
      },
      { as: "small", text: words.billsNote(site, { bills, most, listed: recordDays, bulk }) },
    ],
  };
}

/** Films of one day by one director, or of one collection. */
export function sharedBlock(site: Site, { bills }: DiaryFacts): Block | null {
  const shared = sharedBills(bills);
  if (shared.length === 0) return null;
  return {
    id: "pairs",
    title: words.sharedTitle(site, shared.length),
    isHalf: true,
    shown: [
      {
        as: "facts",
        facts: shared.slice(0, pairs).map((bill) => ({
          label: [dayOf(site, bill)],
          value: words.sharedFilms(site, bill),
        })),
      },
      ...(shared.length > pairs
        ? [{ as: "small" as const, text: words.lastOf(site, pairs, shared.length) }]
        : []),
    ],
  };
}
