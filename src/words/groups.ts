import { inWords } from "../counted.ts";
import type { Film } from "../library/film.ts";
import type { Group } from "../library/group.ts";
import { type Kind, kindOf } from "../library/kinds.ts";
import type { Site } from "../site.ts";
import { allRatings } from "../stats/allRatings.ts";
import { completeness } from "../stats/completeness.ts";
import { countKnown } from "../stats/countKnown.ts";
import { compareMoments, enoughToName, leastDifference } from "../stats/finding.ts";
import { momentsOf, without } from "../stats/moments.ts";
import { bestPart, partsInOrder } from "../stats/parts.ts";
import type { RankingRow } from "../stats/ranking.ts";
import { ratingsOf } from "../stats/ratings.ts";
import { capital, linked, type RichText, sentences } from "./richText.ts";
import { headline, ratedOnAverage, sentence } from "./sentences.ts";

/** The sentences on pages of groups, for every kind. */

/** A member's name within a sentence: "Drama", "the United States". */
export const nameOf = ({ kind, name }: Pick<Group, "kind" | "name">): string =>
  kindOf(kind).inSentence?.(name) ?? name;

/** "12 films by A24", "1 film of Iceland" */
const countedFilms = ({ format }: Pick<Site, "format">, { kind, name, films }: Group) =>
  `${format.integer(films.length)} ${kindOf(kind).filmsOf(name, films.length === 1 ? "film" : "films")}`;

/** "films with the keyword “heist”" */
export const filmsOf = ({ kind, name }: Pick<Group, "kind" | "name">): string =>
  kindOf(kind).filmsOf(name);

/**
 * "Drama, in 68% of your films, rated 0.10 above your mean": a share of the films whose groups are
 * known, or a number if it is small: "3 films of Iceland".
 */
export function groupHeading(site: Site, group: Group): string {
  const { library, format } = site;
  const { kind, name, films } = group;
  const { measure } = kindOf(kind);
  const [only, ...others] = films;
  if (group.parts !== null) return partsHeading(site, group);
  if (only && others.length === 0) return headline(countedFilms(site, group), `: ${only.name}`);
  const share = films.length / countKnown(library.films, kind);
  const rated = comparedRating(site, films);
  if (measure === "count" || films.length < enoughToName || share < 0.01) {
    return headline(countedFilms(site, group), rated);
  }
  const often = `${films.length === library.films.length ? "all" : format.percent(share)} of your films`;
  return headline(
    measure === "share in" ? `${name}, in ${often}` : `${capital(nameOf(group))}: ${often}`,
    rated,
  );
}

const places = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

/** "Alien: 3 of 6 films seen, the second is the one you like best" */
function partsHeading(site: Site, { name, films, parts }: Group): string {
  const { library, format } = site;
  const state = completeness(parts, films, library.asOf);
  const missing = state?.missing ?? [];
  const all = format.count(films.length + missing.length, "film");
  const seen = missing.length === 0 ? `all ${all}` : `${format.integer(films.length)} of ${all}`;
  const best = bestPart(partsInOrder(films, missing));
  const place = best && (places[best.place - 1] ?? `number ${best.place}`);
  return headline(
    `${name}: ${seen} seen`,
    place && `, the ${place} is the one you like best`,
    comparedRating(site, films),
  );
}

/** How far the mean is from that of all films; null if that may be chance. */
function comparedRating(
  { library, format }: Pick<Site, "library" | "format">,
  films: readonly Film[],
): string | null {
  const all = allRatings(library.films);
  const own = momentsOf(ratingsOf(films));
  const found = compareMoments(own, without(all.moments, own));
  if (found === "unsure") return null;
  const difference = own.sum / own.count - (all.mean ?? 0);
  if (found === "like") return ", rated like the rest";
  // The mean of all films includes these, so the difference may be smaller than that to the others.
  if (Math.abs(difference) < leastDifference) return null;
  return `, rated ${format.average(Math.abs(difference))} ${found} your mean`;
}

