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
  /** What the film may be, likeliest first. The list has at least one answer: "nothing at TMDB". */
  answers: Answer[];
}

export interface Answer {
  /** Null for "nothing at TMDB". */
  candidate: Candidate | null;
  /** Whether the site uses this answer now. */
  isTaken: boolean;
  /** The line of overrides.csv that chooses this answer. */
  line: string;
}

/** How the seen films were matched. */
export const countMatching = (films: readonly Film[]): MatchTally =>
  tallyMatches(
    films.map(({ match, details, series }) => match && { match, film: details, series }),
  );

/**
 * Groups of films with the same match, by title. Letterboxd has one film for each of TMDB's, so a group
 * has a wrong match or is one film in two entries.
 */
export function sharedPages(films: Film[]): Film[][] {
  const found = films.toSorted(byTitle).filter(({ match }) => match && matchedPage(match) !== null);
  const groups = Map.groupBy(found, ({ match }) => match && matchedPage(match));
  return [...groups.values()].filter((group) => group.length > 1);
}

/**
 * The films in doubt, the most urgent kind first. Within a kind, films without a match are ordered by
 * their likeliest candidate, matched films by the least certain match, then by title.
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
