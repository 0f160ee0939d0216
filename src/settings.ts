import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";
import { today } from "./clock.ts";
import { type Day, isDay } from "./day.ts";
import { Problem } from "./problem.ts";

/** Where TMDB answers, unless the owner names another place. */
export const TMDB_API_URL = "https://api.themoviedb.org/3";

/** What can be withheld from the published site. */
export const publishables = [
  "reviews",
  "tags",
  "lists",
  "listNotes",
  "watchlist",
  "name",
  "exactDates",
] as const;
export type Publishable = (typeof publishables)[number];

/** What is public unless the owner says otherwise. */
const publicByDefault: readonly Publishable[] = ["watchlist", "exactDates"];

const siteSchema = z.strictObject({
  /** Shown in the masthead and in page titles. */
  title: z.string().min(1).default("Film Ledger"),
  /** BCP 47 tag; decides how dates and numbers are written. The words stay English. */
  locale: z
    .string()
    .refine((tag) => isLocale(tag), "must be a language tag such as en-GB or de-DE")
    .default("en-GB"),
  firstDayOfWeek: z.enum(["monday", "sunday"]).default("monday"),
  /**
   * `remote`: from TMDB's own addresses, the way TMDB documents; `local`: fetched into the cache and
   * served with the site; `off`: drawn placeholders.
   */
  posters: z.enum(["remote", "local", "off"]).default("remote"),
  /** Which of TMDB's two country fields counts first. */
  countries: z.enum(["origin", "production"]).default("origin"),
  /** Viewings on one day from which it counts as filled in afterwards. */
  bulkDay: z.int().min(2).default(10),
  /** Whether TMDB is also asked about films that are only on lists or the watchlist. */
  enrichLists: z.boolean().default(true),
  enrichWatchlist: z.boolean().default(true),
  /** Whether TMDB is asked for all films of the directors of three or more seen films. */
  filmographies: z.boolean().default(false),
  /** Whether TMDB is asked for all parts of the collections with two or more seen ones. */
  collections: z.boolean().default(false),
  /** What is public; see the README. */
  publish: z.partialRecord(z.enum(publishables), z.boolean()).default({}),
});

export type SiteConfig = z.input<typeof siteSchema>;
export type SiteSettings = Omit<z.output<typeof siteSchema>, "publish">;

