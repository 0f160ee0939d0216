import type { Group } from "../../library/group.ts";
import { kindOf } from "../../library/kinds.ts";
import type { Site } from "../../site.ts";
import { completeness } from "../../stats/completeness.ts";
import { minutes } from "../../stats/minutes.ts";
import { ratingRules } from "../../stats/ranking.ts";
import { describeGroup, groupHeading, shareOfKnown } from "../../words/groups.ts";
import { known } from "../../words/known.ts";
import { capital } from "../../words/richText.ts";
import { type BlockPage, blocksOf } from "../block.ts";
import { type Figure, hoursFigure, meanFigure, seenFigure, viewingFigure } from "../figures.ts";
import { memberBlocks } from "./memberBlocks.ts";

/** The page of a genre, a country, a collection … */
export function memberPage(site: Site, group: Group): BlockPage {
  const { folder, many, memberBlocks: names } = kindOf(group.kind);
  return {
    title: group.name,
    description: describeGroup(site, group),
    above: [[`/${folder}/`, capital(many)]],
    heading: [groupHeading(site, group)],
    figures: groupFigures(site, group),
    blocks: blocksOf(names.map((name) => memberBlocks[name](site, group))),
  };
}

function groupFigures(site: Site, group: Group): Figure[] {
  const { library, format } = site;
  const { kind, films, parts } = group;
  const { headings, rule } = kindOf(kind);
  const least = ratingRules[rule].minimum;
  const mean = meanFigure({ films, all: library.films, least, format });
  const viewings = films.flatMap((film) => film.viewings);
  if (headings === "count") {
    return [
      seenFigure("Films", completeness(parts, films, library.asOf), films.length, format),
      ...viewingFigure(viewings, format),
      ...mean,
      ...runningTimeFigure(site, group),
    ];
  }
  const undated = films.filter((film) => film.viewings.length === 0).length;
  return [
    {
      label: "Films",
      value: format.integer(films.length),
      note: shareOfKnown(site, kind, films),
    },
    ...(viewings.length > 0
      ? [
          {
            label: "Viewings",
            value: format.integer(viewings.length),
            ...(undated > 0 && { note: `${format.count(undated, "film")} not in the diary` }),
          },
        ]
      : []),
    ...mean,
    ...hoursFigure(films, format),
  ];
}

function runningTimeFigure({ format }: Site, { films }: Group): Figure[] {
  const time = minutes(films).films;
  if (time === null) return [];
  const withRuntime = films.filter(({ runtime }) => runtime !== null).length;
  const coverage = known("runtime", {
    known: withRuntime,
    all: films.length,
    unit: "film",
    format,
  });
  return [
    { label: "Running time", value: format.runtime(time), note: `each film once; ${coverage}` },
  ];
}
