import { diaryPath } from "../../../library/address.ts";
import type { Site } from "../../../site.ts";
import { onThisDay } from "../../../stats/onThisDay.ts";
import * as words from "../../../words/diary.ts";
import { phrase } from "../../../words/richText.ts";
import type { Block } from "../../block.ts";
import type { DiaryFacts } from "./facts.ts";

/** The most viewings of a day, and the most new films, that are listed. */
const [listed, newest] = [24, 12];

/** What was seen on the day of building in earlier years, or in its month where days are withheld. */
export function thisDayBlock(site: Site): Block | null {
  const { library, settings, href } = site;
  const { reach, viewings } = onThisDay(library, settings.buildDate);
  if (viewings.length === 0) return null;
  return {
    id: "this-day",
    title: words.thisDayTitle(site, reach),
    isHalf: true,
    shown: [
      {
        as: "facts",
        facts: viewings.slice(0, listed).map((viewing) => ({
          label: [{ day: viewing.date, href: href(diaryPath(viewing.date, library)) }],
          value: phrase(
            { text: viewing.film.name, href: href(library.filmOf(viewing).path) },
            viewing.rewatch && ", again",
            viewing.rating !== null && [" ", { stars: viewing.rating } as const],
          ),
        })),
      },
      ...(viewings.length > listed
        ? [{ as: "small" as const, text: words.lastOf(site, listed, viewings.length) }]
        : []),
    ],
  };
}

/** Films that were seen within a week of their release, the last ones first. */
export function newBlock(site: Site, { fresh }: DiaryFacts): Block | null {
  if (!fresh || fresh.films.length === 0) return null;
  const { library, href } = site;
  return {
    id: "new",
    title: words.newTitle(site, fresh),
    isHalf: true,
    shown: [
      {
        as: "facts",
        facts: fresh.films.slice(0, newest).map(({ film, date, days }) => ({
          label: [{ day: date, href: href(diaryPath(date, library)) }],
          value: phrase(
            { text: film.name, href: href(film.path) },
            `, ${words.sinceRelease(site, days)}`,
          ),
        })),
      },
      { as: "small", text: words.newNote(site, fresh, newest) },
    ],
  };
}
