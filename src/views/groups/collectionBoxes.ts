import type { Group } from "../../library/group.ts";
import type { Kind } from "../../library/kinds.ts";
import type { Site } from "../../site.ts";
import { partsInOrder } from "../../stats/parts.ts";
import { byName } from "../../stats/ranking.ts";
import { mostSeenTitle, stillToSee } from "../../words/groupBlocks.ts";
import type { Block, BoxRow } from "../block.ts";
import type { Ranked } from "./rankingBlocks.ts";

/** The rows that are visible at once; names follow. */
const most = 150;

/** Collections of which every film was seen. */
export const complete = (site: Site, _: Kind, { rows, states }: Ranked): Block | null =>
  boxesBlock(
    site,
    { id: "complete", title: "Complete" },
    {
      members: rows
        .map(({ subject }) => subject)
        .filter((subject) => states.get(subject)?.missing.length === 0),
      states,
    },
  );

/** Collections of which one film was not seen. */
export const oneShort = (site: Site, _: Kind, { rows, states }: Ranked): Block | null =>
  boxesBlock(
    site,
    { id: "one-short", title: "One film short" },
    {
      members: rows
        .map(({ subject }) => subject)
        .filter((subject) => states.get(subject)?.missing.length === 1)
        .sort(byName),
      states,
    },
  );

/** All others, most films first; all collections if TMDB's lists are unknown. */
export const mostSeen = (site: Site, _: Kind, { rows, states }: Ranked): Block | null =>
  boxesBlock(
    site,
    { id: "most-seen", title: mostSeenTitle(states.size > 0) },
    {
      members: rows
        .map(({ subject }) => subject)
        .filter((subject) => (states.get(subject)?.missing.length ?? 2) > 1),
      states,
    },
  );

function boxesBlock(
  site: Site,
  frame: { id: string; title: string },
  { members, states }: { members: Group[]; states: Ranked["states"] },
): Block | null {
  if (members.length === 0) return null;
  const { format, href } = site;
  const boxed = members.slice(0, most).map((group): BoxRow => {
    const state = states.get(group);
    const missing = state?.missing ?? [];
    const seen = format.integer(group.films.length);
    return {
      name: group.name,
      href: group.path && href(group.path),
      boxes: partsInOrder(group.films, missing).map(({ film }) => film !== undefined),
      count: missing.length > 0 ? `${seen} of ${format.integer(state?.total ?? 0)}` : seen,
      note: stillToSee(site, missing),
    };
  });
  const names = members.slice(most).map(({ name, path, films }) => ({
    name,
    href: path && href(path),
    note: format.count(films.length, "film"),
  }));
  return {
    ...frame,
    shown: [
      { as: "boxes", rows: boxed },
      ...(names.length > 0 ? [{ as: "names" as const, names }] : []),
    ],
  };
}
