import { diaryPath, stepPath } from "../../../library/address.ts";
import type { Film } from "../../../library/film.ts";
import { mean } from "../../../numbers.ts";
import type { Site } from "../../../site.ts";
import { countFilms } from "../../../stats/counts.ts";
import { votersRating } from "../../../stats/crowd.ts";
import { favourites } from "../../../stats/filmOrder.ts";
import { enoughToDraw } from "../../../stats/finding.ts";
import { byFilms, rankingRows } from "../../../stats/ranking.ts";
import { onceRated, type RatingStep } from "../../../stats/steps.ts";
import { byVotes } from "../../../stats/voters.ts";
import {
  describeStep,
  onceNote,
  onceTitle,
  stepHeading,
  stepTitle,
} from "../../../words/ratings.ts";
import { capital } from "../../../words/richText.ts";
import { starsSpelt } from "../../../words/titles.ts";
import { type Block, type BlockPage, blocksOf, type Figure, type Shown } from "../../block.ts";
import { diaryFigure, hoursFigure } from "../../figures.ts";
import { peopleBlock } from "../../groups/peopleBlocks.ts";
import { decades } from "../../groups/timeBlocks.ts";
import { countRows } from "../../rankRows.ts";
import type { SectionPage } from "../../section.ts";
import { filmPages } from "../filmPages.ts";

/** The posters of a long list, the genres, and the films that once had the rating. */
const [posters, genresListed, onceListed] = [8, 8, 50];

/** The films with a rating: the first page says what they are, all pages list them. */
export function stepPages(site: Site, step: RatingStep, steps: RatingStep[]): SectionPage[] {
  const { rating, films } = step;
  const above: BlockPage["above"] = [["/ratings/", "Ratings"]];
  const path = stepPath(rating);
  return filmPages(
    site,
    { path, title: stepTitle(rating), above, films, isRatedAlike: true },
    (list) => ({
      title: stepTitle(rating),
      description: describeStep(site, step),
      above,
      heading: [stepHeading(site, step)],
      figures: figures(site, step),
      blocks: blocksOf([
        ...(films.length < enoughToDraw
          ? [{ ...list, shown: [{ as: "rows" as const, films, posters: true }] }]
          : [
              best(step),
              withoutNotes(decades(site, step)),
              genres(site, step),
              withoutNotes(peopleBlock("director")(site, step)),
              withoutNotes(peopleBlock("actor")(site, step)),
              list,
            ]),
        once(site, step),
        others(site, step, steps),
      ]),
    }),
  );
}

function figures({ library, format }: Site, { films }: RatingStep): Figure[] {
  const liked = films.filter((film) => film.liked).length;
  const voters = films.flatMap((film) => votersRating(film) ?? []);
  const average = mean(voters);
  return [
    {
      label: "Films",
      value: format.integer(films.length),
      note: `${format.percent(films.length / countFilms(library.films).rated)} of those you rated`,
    },
    ...(liked > 0
      ? [
          {
            label: "Liked",
            value: format.integer(liked),
            note: format.percent(liked / films.length),
          },
        ]
      : []),
    ...diaryFigure(films, format),
    ...hoursFigure(films, format),
    ...(average === null
      ? []
      : [
          {
            label: "TMDB voters",
            value: format.average(average),
            note: `on average, for ${format.count(voters.length, "film")}`,
          },
        ]),
  ];
}

/** Those liked and seen most often, or the best known if that tells none apart. */
function best({ films }: RatingStep): Block | null {
  const strip = (title: string, shown: Film[]): Block => ({
    id: "first",
    title,
    shown: [{ as: "strip", films: shown.slice(0, posters) }],
  });
  const liked = films.filter((film) => film.liked).length;
  const seenAgain = films.some(({ viewings }) => viewings.length > 1);
  if ((liked > 0 && liked < films.length) || seenAgain) {
    return strip(
      liked > 0 && liked < films.length ? "Liked and seen most often" : "Seen most often",
      favourites(films),
    );
  }
  const known = byVotes(films);
  return known.length < posters
    ? null
    : strip(
        "The best known of them",
        known.map(({ film }) => film),
      );
}

function genres(site: Site, { films }: RatingStep): Block | null {
  const own = new Set(films);
  const rows = rankingRows(site.library.groups.genre, (genre) =>
    genre.films.filter((film) => own.has(film)),
  )
    .filter((row) => row.films > 0)
    .sort(byFilms)
    .slice(0, genresListed);
  return rows.length < 2
    ? null
    : {
        id: "genres",
        title: "Genres",
        isHalf: true,
        shown: [
          {
            as: "ranks",
            rows: countRows(rows, "films", site).map((row) => ({ ...row, note: "" })),
          },
          { as: "small", text: ["A film can have several."] },
        ],
      };
}

/** All these films have one rating, so that a mean beside each row would say nothing. */
const withoutNotes = (block: Block | null): Block | null =>
  block && {
    ...block,
    shown: block.shown.map((one): Shown => {
      if (one.as === "bars") return { ...one, rows: one.rows.map((row) => ({ ...row, note: "" })) };
      if (one.as === "ranks")
        return { ...one, rows: one.rows.map((row) => ({ ...row, note: "" })) };
      return one;
    }),
  };

function once(site: Site, { rating }: RatingStep): Block | null {
  const { library, href } = site;
  const all = onceRated(library.films, rating);
  if (all.length === 0) return null;
  const shown = all.slice(0, onceListed);
  return {
    id: "once",
    title: onceTitle(site, rating, all.length),
    shown: [
      {
        as: "links",
        links: shown.map(({ film, date }) => ({
          text: film.name,
          href: href(film.path),
          note: [
            { day: date, href: href(diaryPath(date, library)) },
            ...(film.rating === null ? ["; not rated now"] : ["; now ", { stars: film.rating }]),
          ],
        })),
      },
      { as: "small", text: onceNote(site, { shown: shown.length, all: all.length }) },
    ],
  };
}

function others({ format, href }: Site, { rating }: RatingStep, steps: RatingStep[]): Block | null {
  const rest = steps.filter((step) => step.rating !== rating);
  return rest.length === 0
    ? null
    : {
        id: "others",
        title: "Other ratings",
        shown: [
          {
            as: "names",
            names: rest.map((step) => ({
              name: capital(starsSpelt(step.rating)),
              href: href(stepPath(step.rating)),
              note: format.count(step.films.length, "film"),
            })),
          },
        ],
      };
}
