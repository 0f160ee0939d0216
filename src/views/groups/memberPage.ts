import type { Group } from "../../library/group.ts";
import { kindOf } from "../../library/kinds.ts";
import type { Site } from "../../site.ts";
import { completeness } from "../../stats/completeness.ts";
import { ratingRules } from "../../stats/ranking.ts";
import { describeGroup, groupHeading, shareOfKnown } from "../../words/groups.ts";
import { capital } from "../../words/richText.ts";
import { type BlockPage, blocksOf, type Figure } from "../block.ts";
import {
  diaryFigure,
  hoursFigure,
  meanFigure,
  runningTimeFigure,
  seenFigure,
  viewingFigure,
} from "../figures.ts";
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
  const { measure, rule } = kindOf(kind);
  const least = ratingRules[rule].minimum;
  const mean = meanFigure({ films, all: library.films, least, format });
  if (measure === "count") {
    const viewings = films.flatMap((film) => film.viewings);
    return [
      seenFigure("Films", completeness(parts, films, library.asOf), films.length, format),
      ...viewingFigure(viewings, format),
      ...mean,
      ...runningTimeFigure(films, format),
    ];
  }
  return [
    {
      label: "Films",
      value: format.integer(films.length),
      note: shareOfKnown(site, kind, films),
    },
    ...diaryFigure(films, format),
    ...mean,
    ...hoursFigure(films, format),
  ];
}
