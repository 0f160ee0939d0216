import { type Candidate, type Match, nameAtTmdb } from "../metadata.ts";
import { type Likeness, sameTitle } from "./likeness.ts";
import { normaliseKeepingAccents } from "./normaliseTitle.ts";

/** One search result, film or series. */
export interface SearchResult extends Candidate {
  originalTitle: string;
  votes: number;
}

export interface WantedFilm {
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
const MIN_YEARS_OFF = -1;
const MAX_YEARS_OFF = 2;

/**
 * With so many times the votes, and at least so many, a film of a later year is the one people see. A
 * year two later is ten times as rare as one later, so it takes ten times the votes.
 */
const VOTE_RATIO = 20;
export const VOTE_RATIO_FAR = 200;
const MIN_VOTES = 100;
/** With so many votes a film of the very year is known well enough to be the one. */
const WELL_KNOWN_VOTES = 100;

/** The confidence of a match that had to be guessed; matches at or below it are listed as doubtful. */
export const GUESS_CONFIDENCE = 0.5;

/** Matches below it are right nearly always, and worth a look all the same. */
export const SURE_CONFIDENCE = 0.9;

/** How many results the owner is offered to choose from. */
export const MAX_CANDIDATES = 3;

export const hasTitle = (wanted: WantedFilm, result: SearchResult, likeness: Likeness): boolean =>
  sameTitle(wanted.name, result.title, likeness) ||
  sameTitle(wanted.name, result.originalTitle, likeness);

/** Letterboxd takes its titles from TMDB, accents included. */
export const hasSameAccents = (
  { name }: WantedFilm,
  { title, originalTitle }: SearchResult,
): boolean =>
  [title, originalTitle].some(
    (own) => normaliseKeepingAccents(own) === normaliseKeepingAccents(name),
  );

const hasExactTitle = ({ name }: WantedFilm, { title, originalTitle }: SearchResult): boolean =>
  [title, originalTitle].some((own) => own.normalize("NFC") === name.normalize("NFC"));

/**
 * Whether TMDB's year can be that of the wanted film. Series know no festivals: one of another year is
 * another series, save for one in ten.
 */
export function yearFits(
  wanted: number | null,
  { type, year }: Pick<SearchResult, "type" | "year">,
): boolean {
  if (wanted === null) return true;
  if (year === null) return false;
  if (type === "tv") return year === wanted;
  return year - wanted >= MIN_YEARS_OFF && year - wanted <= MAX_YEARS_OFF;
}

/**
 * Results with the wanted title and a fitting year, best first: the nearest year, of one year the title
 * with the same accents, then the most votes. A title that is not quite the same needs the very year.
 */
export function rankAcceptable(
  wanted: WantedFilm,
  found: SearchResult[],
  likeness: Likeness,
): SearchResult[] {
  const { year } = wanted;
  const fits = (result: SearchResult) =>
    likeness === "title" || year === null ? yearFits(year, result) : result.year === year;
  const accents = (result: SearchResult) => Number(year !== null && hasSameAccents(wanted, result));
  const ranked = withoutDuplicates(found)
    .filter((result) => hasTitle(wanted, result, likeness) && fits(result))
    .sort(
      (a, b) =>
        yearDistance(wanted, a) - yearDistance(wanted, b) ||
        accents(b) - accents(a) ||
        b.votes - a.votes,
    );
  const favourite = betterKnownLater(wanted, ranked);
  return favourite ? [favourite, ...ranked.filter((result) => result !== favourite)] : ranked;
}

/**
 * The later film that is so much better known than those of the very year that it is the one people
 * see: Split was shown in 2016 and released in 2017.
 */
function betterKnownLater(wanted: WantedFilm, ranked: SearchResult[]): SearchResult | null {
  const { year } = wanted;
  const [first] = ranked;
  if (year === null || first?.year !== year) return null;
  const ofTheYear = mostVoted(ranked.filter((result) => result.year === year));
  if (!ofTheYear || ofTheYear.votes >= WELL_KNOWN_VOTES) return null;
  // “@ in the mood for love” is not the film that everybody knows.
  const mayBe = (result: SearchResult) =>
    hasExactTitle(wanted, result) || !hasExactTitle(wanted, first);
  const ratio = (result: SearchResult) =>
    yearsOff(year, result) === MAX_YEARS_OFF ? VOTE_RATIO_FAR : VOTE_RATIO;
  const favourite = ranked.find(
    (result) =>
      yearsOff(year, result) > 0 && mayBe(result) && outweighs(result, ofTheYear, ratio(result)),
  );
  return favourite ?? null;
}

export const matched = (
  { type, id }: Pick<SearchResult, "type" | "id">,
  confidence: number,
  reason: string,
): Match => ({ type, id, confidence: rounded(confidence), reason });

/** @param confidence how sure it is that the first of those found is meant: too little to use it */
export const doubtful = (reason: string, found: SearchResult[], confidence = 0): Match => ({
  type: "none",
  confidence: rounded(confidence),
  reason,
  candidates: found.slice(0, MAX_CANDIDATES).map(toCandidate),
});

export const unknown = (reason: string): Match => doubtful(reason, []);

export const toCandidate = ({
  type,
  id,
  title,
  year,
  originalTitle,
  votes,
}: SearchResult): Candidate => ({
  type,
  id,
  title,
  year,
  ...(originalTitle !== title && { originalTitle }),
  votes,
});

const rounded = (confidence: number) => Math.round(confidence * 100) / 100;

export const yearsOff = (wanted: number, { year }: SearchResult): number => (year ?? 0) - wanted;

/** With so many times the votes, and enough to count for something. */
export const outweighs = (a: SearchResult, b: SearchResult, ratio = VOTE_RATIO): boolean =>
  a.votes >= MIN_VOTES && a.votes >= ratio * Math.max(1, b.votes);

export const mostVoted = (found: SearchResult[]): SearchResult | null =>
  found.reduce<SearchResult | null>(
    (most, result) => (most && most.votes >= result.votes ? most : result),
    null,
  );

/** Years apart, by how often they are right: one year earlier is rarer than two later. */
export function yearDistance(wanted: WantedFilm, result: SearchResult): number {
  if (wanted.year === null) return 0;
  if (result.year === null) return 50;
  const off = yearsOff(wanted.year, result);
  return off < 0 ? 1.5 - off : off;
}

export function withoutDuplicates(found: SearchResult[]): SearchResult[] {
  const seen = new Map(found.map((result) => [nameAtTmdb(result), result]));
  return [...seen.values()];
}
