import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";
import { check } from "./checkSettings.ts";
import { today } from "./clock.ts";
import { type Day, isDay } from "./day.ts";
import { Problem } from "./problem.ts";
import { type Publishable, publishables, publishList } from "./publishables.ts";

/** TMDB's own address. */
export const TMDB_API_URL = "https://api.themoviedb.org/3";

/** What is public by default. */
const publicByDefault: readonly Publishable[] = ["favourites", "exactDates"];

const yesOrNo = z.boolean().describe("true or false");

const names = () =>
  z
    .array(z.string().trim().min(1))
    .default([])
    .describe('a list of names or addresses, such as ["Ran (1985)"]');

/** Each description completes the message "It must be …". */
const siteSchema = z.strictObject({
  /** Shown in the masthead and in page titles. */
  title: z.string().min(1).default("Film Ledger").describe("a text of at least one letter"),
  /** Name for the site and its pictures, shown if `publish.name` is set. */
  owner: z.string().trim().default("").describe("a text, such as your name"),
  /** BCP 47 tag for dates and numbers. The words stay English. */
  locale: z
    .string()
    .refine((tag) => isLocale(tag))
    .default("en-GB")
    .describe("a language tag, such as en-GB or de-DE"),
  firstDayOfWeek: z.enum(["monday", "sunday"]).default("monday").describe('"monday" or "sunday"'),
  /**
   * `remote`: loaded from TMDB's servers; `local`: fetched into the cache and served with the site;
   * `off`: drawn placeholders.
   */
  posters: z
    .enum(["remote", "local", "off"])
    .default("remote")
    .describe('"remote", "local" or "off"'),
  /** Which of TMDB's two country fields counts first. */
  countries: z
    .enum(["origin", "production"])
    .default("origin")
    .describe('"origin" or "production"'),
  /** A day with this many viewings counts as filled in afterwards. */
  bulkDay: z.int().min(2).default(10).describe("a whole number, 2 or more"),
  /** The most files that the site may have; see `library/pageLimits.ts`. */
  maxFiles: z.int().min(2000).default(20_000).describe("a whole number, 2000 or more"),
  /** Whether TMDB is also asked about films that are only on lists or the watchlist. */
  enrichLists: yesOrNo.optional(),
  enrichWatchlist: yesOrNo.optional(),
  /** How many of the most seen directors, and of the most seen actors, TMDB is asked for all films. */
  filmographies: z
    .union([z.boolean(), z.literal("all"), z.int().min(0)])
    .transform((value) => (typeof value === "boolean" ? (value ? "all" : 0) : value))
    .default(20)
    .describe('a whole number, 0 or more, or "all"'),
  /** Whether TMDB is asked for all parts of the collections with two or more seen ones. */
  collections: yesOrNo.default(true),
  /** Whether pages say how many films were directed by women. */
  womenDirectors: yesOrNo.default(true),
  /** Which canon lists have pages: all, none, or those named. */
  canon: z
    .union([z.boolean(), z.array(z.string().trim().min(1))])
    .default(true)
    .describe('true, false, or a list of names, such as ["palme-dor"]'),
  /** Whether TMDB is also asked about the unseen films of canon lists. */
  canonDetails: yesOrNo.default(false),
  /** Viewings that the owner wants to reach in a year; null without a goal. */
  goal: z.int().min(1).nullable().default(null).describe("a whole number, 1 or more, or null"),
  /** What the site never mentions; see `library/withoutHidden.ts`. */
  hide: z
    .strictObject({ films: names(), lists: names(), tags: names() })
    .default({ films: [], lists: [], tags: [] })
    .describe('an object, such as { tags: ["home"] }'),
  /** What is public; see the README. */
  publish: z
    .strictObject(
      Object.fromEntries(publishables.map((name) => [name, yesOrNo.optional()])) as Record<
        Publishable,
        z.ZodOptional<z.ZodBoolean>
      >,
    )
    .default({})
    .describe("an object, such as { reviews: true }"),
});

export type SiteConfig = z.input<typeof siteSchema>;
type SiteOutput = z.output<typeof siteSchema>;
type SiteSettings = {
  [Key in Exclude<keyof SiteOutput, "publish">]-?: Exclude<SiteOutput[Key], undefined>;
};

export interface Settings {
  site: SiteSettings;
  publish: Record<Publishable, boolean>;
  /** The same for the sample, which may show everything. */
  publishSample: Record<Publishable, boolean>;
  dataDir: string;
  /** Whether the owner chose `dataDir`. Then the sample is never used instead of an export. */
  isDataDirNamed: boolean;
  /** Whether the shell set it for this run, and not `.env`. */
  isDataDirFromShell: boolean;
  /** Whether the site may be published without anybody looking at it first. */
  isOnGitHub: boolean;
  /** The bundled export, used while the owner has none. */
  sampleDir: string;
  /** The canon lists that come with the program. */
  listsDir: string;
  cacheDir: string;
  buildDate: Day;
  offline: boolean;
  /** Whether other people may be able to read the log. */
  isLogPublic: boolean;
  siteUrl: string | null;
  /** Starts and ends with a slash. */
  basePath: string;
  tmdb: {
    token: string | null;
    /** Whether an empty TMDB_API_TOKEN in the shell overrides the one in `.env`. */
    isTokenHidden: boolean;
    apiUrl: string;
    imageUrl: string;
    requestsPerSecond: number;
    concurrency: number;
  };
}

type Environment = Record<string, string | undefined>;

const number = (min: number, max: number, fallback: number) =>
  z
    .string()
    .optional()
    .transform((text = `${fallback}`) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN))
    .refine((value) => value >= min && value <= max)
    .describe(`a number from ${min} to ${max}`);

