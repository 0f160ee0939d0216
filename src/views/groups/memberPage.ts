import type { Group } from "../../library/group.ts";
import { kindOf } from "../../library/kinds.ts";
import type { Site } from "../../site.ts";
import { completeness } from "../../stats/completeness.ts";
import { ratingRules } from "../../stats/ranking.ts";
import { describeGroup, groupHeading, shareOfKnown } from "../../words/groups.ts";
import { capital } from "../../words/richText.ts";
import { type BlockPage, blocksOf, type Figure } from "../block.ts";
import { diaryFigure, hoursFigure, meanFigure, seenFigure } from "../figures.ts";
import { memberBlocks } from "./memberBlocks.ts";

/** The page of a genre, a country, a collection … */
export function memberPage(site: Site, group: Group): BlockPage {
  const { folder, many, titleOf, memberBlocks: names } = kindOf(group.kind);
  return {
    title: titleOf?.(group.name) ?? group.name,
    description: describeGroup(site, group),
    above: [[`/${folder}/`, capital(many)]],
    heading: [groupHeading(site, group)],
    figures: groupFigures(site, group),
    blocks: blocksOf(names.map((name) => memberBlocks[name](site, group))),
  };
}

function groupFigures(site: Site, { kind, films, parts }: Group): Figure[] {
  const { library, format } = site;
  const least = ratingRules[kindOf(kind).rule].minimum;
  const state = completeness(parts, films, library.asOf);
  return [
    state
      ? seenFigure("Films", state, films.length, format)
      : {
          label: "Films",
          value: format.integer(films.length),
          note: shareOfKnown(site, kind, films),
        },
    ...diaryFigure(films, format),
    ...meanFigure({ films, all: library.films, least, format }),
    ...hoursFigure(films, format),
  ];
}
