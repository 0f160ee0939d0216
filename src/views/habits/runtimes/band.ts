import type { Site } from "../../../site.ts";
import { countFilms } from "../../../stats/counts.ts";
import { favourites } from "../../../stats/filmOrder.ts";
import { enoughToDraw } from "../../../stats/finding.ts";
import type { RuntimeBand, TimedFilm } from "../../../stats/runtimes.ts";
import { bandHeading, bandTitle } from "../../../words/runtimes.ts";
import { type Block, type BlockPage, blocksOf, type Figure } from "../../block.ts";
import { diaryFigure, hoursFigure, meanFigure } from "../../figures.ts";
import { peopleBlock } from "../../groups/peopleBlocks.ts";
import { decades } from "../../groups/timeBlocks.ts";
import type { SectionPage } from "../../section.ts";
import { filmPages } from "../filmPages.ts";
import { bandPath } from "./address.ts";

/** The posters above a long list. */
const posters = 8;

/** The films of one length. */
export function bandPages(
  site: Site,
  { band, films }: { band: RuntimeBand; films: TimedFilm[] },
): SectionPage[] {
  const above: BlockPage["above"] = [["/runtimes/", "Runtimes"]];
  const title = bandTitle(band);
  return filmPages(site, { path: bandPath(band), title, above, films }, (list) => ({
    title,
    description: `${bandHeading(site, band, films.length)}.`,
    above,
    heading: [bandHeading(site, band, films.length)],
    figures: figures(site, films),
    blocks: blocksOf(
      films.length < enoughToDraw
        ? [{ ...list, shown: [{ as: "rows", films, posters: true }] }]
        : [best(films), decades(site, { films }), peopleBlock("director")(site, { films }), list],
    ),
  }));
}

function figures({ library, format }: Site, films: TimedFilm[]): Figure[] {
  const { withRuntime } = countFilms(library.films);
  return [
    {
      label: "Films",
      value: format.integer(films.length),
      note: `${format.percent(films.length / withRuntime)} of those with a known runtime`,
    },
    ...diaryFigure(films, format),
    ...meanFigure({ films, all: library.films, format }),
    ...hoursFigure(films, format),
  ];
}

function best(films: TimedFilm[]): Block | null {
  const rated = favourites(films).slice(0, posters);
  return rated.length < posters
    ? null
    : { id: "best", title: "What you rate highest", shown: [{ as: "strip", films: rated }] };
}
