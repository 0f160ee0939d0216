import type { SearchResult } from "../client/api.ts";
import { type Candidate, type Match, pageOf } from "../metadata.ts";
import { type Likeness, sameTitle } from "./likeness.ts";
import { normaliseKeepingAccents } from "./normaliseTitle.ts";

export interface WantedFilm {
  name: string;
  year: number | null;
  /** Another film in the export has the same name and year, so that any acceptable result will do. */
  shared?: boolean;
}

/**
 * Letterboxd dates a film by its first showing, festivals included, and TMDB by its first release. Of 3,202
 * films with a known id, TMDB's year was the same for 2,945, one later for 224, two later for 20, and one
 * earlier for 9.
 */
const MIN_YEARS_OFF = -1;
const MAX_YEARS_OFF = 2;

/**
 * With this many times the votes, and at least `MIN_VOTES`, a film of a later year is the one people see.
 * A film two years later is ten times rarer than one a year later, so it needs ten times the votes.
 */
const VOTE_RATIO = 20;
export const VOTE_RATIO_FAR = 200;
const MIN_VOTES = 100;
/** With this many votes a film of the same year is known well enough to be the one. */
const WELL_KNOWN_VOTES = 100;

/** The confidence of a guess; matches at or below it are listed as doubtful. */
export const GUESS_CONFIDENCE = 0.5;

/** Matches below it are nearly always right, but worth a look. */
export const SURE_CONFIDENCE = 0.9;

/** How many candidates the owner can choose from. */
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
 * Whether TMDB's year can be that of the wanted film. A series' year must match exactly: another year is a
 * different series in 9 of 10 cases.
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
 * The results with the wanted title and a fitting year, best first. They are ranked by year, then by the
 * same accents, then by votes. A title that only matches loosely needs the exact year.
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
 * A later film that is far better known than those of the year itself, and so is the one people see: Split
 * was shown in 2016 and released in 2017.
 */
function betterKnownLater(wanted: WantedFilm, ranked: SearchResult[]): SearchResult | null {
  const { year } = wanted;
  const [first] = ranked;
  if (year === null || first?.year !== year) return null;
  const ofTheYear = mostVoted(ranked.filter((result) => result.year === year));
  if (!ofTheYear || ofTheYear.votes >= WELL_KNOWN_VOTES) return null;
  // Exact titles win: “@ in the mood for love” is not the film that everybody knows.
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

/** @param confidence how likely the first result is; too low to use it */
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

/** Whether one result has `ratio` times the votes of the other, and at least `MIN_VOTES`. */
export const outweighs = (a: SearchResult, b: SearchResult, ratio = VOTE_RATIO): boolean =>
  a.votes >= MIN_VOTES && a.votes >= ratio * Math.max(1, b.votes);

export const mostVoted = (found: SearchResult[]): SearchResult | null =>
  found.reduce<SearchResult | null>(
    (most, result) => (most && most.votes >= result.votes ? most : result),
    null,
  );

/** The difference in years, weighted by rarity: a year earlier is rarer than two years later. */
export function yearDistance(wanted: WantedFilm, result: SearchResult): number {
  if (wanted.year === null) return 0;
  if (result.year === null) return 50;
  const off = yearsOff(wanted.year, result);
  return off < 0 ? 1.5 - off : off;
}

export function withoutDuplicates(found: SearchResult[]): SearchResult[] {
  const seen = new Map(found.map((result) => [pageOf(result), result]));
  return [...seen.values()];
}
