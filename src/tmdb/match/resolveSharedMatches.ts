import type { ExportFilm } from "../cache/cachedMetadata.ts";
import { type Match, type Metadata, targetOf } from "../metadata.ts";
import { MAX_CANDIDATES } from "./searchResults.ts";

/** Up to this confidence a match gives way to a surer one, whichever films these are. */
export const WEAK_CONFIDENCE = 0.8;

/** A film, and what it was taken for. */
interface MatchedFilm {
  film: ExportFilm;
  known: Metadata;
}

/** A film whose match went to a surer one. */
export interface RejectedMatch {
  film: ExportFilm;
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
export function resolveSharedMatches(
  films: ExportFilm[],
  metadata: Map<string, Metadata>,
): RejectedMatch[] {
  const rejected: RejectedMatch[] = [];
  const taken = Map.groupBy(
    films.flatMap((film) => {
      const known = metadata.get(film.key);
      return known ? [{ film, known }] : [];
    }),
    ({ known }) => targetOf(known.match),
  );
  for (const [target, sharing] of taken) {
    if (target === null || sharing.length < 2) continue;
    for (const one of sharing) {
      const surest = surestOf(sharing.filter((other) => other !== one));
      if (surest && isRejected(one, surest)) {
        const known = rejectMatch(one.known, surest.film);
        metadata.set(one.film.key, known);
        rejected.push({ film: one.film, match: known.match, target });
      }
    }
  }
  const held = new Set([...metadata.values()].map(({ match }) => targetOf(match)));
  return rejected.filter(({ target }) => held.has(target));
}

function isRejected(rival: MatchedFilm, surest: MatchedFilm): boolean {
  const { match } = rival.known;
  if (match.overridden) return false;
  // The owner may well mean that two addresses are one film.
  if (surest.known.match.overridden) return match.confidence < 1;
  if (rival.film.uri !== null && surest.film.uri !== null) {
    return certainty(rival) <= certainty(surest);
  }
  return match.confidence <= WEAK_CONFIDENCE && match.confidence < surest.known.match.confidence;
}

const surestOf = (rivals: MatchedFilm[]): MatchedFilm | null =>
  rivals.reduce<MatchedFilm | null>(
    (best, rival) => (best && certainty(best) >= certainty(rival) ? best : rival),
    null,
  );

/** The owner's word comes first, then confidence; of equals the one whose title is TMDB's to the letter. */
function certainty({ film, known }: MatchedFilm): number {
  if (known.match.overridden) return 2;
  const isExact = titleOf(known) === film.name;
  return known.match.confidence + (isExact ? 0.001 : 0);
}

const titleOf = ({ film, series }: Metadata): string | null => film?.title ?? series?.title ?? null;

function rejectMatch(known: Metadata, { name, year }: ExportFilm): Metadata {
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
  const candidates = [...(match.candidates ?? []).slice(0, MAX_CANDIDATES - 1), own];
  return {
    match: { type: "none", confidence: 0.2, reason, candidates },
    film: null,
    series: null,
  };
}
