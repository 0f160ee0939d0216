import { diaryFolder, diaryYearPath } from "../../library/address.ts";
import type { Site } from "../../site.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { seenAgain } from "../../stats/seenAgain.ts";
import { yearRows } from "../../stats/years.ts";
import * as words from "../../words/diary.ts";
import { type BlockPage, blocksOf, type Figure } from "../block.ts";
import type { Section } from "../section.ts";
import { billsBlock, sharedBlock } from "./diary/bills.ts";
import { milestonesBlock, newestBlock, yearBlocks, yearsBlock } from "./diary/blocks.ts";
import { newBlock, thisDayBlock } from "./diary/days.ts";
import { type DiaryFacts, diaryFacts } from "./diary/facts.ts";
import { timeToLog } from "./diary/timeToLog.ts";
import { diaryYear } from "./diary/year.ts";

export const diary: Section = {
  folder: "diary",
  name: "Diary",
  part: "Diary",
  count: ({ library }) => library.viewings.length,
  pages: (site) => {
    const rows = yearRows(site.library.viewings);
    if (rows.length === 0) return [];
    return [
      { path: diaryFolder, view: () => firstPage(site) },
      ...rows.map((row) => ({
        path: diaryYearPath(row.year),
        view: () => diaryYear(site, rows, row),
      })),
    ];
  },
};

/** The diary as a whole. A short one is listed year by year and not drawn. */
function firstPage(site: Site): BlockPage {
  const facts = diaryFacts(site);
  const isShort = site.library.viewings.length < enoughToDraw;
  return {
    title: "Diary",
    description: words.describeDiary(site),
    above: [],
    heading: words.diaryHeading(site),
    kicker: words.diaryKicker(site),
    figures: figures(site, facts),
    blocks: isShort
      ? yearBlocks(site, facts)
      : blocksOf([
          newestBlock(site, facts),
          yearsBlock(site, facts),
          milestonesBlock(site),
          billsBlock(site, facts),
          sharedBlock(site, facts),
          thisDayBlock(site),
          newBlock(site, facts),
          timeToLog(site),
        ]),
  };
}

function figures(site: Site, { bills, fresh }: DiaryFacts): Figure[] {
  const { library, format, href } = site;
  const { viewings, films } = library;
  const rewatches = viewings.filter(({ rewatch }) => rewatch).length;
  const dated = films.filter((film) => film.viewings.length > 0).length;
  const isShort = viewings.length < enoughToDraw;
  const few = fresh?.films.length ?? 0;
  return [
    { label: "Viewings", value: format.integer(viewings.length) },
    { label: "Films", value: format.integer(dated), href: href("/films/") },
    ...(seenAgain(films).length > 0
      ? [
          {
            label: "Rewatches",
            value: format.integer(rewatches),
            href: href("/rewatches/"),
            note: `${format.percent(rewatches / viewings.length)} of the viewings`,
          },
        ]
      : []),
    ...(library.exactDates
      ? [
          {
            label: "Days with a film",
            value: format.integer(new Set(viewings.map(({ date }) => date)).size),
          },
        ]
      : []),
    ...(bills.length > 0
      ? [
          {
            label: "Double bills",
            value: format.integer(bills.length),
            note: "days with two films or more",
            ...(!isShort && { href: "#double-bills" }),
          },
        ]
      : []),
    ...(few > 0
      ? [
          {
            label: "Seen when new",
            value: format.integer(few),
            note: "within a week of release",
            ...(!isShort && { href: "#new" }),
          },
        ]
      : []),
  ];
}