const address = (ending: string, fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text) => text.replace(/\/+$/, ""))
    .refine((text) => isHttp(text) && text.endsWith(ending))
    .describe(`an http or https address that ends in ${ending}`);

/** In `.env`, ~ would be a folder of that name in the project. */
const place = () =>
  z
    .string()
    .refine((text) => !/^~(?:\/|$)/.test(text))
    .describe("a path that does not begin with ~, such as /home/me/films: only a shell knows ~");

const environmentSchema = z.object({
  TMDB_API_TOKEN: z.string().trim().optional(),
  TMDB_API_URL: address("/3", TMDB_API_URL),
  TMDB_IMAGE_URL: address("/t/p", "https://image.tmdb.org/t/p"),
  TMDB_REQUESTS_PER_SECOND: number(1, 2000, 35),
  TMDB_CONCURRENCY: number(1, 20, 16)
    .refine(Number.isInteger)
    .describe("a whole number from 1 to 20"),
  DATA_DIR: place().optional(),
  CACHE_DIR: place().default("cache"),
  BUILD_DATE: z
    .string()
    .refine((text) => isDay(text))
    .optional()
    .describe("a day that exists, written YYYY-MM-DD"),
  OFFLINE: z.enum(["0", "1"]).default("0").describe("1 (never touch the network) or 0"),
  SITE_URL: z
    .string()
    .refine((text) => isHttp(text) && new URL(text).pathname === "/")
    .optional()
    .describe("an http or https address without a path: that goes into BASE_PATH"),
  BASE_PATH: z
    .string()
    .refine((text) => isPath(text))
    .default("/")
    .describe("a path, such as /film-ledger"),
  PUBLISH: z.string().optional(),
  GITHUB_ACTIONS: z.string().optional(),
});

/**
 * The settings in force: site.config.ts, then the environment, which `.env` in `root` completes.
 *
 * @throws Problem that names every bad value of the first place that has one
 */
export function readSettings({
  config,
  env = process.env,
  root = process.cwd(),
}: {
  config: unknown;
  env?: Environment;
  root?: string;
}): Settings {
  const file = `${root}/.env`;
  const fromFile: Environment = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
  refuseUnknown(Object.keys(fromFile));
  return settingsOf(config, env, fromFile);
}

/** Other programs may have settings in `.env` too, but TMDB_… is meant for this one. */
function refuseUnknown(names: string[]): void {
  const ofTmdb = (name: string) => name.startsWith("TMDB_");
  const known = Object.keys(environmentSchema.shape).filter(ofTmdb);
  const unknown = names.filter(ofTmdb).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const message = `In .env there is no setting ${unknown.join(", ")}.`;
  throw new Problem(message, { hint: `The TMDB settings are ${known.join(", ")}.` });
}

/** The settings without any choice. */
export const defaultSettings = (): Settings => settingsOf({}, {}, {});

function settingsOf(config: unknown, env: Environment, file: Environment): Settings {
  const { publish: chosen, ...site } = check(siteSchema, config, { where: "site.config.ts" });
  const whereOf = (name: string) =>
    env[name] === undefined && file[name] !== undefined ? ".env" : "the environment";
  const environment = completeEnvironment(env, file);
  const secret = environment.TMDB_API_TOKEN;
  const values = check(environmentSchema, environment, { where: whereOf, secret });
  const listed =
    values.PUBLISH === undefined ? null : publishList(values.PUBLISH, whereOf("PUBLISH"), secret);
  const published = (otherwise: (name: Publishable) => boolean) =>
    Object.fromEntries(
      publishables.map((name) => [
        name,
        listed ? listed.includes(name) : (chosen[name] ?? otherwise(name)),
      ]),
    ) as Record<Publishable, boolean>;
  const publish = published((name) => publicByDefault.includes(name));
  return {
    site: {
      ...site,
      // Films that no page may show are not worth a request.
      enrichLists: site.enrichLists ?? publish.lists,
      enrichWatchlist: site.enrichWatchlist ?? publish.watchlist,
    },
    publish,
    publishSample: published(() => true),
    dataDir: (values.DATA_DIR ?? "data").replace(/(?<=.)\/+$/, ""),
    isDataDirNamed: values.DATA_DIR !== undefined,
    isDataDirFromShell: values.DATA_DIR !== undefined && env.DATA_DIR !== undefined,
    isOnGitHub: values.GITHUB_ACTIONS === "true",
    sampleDir: "data/sample",
    listsDir: "lists",
    cacheDir: values.CACHE_DIR,
    buildDate: values.BUILD_DATE ?? today(),
    offline: values.OFFLINE === "1",
    isLogPublic: env.GITHUB_ACTIONS === "true",
    siteUrl: values.SITE_URL ?? null,
    basePath: `/${values.BASE_PATH}/`.replace(/\/{2,}/g, "/"),
    tmdb: {
      token: values.TMDB_API_TOKEN ?? null,
      isTokenHidden: values.TMDB_API_TOKEN === undefined && Boolean(file.TMDB_API_TOKEN?.trim()),
      apiUrl: values.TMDB_API_URL,
      imageUrl: values.TMDB_IMAGE_URL,
      requestsPerSecond: values.TMDB_REQUESTS_PER_SECOND,
      concurrency: values.TMDB_CONCURRENCY,
    },
  };
}

/** The environment overrides `.env`, even with an empty value. An empty value counts as unset. */
const completeEnvironment = (env: Environment, file: Environment): Environment =>
  Object.fromEntries(
    Object.keys(environmentSchema.shape).map((name) => [
      name,
      (env[name] ?? file[name])?.trim() || undefined,
    ]),
  );

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Browsers resolve the segments . and .. themselves, so a base path cannot contain them. */
const isPath = (text: string): boolean =>
  /^[/\w.~-]*$/.test(text) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(text);

const isHttp = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
