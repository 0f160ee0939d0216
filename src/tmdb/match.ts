import { fold, foldLoosely } from "./fold.ts";
import type { Candidate, Match } from "./metadata.ts";

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
 * Letterboxd counts the first showing, festivals included, TMDB the first release: TMDB's year is
 * often one later, seldom two, hardly ever earlier.
 */
const EARLIEST = -1;
const LATEST = 2;

/** With so many times the votes, and at least so many, a film of another year is the one people see. */
const VOTES_RATIO = 20;
const VOTES_LEAST = 100;

/** The confidence of a match that had to be guessed; matches at or below it are listed as doubtful. */
export const GUESS = 0.5;

export const sameTitle = (wanted: string, title: string, likeness: Likeness): boolean =>
  likeness === "title" ? fold(wanted) === fold(title) : foldLoosely(wanted) === foldLoosely(title);

/** Whether TMDB's year can be that of the wanted film. */
export function yearFits(wanted: number | null, year: number | null): boolean {
  if (wanted === null) return true;
  return year !== null && year - wanted >= EARLIEST && year - wanted <= LATEST;
}

/** Results with the wanted title and a fitting year, best first. */
export function acceptable(wanted: Wanted, found: Found[], likeness: Likeness): Found[] {
  const fitting = distinct(found).filter(
    (result) =>
      yearFits(wanted.year, result.year) &&
      (sameTitle(wanted.name, result.title, likeness) ||
        sameTitle(wanted.name, result.originalTitle, likeness)),
  );
  const ranked = fitting.sort(
    (a, b) => distance(wanted, a) - distance(wanted, b) || b.votes - a.votes,
  );
  const [first] = ranked;
  if (!first) return [];
  const favourite = ranked.reduce(
    (most, result) => (result.votes > most.votes ? result : most),
    first,
  );
  if (!outweighs(favourite, first)) return ranked;
  return [favourite, ...ranked.filter((result) => result !== favourite)];
}

/**
 * The match among search results, or null when none is acceptable. A wrong film is worse than none:
 * two films that could equally be meant give a match of type "none" with both as candidates.
 */
export function choose(wanted: Wanted, found: Found[], likeness: Likeness): Match | null {
  const ranked = acceptable(wanted, found, likeness);
  const [best, second] = ranked;
  if (!best) return null;
  if (wanted.shared) {
    const reason = "Two films of the export have this name and year; which is which is a guess.";
    return matched(best, GUESS, reason);
  }
  const kind = best.type === "tv" ? "A series" : "A film";
  const spelt = likeness === "title" ? "of the same title" : `spelt “${best.title}”`;
  const base = likeness === "title" ? 1 : 0.85;
  if (wanted.year === null) {
    if (second && !outweighs(best, second)) {
      return doubtful(`${ranked.length} of this title, and the export gives no year.`, ranked);
    }
    return matched(best, base * 0.7, `${kind} ${spelt}; the export gives no year.`);
  }
  const off = (best.year ?? 0) - wanted.year;
  if (second && Math.abs(off) > Math.abs((second.year ?? 0) - wanted.year)) {
    const reason = `${kind} ${spelt}, ${years(off)}, preferred for ${best.votes} votes to one of the year with ${second.votes}.`;
    return matched(best, base * 0.85, reason);
  }
  const namesakes = ranked.filter((result) => result.year === best.year).length - 1;
  if (second && second.year === best.year && second.votes * 2 > best.votes && best.votes > 0) {
    return doubtful(`Several of this title are from ${best.year}, about equally known.`, ranked);
  }
  const among = namesakes > 0 ? `, the best known of ${namesakes + 1}` : "";
  if (off === 0)
    return matched(best, base * (namesakes > 0 ? 0.95 : 1), `${kind} ${spelt} and year${among}.`);
  return matched(
    best,
    base * (1 - 0.08 * Math.abs(off)),
    `${kind} ${spelt}, ${years(off)}${among}.`,
  );
}

/** The results nearest to what was wanted, for the owner to choose from. */
export function nearest(wanted: Wanted, found: Found[], count = 3): Candidate[] {
  const titles = new Set(foldWords(wanted.name));
  const score = (result: Found) => {
    const words = foldWords(result.title);
    const shared = words.filter((word) => titles.has(word)).length;
    const likeness = shared / Math.max(1, words.length + titles.size - shared);
    return likeness * 10 - Math.min(10, distance(wanted, result)) + Math.log10(result.votes + 1);
  };
  return distinct(found)
    .sort((a, b) => score(b) - score(a))
    .slice(0, count)
    .map(candidate);
}

export const matched = (
  { type, id }: Pick<Found, "type" | "id">,
  confidence: number,
  reason: string,
): Match => ({ type, id, confidence: Math.round(confidence * 100) / 100, reason });

export const doubtful = (reason: string, found: Found[]): Match => ({
  type: "none",
  confidence: 0,
  reason,
  candidates: found.slice(0, 3).map(candidate),
});

const candidate = ({ type, id, title, year }: Found): Candidate => ({ type, id, title, year });

const foldWords = (title: string) => fold(title).split(" ");

const outweighs = (a: Found, b: Found) =>
  a.votes >= VOTES_LEAST && a.votes >= VOTES_RATIO * Math.max(1, b.votes);

/** Years apart; of two equally far the later one is nearer. */
function distance(wanted: Wanted, result: Found): number {
  if (wanted.year === null) return 0;
  if (result.year === null) return 50;
  const off = result.year - wanted.year;
  return off < 0 ? -off + 0.5 : off;
}

const years = (off: number) =>
  `${Math.abs(off) === 1 ? "one year" : `${Math.abs(off)} years`} ${off > 0 ? "later" : "earlier"} at TMDB`;

function distinct(found: Found[]): Found[] {
  const seen = new Map(found.map((result) => [`${result.type}/${result.id}`, result]));
  return [...seen.values()];
}
