import { type Kind, kindOf } from "../../library/kinds.ts";
import type { Site } from "../../site.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { pairs as pairsOf } from "../../stats/groupPairs.ts";
import { pairsNote, pairsTitle } from "../../words/groupBlocks.ts";
import { linked } from "../../words/richText.ts";
import { barRows, meanNote } from "../barRows.ts";
import type { Block } from "../block.ts";

const listed = 12;

/** The pairs of groups that most films belong to. */
export function pairs(site: Site, kind: Kind): Block | null {
  const { library, format, href } = site;
  const all = pairsOf(library.films, kind);
  if (all.length < 2 || library.films.length < enoughToDraw) return null;
  return {
    id: "pairs",
    title: pairsTitle(kindOf(kind).many, all),
    shown: [
      {
        as: "bars",
        rows: barRows(
          all.slice(0, listed).map(({ groups, films }) => ({
            label: linked(groups, href),
            amount: films.length,
            note: meanNote(films, format),
          })),
          format,
        ),
      },
      { as: "small", text: pairsNote },
    ],
  };
}
