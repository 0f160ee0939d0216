import { inWords } from "../counted.ts";
import type { Group } from "../library/group.ts";
import { type Kind, kindOf } from "../library/kinds.ts";
import { sum } from "../numbers.ts";
import type { Site } from "../site.ts";
import type { Completeness } from "../stats/completeness.ts";
import { foremost, foremostAlone } from "../stats/finding.ts";
import type { GroupPair } from "../stats/groupPairs.ts";
import { ratingsOf } from "../stats/ratings.ts";
import type { ListedFilm } from "../tmdb/client/filmList.ts";
import { nameOf } from "./groups.ts";
import { capital, type RichText, sentences } from "./richText.ts";

/** Titles and notes of the blocks of a member's page. */

export const bestTitle = "What you rate highest";

/**
 * "All 153 films", or of a longer list what is left of it: "The best 100 of 716 films".
 *
 * @param listed how many of them: rated ones best first, then the others, newest release first
 */
export function allFilmsTitle(
  { format }: Site,
  { films }: Group,
  listed: number = films.length,
): string {
  if (films.length === 1) return "The film";
  if (listed === films.length) return `All ${format.integer(listed)} films`;
  const rated = ratingsOf(films).length;
  const count = `${format.integer(listed)} of ${format.integer(films.length)} films`;
  if (rated === 0) return `The newest ${count}`;
  return rated < listed ? `${count}, best rated first` : `The best ${count}`;
}

/** "The other 153", or "Show 31 to 100" of a list that is cut. */
export const shownFilms = ({ format }: Site, rest: number, listed: number, all: number): string =>
  listed < all
    ? `Show ${format.integer(listed - rest + 1)} to ${format.integer(listed)}`
    : `The other ${format.integer(rest)}`;

/** The order of a list of films, and where those are that it leaves out. */
export function filmsNote({ format, href }: Site, { films }: Group, listed: number): RichText {
  const isRated = films.some(({ rating }) => rating !== null);
  return sentences(
    isRated ? "Best rated first." : "Newest release first.",
    listed < films.length && [
      `The other ${format.integer(films.length - listed)} are on the page of `,
      { text: "all films", href: href("/films/") },
      ".",
    ],
  );
}

export const ratingsOtherwise = "Your ratings beside those of all films";

/** How many are rated, and what the outline is. */
export function ratingsNote(
  { format }: Site,
  { films }: Group,
  { outlined }: { outlined: boolean },
): RichText {
  const rated = ratingsOf(films).length;
  return sentences(
    `Rated: ${format.integer(rated)} of ${format.count(films.length, "film")}.`,
    outlined && "The outline shows as many ratings, spread as over all films.",
  );
}

/** "Most in 2023: 14 viewings", if a heading may name the year. */
export function seenTitle({ format }: Site, years: { year: number; viewings: number }[]): string {
  const first = foremost(years, ({ viewings }) => viewings);
  const [one] = first;
  if (!one) return "When you saw them";
  const each = first.length > 1 ? " each" : "";
  return `Most in ${inWords(first.map(({ year }) => `${year}`))}: ${format.count(one.viewings, "viewing")}${each}`;
}

export const overTimeNote: RichText = [
  "Viewings in the diary, and their share of all viewings of that year.",
];

/** "2014 leads: 30 of 152 films", if a heading may name the year. */
export function byYearsTitle({ format }: Site, years: { year: number; films: number }[]): string {
  const first = foremost(years, ({ films }) => films);
  const [one] = first;
  if (!one) return "Year by year";
  const all = format.count(sum(years.map(({ films }) => films)), "film");
  const lead = first.length > 1 ? "lead" : "leads";
  const each = first.length > 1 ? " each" : "";
  return `${inWords(first.map(({ year }) => `${year}`))} ${lead}: ${format.integer(one.films)}${each} of ${all}`;
}

export const peopleNote: RichText = ["Those with the most of these films."];

/** "In order of release, 2 still to see" */
export const partsTitle = ({ format }: Site, state: Completeness | null): string =>
  state && state.missing.length > 0
    ? `In order of release, ${format.integer(state.missing.length)} still to see`
    : "In order of release";

export const partRatingsTitle = "Your ratings from film to film";

/** Titles and notes of the blocks of a ranking. */

/** "20 countries seen, 177 still to see" */
export const unseenCountries = (
  { format }: Site,
  { seen, unseen }: { seen: number; unseen: number },
): { title: string; summary: string } => ({
  title: `${format.count(seen, "country", "countries")} seen, ${format.integer(unseen)} still to see`,
  summary: `The ${format.count(unseen, "country", "countries")} not yet seen`,
});

export const unseenNote: RichText = [
  "The members and observers of the United Nations, Hong Kong and Taiwan.",
];

/** "The 10 largest languages", "Languages beside English" */
export function columnsTitle(
  { format }: Site,
  kind: Kind,
  { shown, all, beside }: { shown: number; all: number; beside: Group | null },
): string {
  const { many } = kindOf(kind);
  if (beside) return `${capital(many)} beside ${nameOf(beside)}`;
  return shown < all ? `The ${format.integer(shown)} largest ${many}` : `All ${many}`;
}

export const decadeColumnsTitle = "From decade to decade";

/** "Most often together: Comedy and Romance", if a heading may name the pair. */
export function pairsTitle(many: string, all: GroupPair[]): string {
  const first = foremostAlone(all, ({ films }) => films.length);
  return first
    ? `Most often together: ${inWords(first.groups.map(({ name }) => name))}`
    : `Pairs of ${many}`;
}

export const pairsNote: RichText = ["Films that belong to both, with their mean rating."];

export const mostSeenTitle = (hasOthers: boolean): string =>
  hasOthers ? "Two films short or more, most seen first" : "Most seen first";

/** The missing films that a row names. */
const namedMissing = 3;

/** "2 to go: Alien³ and Prometheus"; empty if nothing is missing. */
export function stillToSee({ format }: Site, missing: readonly ListedFilm[]): RichText {
  if (missing.length === 0) return [];
  const listed = missing.toReversed().slice(0, namedMissing);
  const others = missing.length - listed.length;
  const names = inWords([
    ...listed.map(({ title }) => title),
    ...(others > 0 ? [`${format.integer(others)} more`] : []),
  ]);
  return [`${format.integer(missing.length)} to go: ${names}`];
}
