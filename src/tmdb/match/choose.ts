import { counted, grouped } from "../../counted.ts";
import type { SearchResult } from "../client/api.ts";
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
  VOTE_RATIO_FAR,
  type WantedFilm,
  yearDistance,
  yearsOff,
} from "./searchResults.ts";

/** A film of the same year with fewer votes loses to a later one without a doubt. */
const MIN_VOTES_OF_YEAR = 50;
/** A film of another year with this many times the votes causes a doubt. */
const RIVAL_VOTE_RATIO = 5;
/** Two films are equally well known if one has less than twice the votes, or at most this many more. */
const SIMILAR_VOTES = 10;

/**
 * Chooses the match among search results; null if none is acceptable. A wrong film is worse than no film, so
 * two equally likely films give a match of type "none" with both as candidates.
 */
export function chooseMatch(wanted: WantedFilm, found: SearchResult[]): Match | null {
  const titled = rankAcceptable(wanted, found, "title");
  const spelt = rankAcceptable(wanted, found, "spelling");
  const [best] = titled;
  const [rival] = spelt;
  if (!best) return matchBest(wanted, spelt) ?? chooseFirstPart(wanted, found);
  // An unknown “Nun” of the year before must not win over “The Nun” of the year.
  const isFarLessKnown =
    rival !== undefined && yearDistance(wanted, best) > 0 && outweighs(rival, best);
  return matchBest(
    wanted,
    isFarLessKnown ? spelt.filter((result) => !titled.includes(result)) : titled,
  );
}

/** Matches “Dune: Part One” with “Dune” of the same year, if there is only one. */
function chooseFirstPart(wanted: WantedFilm, found: SearchResult[]): Match | null {
  if (wanted.year === null) return null;
  const films = found.filter(({ type }) => type === "movie");
  const ranked = rankAcceptable(wanted, films, "first part");
  const [best] = ranked;
  if (!best) return null;
  if (ranked.length > 1) {
    return doubtful("Several films of this year differ only by “Part One”.", ranked);
  }
  return matched(
    best,
    0.8,
    `A film of the same year, “${best.title}”, which differs only by “Part One”.`,
  );
}

/** Matches the best acceptable result, with the confidence it deserves. */
function matchBest(wanted: WantedFilm, ranked: SearchResult[]): Match | null {
  const [best, second] = ranked;
  if (!best) return null;
  if (wanted.shared) {
    const reason = "Two films in the export have this name and year. Which is which is a guess.";
    return matched(best, GUESS_CONFIDENCE, reason);
  }
  const isExact = hasTitle(wanted, best, "title");
  const kind = best.type === "tv" ? "A series" : "A film";
  const what = `${kind} ${isExact ? "with the same title" : `spelt “${best.title}”`}`;
  const worth = (isExact ? 1 : 0.85) * (best.type === "tv" ? 0.95 : 1);
  if (wanted.year === null) {
    if (second && !outweighs(best, second)) {
      const reason = `TMDB has ${grouped(ranked.length)} with this title, and the export gives no year.`;
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
    const reason = `${what}, chosen for ${counted(best.votes, "vote")} over one closer in time with ${grouped(known.votes)}.`;
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

/** Chooses among several results with the same title and year; null if there is only one. */
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
    return matched(only, worth * 0.85, `${what}; the others have a different title in English.`);
  }
  if (best.year === wanted.year && best.votes >= Math.max(1, next.votes * 2)) {
    return matched(best, GUESS_CONFIDENCE, `${bestKnown}, though all have few votes.`);
  }
  const reason = `${grouped(namesakes.length)} with this title are from ${best.year}, about equally well known.`;
  return doubtful(reason, ranked, voteShare(best, namesakes));
}

const voteShare = (result: SearchResult, among: SearchResult[]): number =>
  (result.votes + 1) / among.reduce((sum, { votes }) => sum + votes + 1, 0);

/** Lowers the confidence for another year, by how often that year was right in a trial. */
const yearConfidence = (off: number): number => (off === -1 ? 0.85 : 1 - 0.08 * Math.abs(off));

const years = (off: number) =>
  `${Math.abs(off) === 1 ? "one year" : `${Math.abs(off)} years`} ${off > 0 ? "later" : "earlier"} at TMDB`;
