import { inWords } from "../counted.ts";
import type { Film } from "../library/film.ts";
import type { Group } from "../library/group.ts";
import { type Kind, kindOf } from "../library/kinds.ts";
import type { Site } from "../site.ts";
import { compare, enoughToName, leastDifference, soundMean } from "../stats/finding.ts";
import { knownFilms } from "../stats/knownFilms.ts";
import type { RankingRow } from "../stats/ranking.ts";
import { averageRating, overallMean, ratingsOf } from "../stats/ratings.ts";
import { capital, linked, type RichText } from "./richText.ts";
import { headline, ratedOnAverage, sentence } from "./sentences.ts";

/** The sentences on pages of groups, for every kind. */

/** A member's name within a sentence: "Drama", "the United States". */
export const nameOf = ({ kind, name }: Pick<Group, "kind" | "name">): string =>
  kindOf(kind).inSentence?.(name) ?? name;

/**
 * "Drama, in 68% of your films, rated 0.10 above your mean": a share of the films whose groups are
 * known. A kind that counts films has the name alone.
 */
export function groupHeading({ library, format }: Site, { kind, name, films }: Group): string {
  const { measure } = kindOf(kind);
  if (measure === "count") return name;
  const known = knownFilms(library.films, kind).length;
  const share = films.length / known;
  const often =
    films.length < enoughToName || share < 0.01
      ? `${films.length === 1 ? "one" : format.integer(films.length)} of your films`
      : `${films.length === library.films.length ? "all" : format.percent(share)} of your films`;
  const within = measure === "share in" ? "in " : "";
  return headline(`${name}, ${within}${often}`, comparedRating({ library, format }, films));
}

/** How far the mean is from that of all films; null if that may be chance. */
function comparedRating(
  { library, format }: Pick<Site, "library" | "format">,
  films: Film[],
): string | null {
  // Most groups are too small to tell, which needs no look at all other films.
  if (soundMean(ratingsOf(films)) === null) return null;
  const inFilms = new Set(films);
  const others = library.films.filter((film) => !inFilms.has(film));
  const found = compare(ratingsOf(films), ratingsOf(others));
  if (found === "unsure") return null;
  const difference = (averageRating(films) ?? 0) - (overallMean(library.films) ?? 0);
  // The mean of all films includes these, so the difference may be smaller than that to the others.
  if (found === "like" || Math.abs(difference) < leastDifference) return ", rated like the rest";
  return `, rated ${format.average(Math.abs(difference))} ${found} your mean`;
}

/** One sentence for searches and link previews. */
export function describeGroup({ library, format }: Site, { kind, name, films }: Group): string {
  const { one, measure, filmsOf } = kindOf(kind);
  if (measure === "count") {
    return `${format.count(films.length, "seen film")} of the ${one} ${name}.`;
  }
  const overall = overallMean(library.films);
  const mean = ratedOnAverage({ format }, films);
  return sentence([
    measure === "share in"
      ? `${format.count(films.length, "film")} of the ${one} ${name} seen`
      : `${capital(filmsOf(name))}: ${format.integer(films.length)} seen`,
    shareOfKnown({ library, format }, kind, films),
    mean && overall !== null && `${mean} against ${format.average(overall)} over all films`,
  ]);
}

/** "50% of the 834 films with known genres": a share is of the films whose groups are known. */
export function shareOfKnown(
  { library, format }: Pick<Site, "library" | "format">,
  kind: Kind,
  films: Film[],
): string {
  const known = knownFilms(library.films, kind).length;
  const of =
    known === library.films.length
      ? "all films"
      : `the ${format.count(known, "film")} with known ${kindOf(kind).many}`;
  return `${format.percent(films.length / known)} of ${of}`;
}

/**
 * "Drama in 68% of your films", or "9 films of James Bond": the leaders, if the heading may name them.
 */
export function rankingHeading(
  { library, format, href }: Site,
  kind: Kind,
  { rows, first }: { rows: RankingRow<Group>[]; first: RankingRow<Group>[] },
): RichText {
  const { one, many, measure } = kindOf(kind);
  const [leader] = first;
  if (!leader) return [rows.length > 0 ? format.count(rows.length, one, many) : capital(many)];
  const each = first.length > 1 ? " each" : "";
  const names = linked(
    first.map(({ subject }, i) => ({
      name: i === 0 ? capital(nameOf(subject)) : nameOf(subject),
      path: subject.path,
    })),
    href,
  );
  if (measure === "count") return [`${format.integer(leader.films)} films${each} of `, ...names];
  const share =
    leader.films === library.films.length
      ? "all"
      : format.percent(leader.films / knownFilms(library.films, kind).length);
  return [...names, `${measure === "share in" ? " in" : ","} ${share} of your films${each}`];
}

/** "Drama is what you rate highest", or "You rate the 1990s highest". */
export const bestRatedTitle = (group: Group): string =>
  kindOf(group.kind).measure === "share"
    ? `You rate ${nameOf(group)} highest`
    : `${nameOf(group)} is what you rate highest`;

/** What the heading counts, and for how many films it is known. */
export function rankingKicker(
  { library, format }: Site,
  kind: Kind,
  { rows, complete }: { rows: RankingRow<Group>[]; complete: number },
): RichText | undefined {
  if (rows.length === 0) return undefined;
  const { one, many, remark, measure } = kindOf(kind);
  if (measure === "count") {
    const count = format.count(rows.length, one, many);
    const all =
      complete > 0 ? `You have seen all films of ${format.integer(complete)} of them.` : "";
    return [
      `${count} with ${filmsForPage({ library, format }, kind)} seen or more${remark ? `, ${remark}` : ""}. ${all}`.trim(),
    ];
  }
  const known = knownFilms(library.films, kind).length;
  const seen = library.films.length;
  const coverage =
    known < seen && `they are known for ${format.integer(known)} of ${format.count(seen, "film")}`;
  const notes = [remark, coverage].filter(Boolean).join("; ");
  return notes ? [`${capital(notes)}.`] : undefined;
}

/** "two films": what a member needs for a page. */
function filmsForPage({ library, format }: Pick<Site, "library" | "format">, kind: Kind): string {
  const pageFrom = library.pageLimits.kinds[kind];
  return pageFrom === 2 ? "two films" : format.count(pageFrom, "film");
}

/** Why a ranking is empty although the groups of some films are known. */
export const noneYet = (site: Site, kind: Kind): RichText => [
  `You have not seen ${filmsForPage(site, kind)} of one ${kindOf(kind).one} yet.`,
];

/** One sentence for searches and link previews. */
export function describeRanking(
  { library, format }: Site,
  kind: Kind,
  { rows, first, next }: Record<"rows" | "first" | "next", RankingRow<Group>[]>,
): string {
  const { one, many, measure } = kindOf(kind);
  const count = format.count(rows.length, one, many);
  if (measure === "count")
    return `${count} with ${filmsForPage({ library, format }, kind)} seen or more.`;
  const known = knownFilms(library.films, kind).length;
  const [leader] = first;
  const each = first.length > 1 ? " each" : "";
  const share = format.percent((leader?.films ?? 0) / known);
  return sentence([
    `${count} of ${format.count(known, "film")}`,
    leader &&
      `${namesOf(first)} ${measure === "share in" ? `in ${share} of them${each}` : `(${share}${each})`}`,
    leader && next.length > 0 && `then ${namesOf(next)}`,
  ]);
}

const namesOf = (rows: RankingRow<Group>[]): string =>
  inWords(rows.map(({ subject }) => nameOf(subject)));
