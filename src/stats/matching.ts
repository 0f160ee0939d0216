import type { Film } from "../library/film.ts";
import { byTitle } from "../library/titleOrder.ts";
import { type Doubt, doubtOf, doubts } from "../tmdb/match/doubt.ts";
import { overrideLine } from "../tmdb/match/overrides.ts";
import { type Candidate, type Match, matchedPage } from "../tmdb/metadata.ts";
import { type MatchTally, tallyMatches } from "../tmdb/report/tally.ts";

/** A film whose match its owner may want to look at. */
export interface Question {
  film: Film;
  match: Match;
  doubt: Doubt;
  /** What it may be, likeliest first. Never empty: an unknown film may be said to be nothing at TMDB. */
  answers: Answer[];
}

export interface Answer {
  /** Null for "nothing at TMDB". */
  candidate: Candidate | null;
  /** Whether it is what the film is taken for. */
  isTaken: boolean;
  /** Makes it the film, put into overrides.csv. */
  line: string;
}

/** How the seen films were matched. */
export const countMatching = (films: readonly Film[]): MatchTally =>
  tallyMatches(
    films.map(({ match, details, series }) => match && { match, film: details, series }),
  );

/**
 * Films that are one and the same at TMDB, in groups, by title. Letterboxd has one film for each of TMDB's, so one of
 * a group is matched wrongly, or two entries of the export are one film.
 */
export function sharedPages(films: Film[]): Film[][] {
  const found = films.toSorted(byTitle).filter(({ match }) => match && matchedPage(match) !== null);
  const groups = Map.groupBy(found, ({ match }) => match && matchedPage(match));
  return [...groups.values()].filter((group) => group.length > 1);
}

/**
 * What is open, the most urgent kind first; in each the doubts that a look settles best: of what is
 * not used the likeliest, of what is used the least sure, then by title.
 */
export function questions(films: readonly Film[]): Question[] {
  const open = films.toSorted(byTitle).flatMap((film) => {
    const doubt = film.match && doubtOf(film.match);
    return film.match && doubt
      ? [{ film, match: film.match, doubt, answers: answers(film, film.match) }]
      : [];
  });
  return open.sort(
    (a, b) => doubts.indexOf(a.doubt) - doubts.indexOf(b.doubt) || promise(b) - promise(a),
  );
}

const promise = ({ match }: Question): number =>
  match.type === "none" ? match.confidence : -match.confidence;

function answers(film: Film, match: Match): Answer[] {
  const known = film.details ?? film.series;
  const taken: Candidate[] =
    match.type === "none"
      ? []
      : [
          {
            type: match.type,
            id: match.id,
            title: known?.title ?? film.name,
            year: releaseYear(film),
          },
        ];
  const others = match.candidates ?? [];
  const all = [...taken, ...others].map((candidate) => ({
    candidate,
    isTaken: taken.includes(candidate),
    line: overrideLine(film, candidate),
  }));
  return all.length > 0
    ? all
    : [{ candidate: null, isTaken: false, line: overrideLine(film, "none") }];
}

function releaseYear({ details, series }: Film): number | null {
  const day = details?.releaseDate ?? series?.firstAirDate;
  return day ? Number(day.slice(0, 4)) : null;
}
