import { columnsChart } from "../../../charts/columns.ts";
import { diaryPath } from "../../../library/address.ts";
import { remembered } from "../../../remembered.ts";
import type { Site } from "../../../site.ts";
import {
  changeSinceLogged,
  drift,
  driftSteps,
  type RatingChange,
  ratedViewings,
  rewatchDrift,
} from "../../../stats/drift.ts";
import { enoughRatings, enoughToDraw } from "../../../stats/finding.ts";
import {
  changesHeading,
  changesNote,
  changesTitle,
  describeChanges,
} from "../../../words/changes.ts";
import { driftSentence } from "../../../words/drift.ts";
import { phrase, type RichText } from "../../../words/richText.ts";
import { type Block, type BlockPage, blocksOf, type Figure } from "../../block.ts";

const path = "/ratings/drift/";

/** The films of each list. */
const listed = 100;

/** With fewer columns than these, the figures say as much. */
const enoughSteps = 3;

const bothDrifts = remembered(({ library }: Site) => ({
  rewatched: drift(library.films, rewatchDrift),
  sinceLogged: drift(library.films, changeSinceLogged),
}));

/** The films whose rating changed, between viewings or since the last. */
export function changedCount(site: Site): number {
  const { rewatched, sinceLogged } = bothDrifts(site);
  return new Set([...rewatched.changed, ...sinceLogged.changed].map(({ film }) => film)).size;
}

export const hasDrift = (site: Site): boolean => changedCount(site) > 0;

/** How ratings moved, in a sentence each, with the way to the films. */
export function driftSummary(site: Site): Block | null {
  if (!hasDrift(site)) return null;
  const { rewatched, sinceLogged } = bothDrifts(site);
  return {
    id: "drift",
    title: changesTitle,
    isHalf: true,
    shown: [
      ...(rewatched.films > 0
        ? [{ as: "text" as const, text: driftSentence(site, "On rewatching", rewatched) }]
        : []),
      ...(sinceLogged.changed.length > 0
        ? [
            {
              as: "text" as const,
              text: driftSentence(site, "Since they were logged", sinceLogged),
            },
          ]
        : []),
      { as: "text", text: [{ text: "Every change, with its days", href: site.href(path) }] },
    ],
  };
}

/** The films whose rating changed, with the values and their days. */
export function driftPage(site: Site): BlockPage {
  const { rewatched, sinceLogged } = bothDrifts(site);
  const isUp = ({ change }: RatingChange) => change > 0;
  const up = rewatched.changed.filter(isUp);
  const down = rewatched.changed.filter((row) => !isUp(row));
  return {
    title: changesTitle,
    description: describeChanges(site, rewatched, sinceLogged),
    above: [["/ratings/", "Ratings"]],
    heading: [changesHeading(site, rewatched, sinceLogged)],
    figures: figures(site),
    blocks: blocksOf([
      steps(site, rewatched.changed),
      changes(site, up, { id: "up", title: "Rated higher on rewatching" }),
      changes(site, down, { id: "down", title: "Rated lower on rewatching" }),
      since(site, sinceLogged.changed),
    ]),
  };
}

function figures(site: Site): Figure[] {
  const { format, href } = site;
  const { rewatched, sinceLogged } = bothDrifts(site);
  const { films, up, down, same, mean } = rewatched;
  const counted = (label: string, count: number, to?: string): Figure => ({
    label,
    value: format.integer(count),
    ...(to && count > 0 && { href: `${href(path)}#${to}` }),
  });
  return [
    ...(films > 0
      ? [
          { ...counted("Rated more than once", films), note: "films, at different viewings" },
          counted("Went up", up, "up"),
          counted("Went down", down, "down"),
          counted("Stayed", same),
        ]
      : []),
    ...(mean !== null && films >= enoughRatings
      ? [
          {
            label: "Average change",
            value: format.change(mean),
            note: `over ${format.count(films, "film")}`,
          },
        ]
      : []),
    ...(sinceLogged.changed.length > 0
      ? [
          {
            ...counted("Changed since logged", sinceLogged.changed.length, "since"),
            note: `of ${format.count(sinceLogged.films, "film")}, without a new viewing`,
          },
        ]
      : []),
  ];
}

/** How far the ratings moved; each column leads to the list of its direction. */
function steps(site: Site, changed: RatingChange[]): Block | null {
  const all = driftSteps(changed);
  if (changed.length < enoughToDraw || all.length < enoughSteps) return null;
  const { format, href } = site;
  return {
    id: "steps",
    title: "How far they moved",
    shown: [
      {
        as: "chart",
        chart: columnsChart(
          all.map(({ change, films }) => ({
            label: format.change(change),
            value: films,
            ...(films > 0 && { href: `${href(path)}#${change > 0 ? "up" : "down"}` }),
          })),
          {
            title: "Films by change of rating",
            format,
            unit: "film",
            head: ["Change in stars", "Films"],
            labelWidth: 56,
          },
        ),
        caption: [
          "From the first rated viewing to the last, in ",
          { text: "stars", href: `${href("/about/")}#drift` },
          ".",
        ],
      },
    ],
  };
}

function changes(
  site: Site,
  rows: RatingChange[],
  frame: { id: string; title: string },
): Block | null {
  return changesBlock(site, rows, { ...frame, describe: (row) => viewingsOf(site, row) });
}

function since(site: Site, rows: RatingChange[]): Block | null {
  return changesBlock(site, rows, {
    id: "since",
    title: "Changed since the last viewing",
    describe: ({ film, from, to }) => {
      const last = ratedViewings(film).at(-1);
      return phrase({ stars: from }, ...(last ? [" ", dayOf(site, last.date)] : []), ", now ", {
        stars: to,
      });
    },
  });
}

/** "★★★ 4 May 2020, ★★★★ 3 January 2024": every rated viewing, oldest first. */
const viewingsOf = (site: Site, { film }: RatingChange): RichText =>
  ratedViewings(film).flatMap(
    ({ rating, date }, i, all): RichText => [
      ...(i > 0 ? [all[i - 1]?.date === date ? ", " : ", then "] : []),
      { stars: rating },
      " ",
      dayOf(site, date),
    ],
  );

const dayOf = ({ library, href }: Site, date: string) => ({
  day: date,
  href: href(diaryPath(date, library)),
});

function changesBlock(
  site: Site,
  rows: RatingChange[],
  { id, title, describe }: { id: string; title: string; describe: (row: RatingChange) => RichText },
): Block | null {
  if (rows.length === 0) return null;
  const { format, href } = site;
  const shown = rows.slice(0, listed);
  return {
    id,
    title: `${title}: ${format.count(rows.length, "film")}`,
    shown: [
      {
        as: "links",
        links: shown.map((row) => ({
          text: row.film.name,
          href: href(row.film.path),
          note: phrase(`${format.change(row.change)}: `, describe(row)),
        })),
      },
      { as: "small", text: changesNote(site, shown.length, rows.length) },
    ],
  };
}
