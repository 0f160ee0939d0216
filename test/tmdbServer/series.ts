import { aggregateCreditsOf, creditsOf } from "./credits.ts";
import { alternativeTitles, companies, externalIds, keywords, yearOf } from "./film.ts";
import { filled, type Json, objects, text } from "./json.ts";

/** A series as `/search/tv` lists it. */
export const seriesItem = (series: Json): Json =>
  filled(
    {
      adult: false,
      backdrop_path: null,
      genre_ids: objects(series.genres).map((genre) => genre.id),
      id: 0,
      origin_country: [],
      original_language: "en",
      original_name: text(series.name),
      overview: "",
      popularity: 0,
      poster_path: null,
      first_air_date: "",
      name: "",
      vote_average: 0,
      vote_count: 0,
    },
    series,
  );

/** A series as `/tv/{id}` gives it, without appended parts. */
export const seriesDetails = (series: Json): Json => ({
  ...filled(
    {
      adult: false,
      backdrop_path: null,
      created_by: [],
      episode_run_time: [],
      first_air_date: "",
      genres: [],
      homepage: "",
      id: 0,
      in_production: false,
      languages: [],
      last_air_date: null,
      last_episode_to_air: null,
      name: "",
      next_episode_to_air: null,
      networks: [],
      number_of_episodes: 0,
      number_of_seasons: 0,
      origin_country: [],
      original_language: "en",
      original_name: text(series.name),
      overview: "",
      popularity: 0,
      poster_path: null,
      production_companies: [],
      production_countries: [],
      seasons: [],
      softcore: false,
      spoken_languages: [],
      status: "Ended",
      tagline: "",
      type: "Scripted",
      vote_average: 0,
      vote_count: 0,
    },
    series,
  ),
  created_by: objects(series.created_by).map((person) =>
    filled({ id: 0, credit_id: "", name: "", gender: 0, profile_path: null }, person),
  ),
  networks: companies(series.networks),
  production_companies: companies(series.production_companies),
});

const emptyPage = { page: 1, results: [], total_pages: 1, total_results: 0 };

/** The parts that `append_to_response` knows for a series; lists are called `results` here. */
export const seriesParts: Record<string, (series: Json) => Json> = {
  aggregate_credits: aggregateCreditsOf,
  alternative_titles: (series) => ({ results: alternativeTitles(series) }),
  changes: () => ({ changes: [] }),
  content_ratings: () => ({ results: [] }),
  credits: creditsOf,
  episode_groups: () => ({ results: [] }),
  external_ids: (series) => externalIds(series),
  images: () => ({ backdrops: [], logos: [], posters: [] }),
  keywords: (series) => ({ results: keywords(series) }),
  recommendations: () => emptyPage,
  reviews: () => emptyPage,
  screened_theatrically: () => ({ results: [] }),
  similar: () => emptyPage,
  translations: () => ({ translations: [] }),
  videos: () => ({ results: [] }),
  "watch/providers": () => ({ results: {} }),
};

/** The years from the first to the last episode: what the loose `year` filter looks at. */
export function airYears(series: Json): number[] {
  const first = yearOf(series.first_air_date);
  if (first === null) return [];
  const last = Math.max(first, yearOf(series.last_air_date) ?? first);
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}
