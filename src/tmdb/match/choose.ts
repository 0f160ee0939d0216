import { counted, grouped } from "../../counted.ts";
import type { Match } from "../metadata.ts";
import { sameTitle } from "./likeness.ts";
import {
  acceptable,
  distance,
  doubtful,
  type Found,
  GUESS,
  hasAccents,
  hasTitle,
  matched,
  mostVoted,
  outweighs,
  VOTES_RATIO_FAR,
  type Wanted,
  yearsOff,
} from "./searchResults.ts";

/** With fewer votes the film of the very year is left for a later one without a doubt. */
const VOTES_POSSIBLE = 50;
/** With so many times the votes a film of another year leaves a doubt. */
const VOTES_RIVAL = 5;
/** With less than twice the votes, or with no more than so many more, either may be meant. */
const VOTES_ALIKE = 10;

/**
 * The match among search results, or null when none is acceptable. A wrong film is worse than none:
 * two films that could equally be meant give a match of type "none" with both as candidates.
 */
export function choose(wanted: Wanted, found: Found[]): Match | null {
  const titled = acceptable(wanted, found, "title");
  const spelt = acceptable(wanted, found, "spelling");
  const [best] = titled;
  const [rival] = spelt;
  if (!best) return decide(wanted, spelt) ?? chooseFirstPart(wanted, found);
  // “Nun” of the year before, which nobody saw, against “The Nun” of the year.
  const isOutdone = rival !== undefined && distance(wanted, best) > 0 && outweighs(rival, best);
  return decide(wanted, isOutdone ? spelt.filter((result) => !titled.includes(result)) : titled);
}

/** “Dune” of the very year for “Dune: Part One”, if it is the only one. */
function chooseFirstPart(wanted: Wanted, found: Found[]): Match | null {
  if (wanted.year === null) return null;
  const films = found.filter(({ type }) => type === "movie");
  const ranked = acceptable(wanted, films, "first part");
  const [best] = ranked;
  if (!best) return null;
  if (ranked.length > 1) {
    return doubtful("Several films of this year differ from it by “Part One” alone.", ranked);
  }
  return matched(best, 0.8, `A film of the same year, “${best.title}”, but for “Part One”.`);
}

/** What the best of acceptable results is worth. */
function decide(wanted: Wanted, ranked: Found[]): Match | null {
  const [best, second] = ranked;
  if (!best) return null;
  if (wanted.shared) {
    const reason = "Two films of the export have this name and year; which is which is a guess.";
    return matched(best, GUESS, reason);
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
  return decideByYear({ ...wanted, year: wanted.year }, [best, ...ranked.slice(1)], what, worth);
}

function decideByYear(
  wanted: Wanted & { year: number },
  ranked: [Found, ...Found[]],
  title: string,
  titleWorth: number,
): Match {
  const [best, second] = ranked;
  const off = yearsOff(wanted.year, best);
  const what = title + (off === 0 ? " and year" : `, ${years(off)}`);
  const worth = titleWorth * nearness(off);
  const namesakes = ranked.filter(
    (result) =>
      result.year === best.year && hasAccents(wanted, result) === hasAccents(wanted, best),
  );
  const settled = decideAmong(wanted, { ranked, namesakes, what, worth });
  const isByVotes = second && distance(wanted, best) > distance(wanted, second);
  if (isByVotes && settled?.type !== "none") {
    const known = mostVoted(ranked.filter(({ year }) => year === wanted.year)) ?? second;
    const reason = `${what}, preferred for ${counted(best.votes, "vote")} to one nearer in time with ${grouped(known.votes)}.`;
    return matched(best, known.votes < VOTES_POSSIBLE ? titleWorth * 0.8 : GUESS, reason);
  }
  if (settled) return settled;
  const rival = ranked.find((result) => outweighs(result, best, VOTES_RIVAL));
  if (!rival) return matched(best, worth, `${what}.`);
  if (rival.year === best.year && outweighs(rival, best, VOTES_RATIO_FAR)) {
    return matched(best, GUESS, `${what}; “${rival.title}” is far better known.`);
  }
  return matched(best, worth * 0.8, `${what}; one from ${rival.year} is better known.`);
}

/** Which of several of one title and one year it is; null where there is but one. */
function decideAmong(
  wanted: Wanted & { year: number },
  {
    ranked,
    namesakes,
    what,
    worth,
  }: { ranked: Found[]; namesakes: Found[]; what: string; worth: number },
): Match | null {
  const [best, next] = namesakes;
  if (!best || !next) return null;
  const bestKnown = `${what}, the best known of ${grouped(namesakes.length)}`;
  const alike = namesakes.filter(({ votes }) => votes * 2 + VOTES_ALIKE > best.votes);
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
    return matched(best, GUESS, `${bestKnown}, none of which many rated.`);
  }
  const reason = `${grouped(namesakes.length)} of this title are from ${best.year}, about equally known.`;
  return doubtful(reason, ranked, voteShare(best, namesakes));
}

const voteShare = (result: Found, among: Found[]): number =>
  (result.votes + 1) / among.reduce((sum, { votes }) => sum + votes + 1, 0);

/** How much of the confidence a year off leaves: by how often it was right among the known films. */
const nearness = (off: number): number => (off === -1 ? 0.85 : 1 - 0.08 * Math.abs(off));

const years = (off: number) =>
  `${Math.abs(off) === 1 ? "one year" : `${Math.abs(off)} years`} ${off > 0 ? "later" : "earlier"} at TMDB`;
