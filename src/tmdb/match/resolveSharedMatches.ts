import type { Film } from "../cache/cachedMetadata.ts";
import { type Match, type Metadata, targetOf } from "../metadata.ts";
import { CANDIDATES } from "./searchResults.ts";

/** Up to this confidence a match gives way to a surer one, whichever films these are. */
export const WEAK = 0.8;

/** A film, and what it was taken for. */
interface Rival {
  film: Film;
  known: Metadata;
}

/** A film whose match went to a surer one. */
export interface GivenUp {
  film: Film;
  /** Doubtful, with what it seemed to be among the candidates. */
  match: Match;
  /** What it seemed to be: `movie/12`. */
  target: string;
}

/**
 * Letterboxd has one film for each of TMDB's. So where two of its addresses were taken for one film,
 * the less sure match is wrong, or either may be when they are equally sure: doubtful from then on.
 * A film without an address may be another under a former name, and gives way only where it is weak.
 *
 * @returns those that another film now has to itself, which may yet be something else
 */
export function settleRivals(films: Film[], metadata: Map<string, Metadata>): GivenUp[] {
  const losers: GivenUp[] = [];
  const taken = Map.groupBy(
    films.flatMap((film) => {
      const known = metadata.get(film.key);
      return known ? [{ film, known }] : [];
    }),
    ({ known }) => targetOf(known.match),
  );
  for (const [target, rivals] of taken) {
    if (target === null || rivals.length < 2) continue;
    for (const rival of rivals) {
      const surest = surestOf(rivals.filter((other) => other !== rival));
      if (surest && givesWay(rival, surest)) {
        const known = givenUp(rival.known, surest.film);
        metadata.set(rival.film.key, known);
        losers.push({ film: rival.film, match: known.match, target });
      }
    }
  }
  const held = new Set([...metadata.values()].map(({ match }) => targetOf(match)));
  return losers.filter(({ target }) => held.has(target));
}

function givesWay(rival: Rival, surest: Rival): boolean {
  const { match } = rival.known;
  if (match.overridden) return false;
  // The owner may well mean that two addresses are one film.
  if (surest.known.match.overridden) return match.confidence < 1;
  if (rival.film.uri !== null && surest.film.uri !== null) {
    return sureness(rival) <= sureness(surest);
  }
  return match.confidence <= WEAK && match.confidence < surest.known.match.confidence;
}

const surestOf = (rivals: Rival[]): Rival | null =>
  rivals.reduce<Rival | null>(
    (best, rival) => (best && sureness(best) >= sureness(rival) ? best : rival),
    null,
  );

/** The owner's word comes first, then confidence; of equals the one whose title is TMDB's to the letter. */
function sureness({ film, known }: Rival): number {
  if (known.match.overridden) return 2;
  const isExact = titleOf(known) === film.name;
  return known.match.confidence + (isExact ? 0.001 : 0);
}

const titleOf = ({ film, series }: Metadata): string | null => film?.title ?? series?.title ?? null;

function givenUp(known: Metadata, { name, year }: Film): Metadata {
  const { match, film, series } = known;
  if (match.type === "none") return known;
  const title = titleOf(known) ?? name;
  const released = film?.releaseDate ?? series?.firstAirDate;
  const own = {
    type: match.type,
    id: match.id,
    title,
    year: released ? Number(released.slice(0, 4)) : null,
  };
  const reason = `Seemed to be “${title}”, which is ${name} (${year ?? "no year"}) of the export.`;
  const candidates = [...(match.candidates ?? []).slice(0, CANDIDATES - 1), own];
  return {
    match: { type: "none", confidence: 0.2, reason, candidates },
    film: null,
    series: null,
  };
}
