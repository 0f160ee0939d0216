import { z } from "zod";

/**
 * The parts of TMDB's answers that are used. Lenient on purpose: TMDB adds keys without notice, leaves
 * some out, and writes "unknown" as `""`, 0 or null. An answer is refused only if it is useless.
 */
const text = z.string().nullish();
const number = z.number().nullish();
const id = z.number().int().positive();
const named = z.object({ id, name: z.string() });
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

const person = {
  id,
  name: z.string(),
  adult: z.boolean().nullish(),
  gender: number,
  profile_path: text,
};
const cast = list(z.object({ ...person, character: text, order: z.number().int().nullish() }));
const crew = list(z.object({ ...person, job: text }));
const credits = z.object({ cast, crew }).nullish();
const alternativeTitles = z
  .object({ titles: list(z.object({ title: z.string() })) })
  .nullish()
  .transform((given) => given?.titles ?? []);

const releaseDates = z
  .object({ results: list(z.object({ release_dates: list(z.object({ release_date: text })) })) })
  .nullish()
  .transform((given) => given?.results.flatMap((country) => country.release_dates) ?? []);

export const movieAnswer = z.object({
  id,
  title: z.string(),
  original_title: text,
  release_date: text,
  runtime: number,
  genres: list(named),
  origin_country: list(z.string()),
  production_countries: list(z.object({ iso_3166_1: z.string() })),
  original_language: text,
  spoken_languages: list(z.object({ iso_639_1: z.string() })),
  tagline: text,
  adult: z.boolean().nullish(),
  production_companies: list(named),
  keywords: z.object({ keywords: list(named) }).nullish(),
  belongs_to_collection: named.nullish(),
  credits,
  alternative_titles: alternativeTitles,
  release_dates: releaseDates,
  poster_path: text,
  vote_average: number,
  vote_count: number,
  popularity: number,
  imdb_id: text,
});

export const tvAnswer = z.object({
  id,
  name: z.string(),
  adult: z.boolean().nullish(),
  type: text,
  in_production: z.boolean().nullish(),
  original_name: text,
  first_air_date: text,
  last_air_date: text,
  created_by: list(named),
  networks: list(named),
  genres: list(named),
  origin_country: list(z.string()),
  original_language: text,
  credits,
  number_of_episodes: number,
  number_of_seasons: number,
  poster_path: text,
});

const envelope = <T extends z.ZodType>(item: T) =>
  z.object({ results: z.array(item), total_pages: z.number().int().nonnegative() });

export const movieSearchAnswer = envelope(
  z.object({
    id,
    title: z.string(),
    original_title: text,
    release_date: text,
    vote_count: number,
  }),
);

export const tvSearchAnswer = envelope(
  z.object({
    id,
    name: z.string(),
    original_name: text,
    first_air_date: text,
    vote_count: number,
  }),
);

export const identified = z.object({ id });

// Lenient, because an entry without title or date must not make the whole list useless.
const listed = {
  id,
  title: text,
  release_date: text,
  video: z.boolean().nullish(),
  adult: z.boolean().nullish(),
};

export const filmographyAnswer = z.object({
  id,
  cast: z.array(z.object({ ...listed, character: text, genre_ids: list(z.number()) })),
  crew: z.array(z.object({ ...listed, job: text })),
});

export const collectionAnswer = z.object({
  id,
  parts: z.array(z.object({ ...listed, media_type: text })),
});

export type MovieAnswer = z.infer<typeof movieAnswer>;
export type TvAnswer = z.infer<typeof tvAnswer>;
