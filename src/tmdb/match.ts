import { fold, foldLoosely } from "./fold.ts";
import { type Candidate, type Match, nameAtTmdb } from "./metadata.ts";

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

/** How strictly titles are compared. */
export type Likeness = "title" | "spelling";

/**
 * Letterboxd counts the first showing, festivals included, TMDB the first release. Of 3,202 films
 * with a known id TMDB's year was the same for 2,945, one later for 224, two later for 20, one
 * earlier for 9.
 */
const EARLIEST = -1;
const LATEST = 2;

/**
 * With so many times the votes, and at least so many, a film of another year is the one people see. A
 * year two later is ten times as rare as one later, so it takes ten times the votes.
 */
const VOTES_RATIO = 20;
const VOTES_RATIO_FAR = 200;
export const VOTES_LEAST = 100;
/** With so many times the votes a film of another year leaves a doubt. */
const VOTES_RIVAL = 5;

/** The confidence of a match that had to be guessed; matches at or below it are listed as doubtful. */
export const GUESS = 0.5;

/** Matches below it are right nearly always, and worth a look all the same. */
export const SURE = 0.9;

/** How many results the owner is offered to choose from. */
export const CANDIDATES = 3;

export const sameTitle = (wanted: string, title: string, likeness: Likeness): boolean =>
  likeness === "title" ? fold(wanted) === fold(title) : foldLoosely(wanted) === foldLoosely(title);

export const hasTitle = (wanted: Wanted, result: Found, likeness: Likeness): boolean =>
  sameTitle(wanted.name, result.title, likeness) ||
  sameTitle(wanted.name, result.originalTitle, likeness);

const isToTheLetter = ({ name }: Wanted, { title, originalTitle }: Found): boolean =>
  title === name || originalTitle === name;

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

/** Results with the wanted title and a fitting year, best first. */
export function acceptable(wanted: Wanted, found: Found[], likeness: Likeness): Found[] {
  const ranked = distinct(found)
    .filter((result) => yearFits(wanted.year, result) && hasTitle(wanted, result, likeness))
    .sort((a, b) => distance(wanted, a) - distance(wanted, b) || b.votes - a.votes);
  const [first] = ranked;
  if (!first) return [];
  const favourite = ranked.reduce(
    (most, result) => (result.votes > most.votes ? result : most),
    first,
  );
  // “@ in the mood for love” is not the film that everybody knows.
  const isOther = isToTheLetter(wanted, first) && !isToTheLetter(wanted, favourite);
  if (isOther || !outweighs(wanted, favourite, first)) return ranked;
  return [favourite, ...ranked.filter((result) => result !== favourite)];
}

/**
 * The match among search results, or null when none is acceptable. A wrong film is worse than none:
 * two films that could equally be meant give a match of type "none" with both as candidates.
 */
export function choose(wanted: Wanted, found: Found[]): Match | null {
  const titled = acceptable(wanted, found, "title");
  const spelt = acceptable(wanted, found, "spelling");
  const [best] = titled;
  const [rival] = spelt;
  if (!best) return decide(wanted, spelt);
  // “Nun” of the year before, which nobody saw, against “The Nun” of the year.
  const isOutdone =
    rival !== undefined &&
    distance(wanted, best) > 0 &&
    distance(wanted, rival) === 0 &&
    outweighs(wanted, rival, best);
  return decide(wanted, isOutdone ? spelt.filter((result) => !titled.includes(result)) : titled);
}

/** What the best of acceptable results is worth. */
function decide(wanted: Wanted, ranked: Found[]): Match | null {
  const [best, second] = ranked;
  if (!best) return null;
  if (wanted.shared) {
    const reason = "Two films of the export have this name and year; which is which is a guess.";
    return matched(best, GUESS, reason);
  }
  const kind = best.type === "tv" ? "A series" : "A film";
  const isExact = hasTitle(wanted, best, "title");
  const title = isExact ? "of the same title" : `spelt “${best.title}”`;
  const base = (isExact ? 1 : 0.85) * (best.type === "tv" ? 0.95 : 1);
  if (wanted.year === null) {
    if (second && !outweighs(wanted, best, second)) {
      const reason = `${ranked.length} of this title, and the export gives no year.`;
      return doubtful(reason, ranked, voteShare(best, ranked));
    }
    return matched(best, base * 0.7, `${kind} ${title}; the export gives no year.`);
  }
  const off = yearsOff(wanted.year, best);
  const when = off === 0 ? " and year" : `, ${years(off)}`;
  if (second && distance(wanted, best) > distance(wanted, second)) {
    const reason = `${kind} ${title}${when}, preferred for ${best.votes} votes to one nearer in time with ${second.votes}.`;
    return matched(best, base * 0.8, reason);
  }
  const namesakes = ranked.filter((result) => result.year === best.year);
  if (second && second.year === best.year) {
    if (second.votes * 2 > best.votes || best.votes === 0) {
      const reason = `${namesakes.length} of this title are from ${best.year}, about equally known.`;
      return doubtful(reason, ranked, voteShare(best, namesakes));
    }
    const share = outweighs(wanted, best, second) ? 0.95 : 0.88;
    const reason = `${kind} ${title}${when}, the best known of ${namesakes.length}.`;
    return matched(best, base * share * nearness(off), reason);
  }
  const rival = ranked.find(
    ({ votes }) => votes >= VOTES_LEAST && votes >= VOTES_RIVAL * Math.max(1, best.votes),
  );
  if (rival) {
    const reason = `${kind} ${title}${when}; one from ${rival.year} is better known.`;
    return matched(best, base * 0.8 * nearness(off), reason);
  }
  return matched(best, base * nearness(off), `${kind} ${title}${when}.`);
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

const voteShare = (result: Found, among: Found[]): number =>
  (result.votes + 1) / among.reduce((sum, { votes }) => sum + votes + 1, 0);

const yearsOff = (wanted: number, { year }: Found): number => (year ?? 0) - wanted;

/** How much of the confidence a year off leaves: by how often it was right among the known films. */
const nearness = (off: number): number => (off === -1 ? 0.85 : 1 - 0.08 * Math.abs(off));

function outweighs(wanted: Wanted, a: Found, b: Found): boolean {
  const isFar =
    wanted.year !== null && yearsOff(wanted.year, a) === LATEST && b.year === wanted.year;
  const ratio = isFar ? VOTES_RATIO_FAR : VOTES_RATIO;
  return a.votes >= VOTES_LEAST && a.votes >= ratio * Math.max(1, b.votes);
}

/** Years apart, by how often they are right: one year earlier is rarer than two later. */
export function distance(wanted: Wanted, result: Found): number {
  if (wanted.year === null) return 0;
  if (result.year === null) return 50;
  const off = yearsOff(wanted.year, result);
  return off < 0 ? 1.5 - off : off;
}

const years = (off: number) =>
  `${Math.abs(off) === 1 ? "one year" : `${Math.abs(off)} years`} ${off > 0 ? "later" : "earlier"} at TMDB`;

export function distinct(found: Found[]): Found[] {
  const seen = new Map(found.map((result) => [nameAtTmdb(result), result]));
  return [...seen.values()];
}
