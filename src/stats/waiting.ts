import { isArchiveFootage } from "../characters.ts";
import type { Group } from "../library/group.ts";
import type { Library } from "../library/library.ts";
import type { Person } from "../library/person.ts";
import type { Title } from "../library/title.ts";
import { remembered } from "../remembered.ts";
import { completeness } from "./completeness.ts";
import { leastDifference } from "./finding.ts";
import { byScore, personRule, type RankingRow, rankingRows } from "./ranking.ts";
import { averageRating } from "./ratings.ts";
import { watchlistRows } from "./watchlist.ts";

/** The unseen films of the watchlist, longest waiting first. */
export const waitingTitles = remembered((library: Library): Title[] =>
  watchlistRows(library.watchlist, library.asOf)
    .filter(({ seen }) => !seen)
    .map(({ film }) => library.titleOf(film)),
);

/** A span of running times. */
export interface Length {
  id: string;
  name: string;
  /** Minutes: at least, and below. */
  from: number;
  below: number;
}

export const lengths: readonly Length[] = [
  { id: "under-90-minutes", name: "Under 90 minutes", from: 0, below: 90 },
  { id: "90-minutes-to-2-hours", name: "90 minutes to 2 hours", from: 90, below: 121 },
  { id: "2-to-3-hours", name: "2 to 3 hours", from: 121, below: 181 },
  { id: "over-3-hours", name: "Over 3 hours", from: 181, below: Number.POSITIVE_INFINITY },
];

export const isOfLength =
  ({ from, below }: Length) =>
  ({ runtime }: Title): boolean =>
    runtime !== null && runtime >= from && runtime < below;

/** Titles by genre, most titles first. A title is in each of its genres. */
export function titlesByGenre(titles: readonly Title[]): { name: string; titles: Title[] }[] {
  const genres = new Map<string, Title[]>();
  for (const title of titles) {
    for (const { name } of title.groups.genre)
      genres.set(name, [...(genres.get(name) ?? []), title]);
  }
  return [...genres]
    .map(([name, own]) => ({ name, titles: own }))
    .sort((a, b) => b.titles.length - a.titles.length || a.name.localeCompare(b.name, "en"));
}

/** Titles by decade of release, oldest first. */
export const titlesByDecade = (titles: readonly Title[]): { decade: number; titles: Title[] }[] =>
  [
    ...Map.groupBy(
      titles.filter(({ year }) => year !== null),
      ({ year }) => Math.floor((year ?? 0) / 10) * 10,
    ),
  ]
    .map(([decade, own]) => ({ decade, titles: own }))
    .sort((a, b) => a.decade - b.decade);

export interface PersonWaiting {
  row: RankingRow<Person>;
  titles: Title[];
}

/**
 * People with a title, by their weighted rating, best first: those who are rated above the mean of all
 * films by a tenth of a star or more. The rule is that of the rankings of people.
 */
export function peopleWaiting(
  { films, people }: Library,
  titles: readonly Title[],
  role: "director" | "actor",
): PersonWaiting[] {
  const overallMean = averageRating(films);
  if (overallMean === null) return [];
  const waiting = new Map<number, Title[]>();
  for (const title of titles) {
    for (const id of idsOf(title, role)) waiting.set(id, [...(waiting.get(id) ?? []), title]);
  }
  const subjects = people.filter(({ id, credits }) => waiting.has(id) && credits[role].length > 0);
  return rankingRows(subjects, ({ credits }) => credits[role], { rule: personRule, overallMean })
    .filter(({ score }) => score !== null && score - overallMean >= leastDifference)
    .sort(byScore)
    .map((row) => ({ row, titles: waiting.get(row.subject.id) ?? [] }));
}

function idsOf({ details }: Title, role: "director" | "actor"): Set<number> {
  if (!details) return new Set();
  const members =
    role === "director"
      ? details.crew.filter((member) => member.role === "director")
      : details.cast.filter(({ character }) => !isArchiveFootage(character));
  return new Set(members.map(({ id }) => id));
}

export interface CollectionWaiting {
  group: Group;
  /** Its films on the watchlist, oldest first. */
  titles: Title[];
  /** Seen films, and the released ones; null if TMDB's list is unknown. */
  of: { seen: number; total: number } | null;
  /** Whether all that is missing of it is on the watchlist. */
  completes: boolean;
}

/** Collections with a seen film and a title. Those that the titles complete come first, then by name. */
export function collectionsWaiting(
  { groups, asOf }: Library,
  titles: readonly Title[],
): CollectionWaiting[] {
  const waiting = Map.groupBy(titles, ({ details }) => details?.collection?.id ?? null);
  return groups.collection
    .flatMap((group): CollectionWaiting[] => {
      const own = waiting.get(Number(group.id));
      if (!own) return [];
      const state = completeness(group.parts, group.films, asOf);
      const ids = new Set(own.map(({ details }) => details?.id));
      return [
        {
          group,
          titles: own.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0)),
          of: state && { seen: state.seen, total: state.total },
          completes:
            state !== null &&
            state.missing.length > 0 &&
            state.missing.every(({ id }) => ids.has(id)),
        },
      ];
    })
    .sort(
      (a, b) =>
        Number(b.completes) - Number(a.completes) || a.group.name.localeCompare(b.group.name, "en"),
    );
}
