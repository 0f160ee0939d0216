import { isDay, yearOf } from "../../day.ts";
import { jobRoles, roleOfJob } from "../../jobs.ts";
import type {
  CastMember,
  CrewMember,
  FilmDetails,
  Named,
  Recorded,
  SeriesDetails,
} from "../metadata.ts";
import { type MovieAnswer, movieAnswer, type TvAnswer, tvAnswer } from "./answers.ts";

const MAX_CAST = 15;

/** @throws ZodError if the answer is not a film */
export function filmDetails(answer: unknown): FilmDetails {
  return trimFilm(movieAnswer.parse(answer));
}

/** @throws ZodError if the answer is not a series */
export function seriesDetails(answer: unknown): SeriesDetails {
  return trimSeries(tvAnswer.parse(answer));
}

/** A film's details, and the facts that only the matching needs. */
export interface FilmAnswer {
  film: FilmDetails;
  /** The alternative titles in other countries. */
  titles: string[];
  /** The years of all its releases anywhere, festivals included. */
  releaseYears: number[];
}

export function readFilm(answer: unknown): FilmAnswer {
  const movie = movieAnswer.parse(answer);
  const days = movie.release_dates.map(({ release_date }) => dayOrNull(release_date?.slice(0, 10)));
  return {
    film: trimFilm(movie),
    titles: movie.alternative_titles.map(({ title }) => title),
    releaseYears: days.flatMap((released) => (released ? [yearOf(released)] : [])),
  };
}

/** A series' details, and the facts that only the matching needs. */
export interface SeriesAnswer {
  series: SeriesDetails;
  /** Whether it is still in production. */
  isRunning: boolean;
}

export function readSeries(answer: unknown): SeriesAnswer {
  const series = tvAnswer.parse(answer);
  return {
    series: trimSeries(series),
    isRunning: series.in_production ?? false,
  };
}

function trimFilm(movie: MovieAnswer): FilmDetails {
  return {
    id: movie.id,
    title: movie.title,
    originalTitle: movie.original_title || movie.title,
    releaseDate: dayOrNull(movie.release_date),
    runtime: movie.runtime || null,
    genres: movie.genres.map(idAndName),
    originCountries: movie.origin_country,
    productionCountries: movie.production_countries.map((country) => country.iso_3166_1),
    originalLanguage: movie.original_language || null,
    spokenLanguages: [...new Set(movie.spoken_languages.map((language) => language.iso_639_1))],
    tagline: movie.tagline || null,
    companies: movie.production_companies.map(idAndName),
    keywords: (movie.keywords?.keywords ?? []).map(idAndName),
    collection: movie.belongs_to_collection ? idAndName(movie.belongs_to_collection) : null,
    cast: castInOrder(movie.credits),
    crew: crewByRole(movie.credits),
    poster: movie.adult ? null : movie.poster_path || null,
    // Without votes TMDB gives 0, which is not a real average.
    voteAverage: movie.vote_count ? (movie.vote_average ?? null) : null,
    voteCount: movie.vote_count ?? 0,
    popularity: movie.popularity ?? null,
    imdbId: movie.imdb_id || null,
  };
}

function trimSeries(series: TvAnswer): SeriesDetails {
  return {
    id: series.id,
    title: series.name,
    originalTitle: series.original_name || series.name,
    firstAirDate: dayOrNull(series.first_air_date),
    lastAirDate: dayOrNull(series.last_air_date),
    creators: series.created_by.map(idAndName),
    networks: series.networks.map(idAndName),
    genres: series.genres.map(idAndName),
    originCountries: series.origin_country,
    originalLanguage: series.original_language || null,
    cast: castInOrder(series.credits),
    episodes: series.number_of_episodes || null,
    seasons: series.number_of_seasons || null,
    type: series.type || null,
    poster: series.adult ? null : series.poster_path || null,
  };
}

const idAndName = ({ id, name }: Named): Named => ({ id, name });

const dayOrNull = (text: string | null | undefined) => (text && isDay(text) ? text : null);

/** The first 15 of the cast. A person listed twice counts once, with the higher billing. */
function castInOrder(credits: MovieAnswer["credits"]): CastMember[] {
  const people = new Map<number, CastMember>();
  const listed = (credits?.cast ?? []).map((person, index) => ({
    ...idAndName(person),
    ...recorded(person),
    character: person.character ?? "",
    order: person.order ?? index,
  }));
  for (const person of listed.sort((a, b) => a.order - b.order)) {
    if (person.order < MAX_CAST && !people.has(person.id)) people.set(person.id, person);
  }
  return [...people.values()];
}

/** By role, in the order of the table of jobs, then as TMDB lists them. */
function crewByRole(credits: MovieAnswer["credits"]): CrewMember[] {
  const entries = new Map<string, CrewMember>();
  for (const person of credits?.crew ?? []) {
    const role = roleOfJob.get(person.job ?? "");
    if (!role) continue;
    const more = role === "director" ? recorded(person) : {};
    entries.set(`${role} ${person.id}`, { ...idAndName(person), ...more, role });
  }
  const byRole = Map.groupBy(entries.values(), ({ role }) => role);
  return jobRoles.flatMap((role) => byRole.get(role) ?? []);
}

type Listed = NonNullable<MovieAnswer["credits"]>["crew"][number];

/** Adult performers are shown without a portrait. */
const recorded = ({ adult, gender, profile_path }: Omit<Listed, "job">): Recorded => ({
  ...((gender === 1 || gender === 2 || gender === 3) && { gender }),
  ...(profile_path && !adult && { profile: profile_path }),
});
