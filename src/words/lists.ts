import type { Site } from "../site.ts";
import { enoughToName, leastOfFirst, soleFirst } from "../stats/finding.ts";
import type { ListProgress, ProgressOverTime } from "../stats/listProgress.ts";
import { seenOf } from "./canon.ts";
import { phrase, type RichText } from "./richText.ts";
import { sentence } from "./sentences.ts";

type Known = Pick<Site, "format">;

interface NamedProgress {
  name: string;
  href: string;
  progress: ListProgress;
}

/** The list that somebody is furthest through, if one is alone and not too short; otherwise null. */
export function furthest<List extends NamedProgress>(lists: readonly List[]): List | null {
  const first = soleFirst(lists, ({ progress }) => progress.seen / Math.max(1, progress.all));
  if (!first) return null;
  const { seen, all } = first.progress;
  return seen >= leastOfFirst && all >= enoughToName ? first : null;
}

/** "You are furthest with Best Picture: 63 of 98 seen" */
export function listsHeading(site: Known, lists: readonly NamedProgress[]): RichText {
  const first = furthest(lists);
  const [only, ...others] = lists;
  if (only && others.length === 0) {
    return [{ text: only.name, href: only.href }, `: ${seenOf(site, only.progress)} seen`];
  }
  if (!first) return ["How far you are through the lists"];
  return [
    "You are furthest with ",
    { text: first.name, href: first.href },
    `: ${seenOf(site, first.progress)} seen`,
  ];
}

export const describeLists = (site: Known, lists: readonly NamedProgress[]): string =>
  sentence([
    site.format.count(lists.length, "list"),
    ...lists.slice(0, 4).map(({ name, progress }) => `${name}: ${seenOf(site, progress)} seen`),
  ]);

/** "Palme d’Or: 41 of 97 films seen, 29 of them rated, 3.90 on average." */
export const describeList = (
  { format }: Known,
  name: string,
  { all, seen, rated, average }: ListProgress,
): string =>
  sentence([
    `${name}: ${format.integer(seen)} of ${format.count(all, "film")} seen`,
    average !== null &&
      rated > 1 &&
      `${format.integer(rated)} of them rated, ${format.average(average)} on average`,
  ]);

/** The sentence below the drawing of the progress. */
export const progressNote = ({ format }: Known, { undated }: ProgressOverTime): RichText =>
  phrase(
    "A film counts from its first viewing in the diary",
    undated > 0 && `; ${format.count(undated, "seen film is", "seen films are")} not in it`,
    ".",
  );

/** "The 1960s lead: 12 of 15 seen", or what the bars show. */
export function decadesOfList(
  { format }: Known,
  rows: readonly { decade: number; all: number; seen: number }[],
): { title: string; named: number | null } {
  const large = rows.filter(({ all, seen }) => all >= enoughToName && seen >= leastOfFirst);
  const first = soleFirst(large, ({ seen, all }) => seen / all);
  return first
    ? {
        title: `Furthest with the ${first.decade}s: ${seenOf({ format }, first)}`,
        named: first.decade,
      }
    : { title: "By decade of release", named: null };
}
