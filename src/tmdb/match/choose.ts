import { counted, grouped } from "../../counted.ts";
import type { Match } from "../metadata.ts";
import { sameTitle } from "./likeness.ts";
import {
  doubtful,
  GUESS_CONFIDENCE,
  hasSameAccents,
  hasTitle,
  matched,
  mostVoted,
  outweighs,
  rankAcceptable,
  type SearchResult,
  VOTE_RATIO_FAR,
  type WantedFilm,
  yearDistance,
  yearsOff,
} from "./searchResults.ts";

/** With fewer votes the film of the very year is left for a later one without a doubt. */
const MIN_VOTES_OF_YEAR = 50;
/** With so many times the votes a film of another year leaves a doubt. */
const RIVAL_VOTE_RATIO = 5;
/** With less than twice the votes, or with no more than so many more, either may be meant. */
const SIMILAR_VOTES = 10;

/**
 * The match among search results, or null when none is acceptable. A wrong film is worse than none:
 * two films that could equally be meant give a match of type "none" with both as candidates.
 */
export function chooseMatch(wanted: WantedFilm, found: SearchResult[]): Match | null {
  const titled = rankAcceptable(wanted, found, "title");
  const spelt = rankAcceptable(wanted, found, "spelling");
  const [best] = titled;
  const [rival] = spelt;
  if (!best) return matchBest(wanted, spelt) ?? chooseFirstPart(wanted, found);
  // “Nun” of the year before, which nobody saw, against “The Nun” of the year.
  const isOutdone = rival !== undefined && yearDistance(wanted, best) > 0 && outweighs(rival, best);
  return matchBest(wanted, isOutdone ? spelt.filter((result) => !titled.includes(result)) : titled);
}

/** “Dune” of the very year for “Dune: Part One”, if it is the only one. */
function chooseFirstPart(wanted: WantedFilm, found: SearchResult[]): Match | null {
  if (wanted.year === null) return null;
  const films = found.filter(({ type }) => type === "movie");
  const ranked = rankAcceptable(wanted, films, "first part");
  const [best] = ranked;
  if (!best) return null;
  if (ranked.length > 1) {
    return doubtful("Several films of this year differ from it by “Part One” alone.", ranked);
  }
  return matched(best, 0.8, `A film of the same year, “${best.title}”, but for “Part One”.`);
}

/** What the best of acceptable results is worth. */
function matchBest(wanted: WantedFilm, ranked: SearchResult[]): Match | null {
  const [best, second] = ranked;
  if (!best) return null;
  if (wanted.shared) {
    const reason = "Two films of the export have this name and year; which is which is a guess.";
    return matched(best, GUESS_CONFIDENCE, reason);
  }
  const isExact = hasTitle(wanted, best, "title");
  const kind = best.type === "tv" ? "A series" : "A film";
  const what = `${kind} ${isExact ? "of the same title" : `spelt “${best.title}”`}`;
  const worth = (isExact ? 1 : 0.85) * (best.type === "tv" ? 0.95 : 1);
  if (wanted.year === null) {
    if (second && !outweighs(best, second)) {
      const reason = `${grouped(ranked.length)} of this title, and the export gives no year.`;
      return doubtful(reason, ranked, voteShare(best, ranked));
    }
    return matched(best, worth * 0.7, `${what}; the export gives no year.`);
  }
  return matchByYear({ ...wanted, year: wanted.year }, [best, ...ranked.slice(1)], what, worth);
}

function matchByYear(
  wanted: WantedFilm & { year: number },
  ranked: [SearchResult, ...SearchResult[]],
  title: string,
  titleWorth: number,
): Match {
  const [best, second] = ranked;
  const off = yearsOff(wanted.year, best);
  const what = title + (off === 0 ? " and year" : `, ${years(off)}`);
  const worth = titleWorth * yearConfidence(off);
  const namesakes = ranked.filter(
    (result) =>
      result.year === best.year && hasSameAccents(wanted, result) === hasSameAccents(wanted, best),
  );
  const settled = matchNamesake(wanted, { ranked, namesakes, what, worth });
  const isByVotes = second && yearDistance(wanted, best) > yearDistance(wanted, second);
  if (isByVotes && settled?.type !== "none") {
    const known = mostVoted(ranked.filter(({ year }) => year === wanted.year)) ?? second;
    const reason = `${what}, preferred for ${counted(best.votes, "vote")} to one nearer in time with ${grouped(known.votes)}.`;
    return matched(
      best,
      known.votes < MIN_VOTES_OF_YEAR ? titleWorth * 0.8 : GUESS_CONFIDENCE,
      reason,
    );
  }
  if (settled) return settled;
  const rival = ranked.find((result) => outweighs(result, best, RIVAL_VOTE_RATIO));
  if (!rival) return matched(best, worth, `${what}.`);
  if (rival.year === best.year && outweighs(rival, best, VOTE_RATIO_FAR)) {
    return matched(best, GUESS_CONFIDENCE, `${what}; “${rival.title}” is far better known.`);
  }
  return matched(best, worth * 0.8, `${what}; one from ${rival.year} is better known.`);
}

/** Which of several of one title and one year it is; null where there is but one. */
function matchNamesake(
  wanted: WantedFilm & { year: number },
  {
    ranked,
    namesakes,
    what,
    worth,
  }: { ranked: SearchResult[]; namesakes: SearchResult[]; what: string; worth: number },
): Match | null {
  const [best, next] = namesakes;
  if (!best || !next) return null;
  const bestKnown = `${what}, the best known of ${grouped(namesakes.length)}`;
  const alike = namesakes.filter(({ votes }) => votes * 2 + SIMILAR_VOTES > best.votes);
  if (alike.length === 1) {
    return matched(best, worth * (outweighs(best, next) ? 0.95 : 0.88), `${bestKnown}.`);
  }
  // Letterboxd shows English titles, as TMDB does.
  const shown = alike.filter((result) => sameTitle(wanted.name, result.title, "spelling"));
  const [only] = shown;
  if (only && shown.length === 1) {
    return matched(only, worth * 0.85, `${what}; others of it have another title in English.`);
  }
  if (best.year === wanted.year && best.votes >= Math.max(1, next.votes * 2)) {
    return matched(best, GUESS_CONFIDENCE, `${bestKnown}, none of which many rated.`);
  }
  const reason = `${grouped(namesakes.length)} of this title are from ${best.year}, about equally known.`;
  return doubtful(reason, ranked, voteShare(best, namesakes));
}

const voteShare = (result: SearchResult, among: SearchResult[]): number =>
  (result.votes + 1) / among.reduce((sum, { votes }) => sum + votes + 1, 0);

/** How much of the confidence a year off leaves: by how often it was right among the known films. */
const yearConfidence = (off: number): number => (off === -1 ? 0.85 : 1 - 0.08 * Math.abs(off));

const years = (off: number) =>
  `${Math.abs(off) === 1 ? "one year" : `${Math.abs(off)} years`} ${off > 0 ? "later" : "earlier"} at TMDB`;
