import { remembered } from "../../../remembered.ts";
import type { Site } from "../../../site.ts";
import { bulkDays } from "../../../stats/bulkDays.ts";
import { doubleBills } from "../../../stats/doubleBills.ts";
import { seenNew } from "../../../stats/seenNew.ts";
import { yearRows } from "../../../stats/years.ts";

/** The figures that several parts of the page state. */
export const diaryFacts = remembered(({ library }: Site) => ({
  years: yearRows(library.viewings),
  bills: doubleBills(library),
  bulk: bulkDays(library.viewings, library.bulkDay),
  fresh: seenNew(library),
}));

export type DiaryFacts = ReturnType<typeof diaryFacts>;