/** One sentence for searches and link previews. */
export function describeGroup(site: Site, group: Group): string {
  const { library, format } = site;
  const overall = allRatings(library.films).mean;
  const mean = ratedOnAverage(site, group.films);
  return sentence([
    `${countedFilms(site, group)} seen`,
    shareOfKnown(site, group.kind, group.films),
    mean && overall !== null && `${mean} against ${format.average(overall)} over all films`,
  ]);
}

/**
 * "50% of the 834 films with known genres": a share is of the films whose groups are known. Not every
 * film has a studio or a collection, so that a share of these is of the films that TMDB knows.
 */
export function shareOfKnown(
  { library, format }: Pick<Site, "library" | "format">,
  kind: Kind,
  films: readonly Film[],
): string {
  const known = countKnown(library.films, kind);
  const { many, measure, knownBy } = kindOf(kind);
  const ofKnown = knownBy ? `with a known ${knownBy}` : `with known ${many}`;
  const which = measure === "count" ? "that TMDB knows" : ofKnown;
  const of =
    known === library.films.length ? "all films" : `the ${format.count(known, "film")} ${which}`;
  const share = films.length / known;
  return `${share < 0.005 ? "less than 1%" : format.percent(share)} of ${of}`;
}

/** "Drama in 68% of your films", or "A24: 9 films seen": the leaders, if the heading may name them. */
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
      name: i === 0 && measure !== "count" ? capital(nameOf(subject)) : nameOf(subject),
      path: subject.path,
    })),
    href,
  );
  if (measure === "count") {
    return [...names, `: ${format.count(leader.films, "film")}${each || " seen"}`];
  }
  const share =
    leader.films === library.films.length
      ? "all"
      : format.percent(leader.films / countKnown(library.films, kind));
  return [...names, `${measure === "share in" ? " in" : ":"} ${share} of your films${each}`];
}

/** "You rate films of the 1990s highest", "Highest rated: A24" */
export const bestRatedTitle = (group: Group): string =>
  kindOf(group.kind).measure === "count"
    ? `Highest rated: ${nameOf(group)}`
    : `You rate ${filmsOf(group)} highest`;

/** What the heading counts, and for how many films it is known. */
export function rankingKicker(
  site: Site,
  kind: Kind,
  { rows, complete }: { rows: RankingRow<Group>[]; complete: number },
): RichText | undefined {
  if (rows.length === 0) return undefined;
  const { library, format } = site;
  const { remark, measure, knownBy } = kindOf(kind);
  if (measure === "count") {
    return sentences(
      rankedMembers(site, kind, rows.length),
      remark && `${remark}.`,
      complete > 0 && `You have seen all films of ${format.integer(complete)} of them.`,
    );
  }
  const known = countKnown(library.films, kind);
  const seen = library.films.length;
  const coverage =
    known < seen &&
    `${knownBy ? `the ${knownBy} is` : "they are"} known for ${format.integer(known)} of ${format.count(seen, "film")}`;
  const notes = [remark, coverage].filter(Boolean).join("; ");
  return notes ? [`${capital(notes)}.`] : undefined;
}

/** "24 studios with two films seen or more." */
function rankedMembers({ format }: Pick<Site, "format">, kind: Kind, count: number): string {
  const { one, many, ranked } = kindOf(kind);
  const least = leastForRow({ format }, kind);
  const which = ranked?.(least) ?? `with ${least} films seen or more`;
  return `${format.count(count, one, many)} ${which}.`;
}

/** "two": the films that a member needs to be ranked. */
function leastForRow({ format }: Pick<Site, "format">, kind: Kind): string {
  const { pageFrom } = kindOf(kind);
  return pageFrom === 2 ? "two" : format.integer(pageFrom);
}

/** Why a ranking is empty although the groups of some films are known. */
export const noneYet = (site: Site, kind: Kind): RichText => [
  `You have not seen ${leastForRow(site, kind)} films of one ${kindOf(kind).one} yet.`,
];

/** One sentence for searches and link previews. */
export function describeRanking(
  { library, format }: Site,
  kind: Kind,
  { rows, first, next }: Record<"rows" | "first" | "next", RankingRow<Group>[]>,
): string {
  const { one, many, measure } = kindOf(kind);
  const count = format.count(rows.length, one, many);
  if (measure === "count") return rankedMembers({ format }, kind, rows.length);
  const known = countKnown(library.films, kind);
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
