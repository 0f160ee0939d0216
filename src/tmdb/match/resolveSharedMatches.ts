import type { ExportFilm } from "../metadata.ts";
import { type Match, type Metadata, matchedPage } from "../metadata.ts";
import { MAX_CANDIDATES } from "./searchResults.ts";

/** At or below this confidence, a match always yields to a more certain one. */
export const WEAK_CONFIDENCE = 0.8;

/** A film and its match. */
interface MatchedFilm {
  film: ExportFilm;
  known: Metadata;
}

/** A film whose match was rejected in favour of another film. */
export interface RejectedMatch {
  film: ExportFilm;
  /** The doubt that replaces the match, with the rejected page among the candidates. */
  match: Match;
  /** The rejected page: `movie/12`. */
  target: string;
}

/**
 * Rejects matches of several films with the same page. Letterboxd has one film for each page at TMDB, so if
 * two of its addresses share a page, the less certain match becomes doubtful, or both if they are equally
 * certain. A film without an address may be another film under an old name, so it only yields if its match
 * is weak.
 *
 * @returns the rejected matches whose page another film keeps; a new search may find their real page
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
    ({ known }) => matchedPage(known.match),
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
  const held = new Set([...metadata.values()].map(({ match }) => matchedPage(match)));
  return rejected.filter(({ target }) => held.has(target));
}

function isRejected(one: MatchedFilm, surest: MatchedFilm): boolean {
  const { match } = one.known;
  if (match.overridden) return false;
  // The owner may want two addresses to be the same film.
  if (surest.known.match.overridden) return match.confidence < 1;
  if (one.film.uri !== null && surest.film.uri !== null) {
    return certainty(one) <= certainty(surest);
  }
  return match.confidence <= WEAK_CONFIDENCE && match.confidence < surest.known.match.confidence;
}

const surestOf = (others: MatchedFilm[]): MatchedFilm | null =>
  others.reduce<MatchedFilm | null>(
    (best, one) => (best && certainty(best) >= certainty(one) ? best : one),
    null,
  );

/** Overrides are the most certain, then the highest confidence, then a title exactly as at TMDB. */
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
  const reason = `Looked like “${title}”, but that is ${name} (${year ?? "no year"}) in the export.`;
  const candidates = [...(match.candidates ?? []).slice(0, MAX_CANDIDATES - 1), own];
  return {
    match: { type: "none", confidence: 0.2, reason, candidates },
    film: null,
    series: null,
  };
}