export interface Settings {
  site: SiteSettings;
  publish: Record<Publishable, boolean>;
  dataDir: string;
  /** The owner chose `dataDir`: the sample never takes the place of an export there. */
  isDataDirNamed: boolean;
  /** The site may be published over the last one without anybody looking at it. */
  isOnGitHub: boolean;
  /** The bundled export, used while the owner has none. */
  sampleDir: string;
  cacheDir: string;
  buildDate: Day;
  offline: boolean;
  siteUrl: string | null;
  /** Starts and ends with a slash. */
  basePath: string;
  tmdb: {
    token: string | null;
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
    .refine(
      (value) => Number.isFinite(value) && value >= min && value <= max,
      `must be a number from ${min} to ${max}`,
    );

const address = (ending: string, fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text) => text.replace(/\/+$/, ""))
    .refine((text) => isHttp(text), "must be an http or https address")
    .refine((text) => text.endsWith(ending), `must end in ${ending}`);

const environmentSchema = z.object({
  TMDB_API_TOKEN: z.string().trim().optional(),
  TMDB_API_URL: address("/3", TMDB_API_URL),
  TMDB_IMAGE_URL: address("/t/p", "https://image.tmdb.org/t/p"),
  TMDB_REQUESTS_PER_SECOND: number(1, 2000, 35),
  TMDB_CONCURRENCY: number(1, 20, 16).refine(Number.isInteger, "must be a whole number"),
  DATA_DIR: z.string().optional(),
  CACHE_DIR: z.string().default("cache"),
  BUILD_DATE: z
    .string()
    .refine((text) => isDay(text), "must be a day that exists, written YYYY-MM-DD")
    .optional(),
  OFFLINE: z.enum(["0", "1"], { error: "must be 1 (never touch the network) or 0" }).default("0"),
  SITE_URL: z
    .string()
    .refine((text) => isHttp(text), "must be an http or https address")
    .optional(),
  BASE_PATH: z
    .string()
    .refine((text) => isPath(text), "must be a path such as /film-ledger")
    .default("/"),
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
  return settingsOf(config, completeEnvironment(env, root));
}

/** The settings of an owner who chose nothing. */
export const defaultSettings = (): Settings => settingsOf({}, {});

function settingsOf(config: unknown, environment: Environment): Settings {
  const site = check(siteSchema, config, "site.config.ts");
  const values = check(environmentSchema, environment, "the environment");
  const { publish, ...rest } = site;
  return {
    site: rest,
    publish: published(values.PUBLISH, publish),
    dataDir: (values.DATA_DIR ?? "data").replace(/(?<=.)\/+$/, ""),
    isDataDirNamed: values.DATA_DIR !== undefined,
    isOnGitHub: values.GITHUB_ACTIONS !== undefined,
    sampleDir: "data/sample",
    cacheDir: values.CACHE_DIR,
    buildDate: values.BUILD_DATE ?? today(),
    offline: values.OFFLINE === "1",
    siteUrl: values.SITE_URL ?? null,
    basePath: `/${values.BASE_PATH}/`.replace(/\/{2,}/g, "/"),
    tmdb: {
      token: values.TMDB_API_TOKEN ?? null,
      apiUrl: values.TMDB_API_URL,
      imageUrl: values.TMDB_IMAGE_URL,
      requestsPerSecond: values.TMDB_REQUESTS_PER_SECOND,
      concurrency: values.TMDB_CONCURRENCY,
    },
  };
}

/**
 * The environment goes before `.env`, also where it is empty. Empty counts as absent: that is what
 * an unset secret looks like in GitHub Actions.
 */
function completeEnvironment(env: Environment, root: string): Environment {
  const file = `${root}/.env`;
  const fromFile: Environment = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
  const known = Object.keys(environmentSchema.shape);
  return Object.fromEntries(
    known.map((name) => [name, (env[name] ?? fromFile[name])?.trim() || undefined]),
  );
}

function published(
  list: string | undefined,
  chosen: Partial<Record<Publishable, boolean>>,
): Record<Publishable, boolean> {
  const record = (isPublic: (name: Publishable) => boolean) =>
    Object.fromEntries(publishables.map((name) => [name, isPublic(name)])) as Record<
      Publishable,
      boolean
    >;
  if (list === undefined) return record((name) => chosen[name] ?? publicByDefault.includes(name));
  if (list === "all") return record(() => true);
  if (list === "none") return record(() => false);
  const names = list.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !publishables.some((known) => known === name));
  if (unknown !== undefined) {
    throw new Problem(`PUBLISH in the environment names "${unknown}", which cannot be published.`, {
      hint: `Use all, none, or a list of ${publishables.join(",")}.`,
    });
  }
  return record((name) => names.includes(name));
}

function check<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  where: string,
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [first = "", ...more] = result.error.issues.flatMap((issue) => complaintsOf(issue, where));
  throw new Problem([first, ...more].join("\n"), {
    hint: "Is a name misspelt? The README lists every setting with its meaning and default.",
  });
}

function complaintsOf(issue: z.core.$ZodIssue, where: string): string[] {
  const name = (path: PropertyKey[]) => path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map(
      (key) => `There is no setting ${name([...issue.path, key])} in ${where}.`,
    );
  }
  if (issue.code === "invalid_key") return [`There is no setting ${name(issue.path)} in ${where}.`];
  return [`${name(issue.path) || "a value"} in ${where}: ${issue.message}.`];
}

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Browsers resolve the segments . and .. before they ask, so they are no part of an address. */
const isPath = (text: string): boolean =>
  /^[/\w.~-]*$/.test(text) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(text);

const isHttp = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
