import type { Film } from "./holdings.ts";
import { CANDIDATES } from "./match.ts";
import type { Match, Metadata } from "./metadata.ts";

/** Up to this confidence a match gives way to a surer one. */
const WEAK = 0.8;

/**
 * Letterboxd has one film for each of TMDB's. So where a match that is not quite sure names what
 * another film of the export surely is, it is wrong, and doubtful from then on.
 */
export function settleRivals(films: Film[], metadata: Map<string, Metadata>): void {
  const taken = Map.groupBy(films, ({ key }) => nameOf(metadata.get(key)?.match));
  for (const [name, rivals] of taken) {
    if (name === null || rivals.length < 2) continue;
    const confidence = ({ key }: Film) => metadata.get(key)?.match.confidence ?? 0;
    const surest = rivals.reduce((best, film) =>
      confidence(film) > confidence(best) ? film : best,
    );
    for (const film of rivals) {
      const known = metadata.get(film.key);
      if (!known || known.match.overridden) continue;
      if (confidence(film) > WEAK || confidence(film) >= confidence(surest)) continue;
      metadata.set(film.key, { match: givenUp(known, surest), film: null, series: null });
    }
  }
}

function givenUp({ match, film, series }: Metadata, { name, year }: Film): Match {
  if (match.type === "none") return match;
  const title = film?.title ?? series?.title ?? name;
  const released = film?.releaseDate ?? series?.firstAirDate;
  const own = {
    type: match.type,
    id: match.id,
    title,
    year: released ? Number(released.slice(0, 4)) : null,
  };
  const reason = `Seemed to be “${title}”, which is ${name} (${year ?? "no year"}) of the export.`;
  const candidates = [...(match.candidates ?? []).slice(0, CANDIDATES - 1), own];
  return { type: "none", confidence: 0.2, reason, candidates };
}

const nameOf = (match: Match | undefined): string | null =>
  !match || match.type === "none" ? null : `${match.type}/${match.id}`;
