import { creditsOf } from "./credits.ts";
import { filled, hash, isObject, type Json, number, objects, text } from "./json.ts";

/** A film as `/search/movie` lists it: no runtime, no countries, no credits. */
export const filmItem = (film: Json): Json =>
  filled(
    {
      adult: false,
      backdrop_path: null,
      genre_ids: objects(film.genres).map((genre) => genre.id),
      id: 0,
      original_language: "en",
      original_title: text(film.title),
      overview: "",
      popularity: 0,
      poster_path: null,
      release_date: "",
      title: "",
      video: false,
      vote_average: 0,
      vote_count: 0,
    },
    film,
  );

/** A film as `/movie/{id}` gives it, without appended parts. */
export const filmDetails = (film: Json): Json => ({
  ...filled(
    {
      adult: false,
      backdrop_path: null,
      belongs_to_collection: null,
      budget: 0,
      genres: [],
      homepage: "",
      id: 0,
      imdb_id: null,
      origin_country: [],
      original_language: "en",
      original_title: text(film.title),
      overview: "",
      popularity: 0,
      poster_path: null,
      production_companies: [],
      production_countries: [],
      release_date: "",
      revenue: 0,
      runtime: 0,
      softcore: false,
      spoken_languages: [],
      status: "Released",
      tagline: "",
      title: "",
      video: false,
      vote_average: 0,
      vote_count: 0,
    },
    film,
  ),
  belongs_to_collection: isObject(film.belongs_to_collection)
    ? filled(
        { id: 0, name: "", poster_path: null, backdrop_path: null },
        film.belongs_to_collection,
      )
    : null,
  production_companies: companies(film.production_companies),
});

export const companies = (value: unknown): Json[] =>
  objects(value).map((company) =>
    filled({ id: 0, logo_path: null, name: "", origin_country: "" }, company),
  );

const emptyPage = { page: 1, results: [], total_pages: 1, total_results: 0 };

/** The parts that `append_to_response` knows for a film, each as the single endpoint without id. */
export const filmParts: Record<string, (film: Json) => Json> = {
  alternative_titles: (film) => ({ titles: alternativeTitles(film) }),
  changes: () => ({ changes: [] }),
  credits: creditsOf,
  external_ids: (film) => externalIds(film),
  images: () => ({ backdrops: [], logos: [], posters: [] }),
  keywords: (film) => ({ keywords: keywords(film) }),
  lists: () => emptyPage,
  recommendations: () => emptyPage,
  release_dates: (film) => ({ results: releaseDates(film) }),
  reviews: () => emptyPage,
  similar: () => emptyPage,
  translations: () => ({ translations: [] }),
  videos: () => ({ results: [] }),
  "watch/providers": () => ({ results: {} }),
};

/** Titles of other countries; the data has them bare or inside TMDB's envelope. */
export function alternativeTitles(record: Json): Json[] {
  const value = record.alternative_titles;
  const list = isObject(value) ? (value.titles ?? value.results) : value;
  return objects(list).map((entry) => filled({ iso_3166_1: "", title: "", type: "" }, entry));
}

/** Keywords; bare names in the data get an id made from the name. */
export function keywords(record: Json): Json[] {
  const value = record.keywords;
  const list = isObject(value) ? (value.keywords ?? value.results) : value;
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    if (typeof entry === "string") return [{ id: hash(entry) >>> 1, name: entry }];
    return isObject(entry) ? [filled({ id: 0, name: "" }, entry)] : [];
  });
}

export function externalIds(record: Json): Json {
  const known = isObject(record.external_ids) ? record.external_ids : {};
  const empty = {
    imdb_id: record.imdb_id ?? null,
    wikidata_id: null,
    facebook_id: null,
    instagram_id: null,
    twitter_id: null,
  };
  return filled(empty, known);
}

function releaseDates(film: Json): Json[] {
  if (isObject(film.release_dates)) return objects(film.release_dates.results);
  const date = text(film.release_date);
  if (date === "") return [];
  const release = (day: string, certification: string) => ({
    certification,
    descriptors: [],
    iso_639_1: "",
    note: "",
    release_date: `${day}T00:00:00.000Z`,
    type: 3,
  });
  const again = rereleaseYear(film);
  const releases = [release(date, text(film.certification_us))];
  if (again !== null) releases.push(release(`${again}-06-01`, ""));
  return [{ iso_3166_1: "US", release_dates: releases }];
}

/** Films of 5,000 votes and more whose id divides by 5 came back to the cinema. */
function rereleaseYear(film: Json): number | null {
  const id = number(film.id);
  const year = yearOf(film.release_date);
  if (year === null || number(film.vote_count) < 5000 || id % 5 !== 0) return null;
  return year + 15 + (id % 10);
}

/** Every year in which the film was released somewhere: what the loose `year` filter looks at. */
export function releaseYears(film: Json): number[] {
  const dates = releaseDates(film).flatMap((country) => objects(country.release_dates));
  return [
    yearOf(film.release_date),
    ...dates.map((release) => yearOf(release.release_date)),
  ].filter((year) => year !== null);
}

export function yearOf(date: unknown): number | null {
  const year = /^\d{4}/.exec(text(date))?.[0];
  return year === undefined ? null : Number(year);
}
