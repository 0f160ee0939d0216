import { type Candidate, type Match, nameAtTmdb } from "../metadata.ts";
import { type Likeness, sameTitle } from "./likeness.ts";
import { foldButAccents } from "./normaliseTitle.ts";

/** One search result, film or series. */
export interface Found extends Candidate {
  originalTitle: string;
  votes: number;
}

export interface Wanted {
  name: string;
  year: number | null;
  /** Another film of the export has the same name and year: any that is acceptable will do. */
  shared?: boolean;
}

/**
 * Letterboxd counts the first showing, festivals included, TMDB the first release. Of 3,202 films
 * with a known id TMDB's year was the same for 2,945, one later for 224, two later for 20, one
 * earlier for 9.
 */
const EARLIEST = -1;
const LATEST = 2;

/**
 * With so many times the votes, and at least so many, a film of a later year is the one people see. A
 * year two later is ten times as rare as one later, so it takes ten times the votes.
 */
const VOTES_RATIO = 20;
export const VOTES_RATIO_FAR = 200;
const VOTES_LEAST = 100;
/** With so many votes a film of the very year is known well enough to be the one. */
const VOTES_KNOWN = 100;

/** The confidence of a match that had to be guessed; matches at or below it are listed as doubtful. */
export const GUESS = 0.5;

/** Matches below it are right nearly always, and worth a look all the same. */
export const SURE = 0.9;

/** How many results the owner is offered to choose from. */
export const CANDIDATES = 3;

export const hasTitle = (wanted: Wanted, result: Found, likeness: Likeness): boolean =>
  sameTitle(wanted.name, result.title, likeness) ||
  sameTitle(wanted.name, result.originalTitle, likeness);

/** Letterboxd takes its titles from TMDB, accents included. */
export const hasAccents = ({ name }: Wanted, { title, originalTitle }: Found): boolean =>
  [title, originalTitle].some((own) => foldButAccents(own) === foldButAccents(name));

const isToTheLetter = ({ name }: Wanted, { title, originalTitle }: Found): boolean =>
  [title, originalTitle].some((own) => own.normalize("NFC") === name.normalize("NFC"));

/**
 * Whether TMDB's year can be that of the wanted film. Series know no festivals: one of another year is
 * another series, save for one in ten.
 */
export function yearFits(
  wanted: number | null,
  { type, year }: Pick<Found, "type" | "year">,
): boolean {
  if (wanted === null) return true;
  if (year === null) return false;
  if (type === "tv") return year === wanted;
  return year - wanted >= EARLIEST && year - wanted <= LATEST;
}

/**
 * Results with the wanted title and a fitting year, best first: the nearest year, of one year the title
 * with the same accents, then the most votes. A title that is not quite the same needs the very year.
 */
export function acceptable(wanted: Wanted, found: Found[], likeness: Likeness): Found[] {
  const { year } = wanted;
  const fits = (result: Found) =>
    likeness === "title" || year === null ? yearFits(year, result) : result.year === year;
  const accents = (result: Found) => Number(year !== null && hasAccents(wanted, result));
  const ranked = distinct(found)
    .filter((result) => hasTitle(wanted, result, likeness) && fits(result))
    .sort(
      (a, b) =>
        distance(wanted, a) - distance(wanted, b) || accents(b) - accents(a) || b.votes - a.votes,
    );
  const favourite = laterFavourite(wanted, ranked);
  return favourite ? [favourite, ...ranked.filter((result) => result !== favourite)] : ranked;
}

/**
 * The later film that is so much better known than those of the very year that it is the one people
 * see: Split was shown in 2016 and released in 2017.
 */
function laterFavourite(wanted: Wanted, ranked: Found[]): Found | null {
  const { year } = wanted;
  const [first] = ranked;
  if (year === null || first?.year !== year) return null;
  const ofTheYear = mostVoted(ranked.filter((result) => result.year === year));
  if (!ofTheYear || ofTheYear.votes >= VOTES_KNOWN) return null;
  // “@ in the mood for love” is not the film that everybody knows.
  const mayBe = (result: Found) => isToTheLetter(wanted, result) || !isToTheLetter(wanted, first);
  const ratio = (result: Found) =>
    yearsOff(year, result) === LATEST ? VOTES_RATIO_FAR : VOTES_RATIO;
  const favourite = ranked.find(
    (result) =>
      yearsOff(year, result) > 0 && mayBe(result) && outweighs(result, ofTheYear, ratio(result)),
  );
  return favourite ?? null;
}

export const matched = (
  { type, id }: Pick<Found, "type" | "id">,
  confidence: number,
  reason: string,
): Match => ({ type, id, confidence: rounded(confidence), reason });

/** @param confidence how sure it is that the first of those found is meant: too little to use it */
export const doubtful = (reason: string, found: Found[], confidence = 0): Match => ({
  type: "none",
  confidence: rounded(confidence),
  reason,
  candidates: found.slice(0, CANDIDATES).map(candidate),
});

export const unknown = (reason: string): Match => doubtful(reason, []);

export const candidate = ({ type, id, title, year, originalTitle, votes }: Found): Candidate => ({
  type,
  id,
  title,
  year,
  ...(originalTitle !== title && { originalTitle }),
  votes,
});

const rounded = (confidence: number) => Math.round(confidence * 100) / 100;

export const yearsOff = (wanted: number, { year }: Found): number => (year ?? 0) - wanted;

/** With so many times the votes, and enough to count for something. */
export const outweighs = (a: Found, b: Found, ratio = VOTES_RATIO): boolean =>
  a.votes >= VOTES_LEAST && a.votes >= ratio * Math.max(1, b.votes);

export const mostVoted = (found: Found[]): Found | null =>
  found.reduce<Found | null>(
    (most, result) => (most && most.votes >= result.votes ? most : result),
    null,
  );

/** Years apart, by how often they are right: one year earlier is rarer than two later. */
export function distance(wanted: Wanted, result: Found): number {
  if (wanted.year === null) return 0;
  if (result.year === null) return 50;
  const off = yearsOff(wanted.year, result);
  return off < 0 ? 1.5 - off : off;
}

export function distinct(found: Found[]): Found[] {
  const seen = new Map(found.map((result) => [nameAtTmdb(result), result]));
  return [...seen.values()];
}
