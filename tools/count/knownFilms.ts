import type { Answers, Details } from "./cache.ts";
import type { Film, Joined } from "./films.ts";
import { memberOf } from "./members.ts";
import { titleOf } from "./namesakes.ts";
import { Uncountable } from "./rows.ts";

/** A film that was seen, with what TMDB says of it. */
export interface KnownFilm {
  film: Film;
  viewings: number;
  /** `movie/12`; empty without a match. */
  page: string;
  /** Null without an answer, and for a series. */
  details: Details | null;
  isSeries: boolean;
}

/**
 * Gives each film the answer for the page at TMDB that films.json names. Which page a film has is
 * taken on trust, because the site decides that by searching.
 *
 * @param published the content of films.json
 */
export function knownFilms(
  { films, viewings }: Joined,
  published: unknown,
  answers: Answers,
): KnownFilm[] {
  const entries = Array.isArray(published) ? published : [];
  const pages = new Map(entries.map((entry) => [nameOf(entry), pageOf(entry)]));
  const seen = new Map<Film, number>();
  for (const { film } of viewings) seen.set(film, (seen.get(film) ?? 0) + 1);
  if (entries.length !== films.length) {
    throw new Uncountable(`films.json has ${entries.length} films, the export ${films.length}.`);
  }
  return films.map((film) => {
    const { uri, name, year } = film;
    const page = pages.get(uri || titleOf(name, year));
    if (page === undefined) throw new Uncountable(`films.json has no ${name} (${uri || year}).`);
    return {
      film,
      viewings: seen.get(film) ?? 0,
      page,
      details: answers.get(page) ?? null,
      isSeries: page.startsWith("tv/") && answers.has(page),
    };
  });
}

/** What tells a film of films.json apart: its address, otherwise Name and Year. */
function nameOf(entry: unknown): string {
  const [uri, name, year] = ["uri", "name", "year"].map((key) => memberOf(entry, key) ?? "");
  return String(uri) || titleOf(String(name).normalize("NFC"), String(year));
}

/** `movie/12`; empty for a film without a match. */
function pageOf(entry: unknown): string {
  const tmdb = memberOf(entry, "tmdb");
  return tmdb ? `${memberOf(tmdb, "type")}/${memberOf(tmdb, "id")}` : "";
}

/** The figures of summary.json that need TMDB's answers, with the same keys. */
export interface KnownFigures {
  films: {
    matched: number;
    series: number;
    unmatched: number;
    shorts: number;
    withRuntime: number;
  };
  minutes: { films: number | null; viewings: number | null };
}

export function countKnown(films: KnownFilm[]): KnownFigures {
  const matched = films.filter(({ details }) => details !== null).length;
  const series = films.filter(({ isSeries }) => isSeries).length;
  const timed = films.flatMap(({ details, viewings }) =>
    details?.runtime ? [{ runtime: details.runtime, viewings: Math.max(1, viewings) }] : [],
  );
  const total = (minutes: number[]) =>
    minutes.length === 0 ? null : minutes.reduce((sum, each) => sum + each);
  return {
    films: {
      matched,
      series,
      unmatched: films.length - matched - series,
      shorts: timed.filter(({ runtime }) => runtime <= 40).length,
      withRuntime: timed.length,
    },
    minutes: {
      films: total(timed.map(({ runtime }) => runtime)),
      viewings: total(timed.map(({ runtime, viewings }) => runtime * viewings)),
    },
  };
}
