import { inspect } from "node:util";
import { closest, distance } from "fastest-levenshtein";
import { z } from "zod";
import { Problem } from "./problem.ts";
import { redact } from "./tmdb/client/token.ts";

/** A schema whose keys tell in their descriptions what they take. */
type Described = z.ZodObject<Record<string, z.ZodType>>;

/**
 * What the schema makes of the input.
 *
 * @param where the settings stand, `site.config.ts`, if need be key by key
 * @param secret what no message may repeat, wherever it was written
 * @throws Problem that names every bad key with its value and what is allowed, and for every unknown
 *   key the nearest known one
 */
export function check<Schema extends Described>(
  schema: Schema,
  input: unknown,
  { where, secret = "" }: Places,
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const { issues } = result.error;
  const lines = issues.flatMap((issue) => complaintsOf(issue, { schema, input, where, secret }));
  const isUnknown = issues.some(({ code }) => code === "unrecognized_keys");
  throw new Problem([...new Set(lines)].join("\n"), {
    hint: isUnknown ? "The README lists every setting with its meaning and default." : null,
  });
}

interface Places {
  where: string | ((key: string) => string);
  secret?: string | undefined;
}

function complaintsOf(
  issue: z.core.$ZodIssue,
  { schema, input, where, secret = "" }: Places & { schema: Described; input: unknown },
): string[] {
  const path = issue.path.map(String);
  const [key = ""] = path;
  const place = typeof where === "string" ? where : where(key);
  if (issue.code === "unrecognized_keys") {
    const names = namesIn(schema);
    return issue.keys.map((name) =>
      unknownName([...path, name].join("."), names, `In ${place} there is no setting`),
    );
  }
  const allowed = described(schemaAt(schema, path)) ?? "an object that holds settings";
  const value = shown(valueAt(input, path), secret);
  const name = path.length > 0 ? `${path.join(".")} in ${place}` : place;
  return [`${name} is ${value}. Allowed is ${allowed}.`];
}

/**
 * That there is nothing of this name, and which known one may be meant: none that differs in half of
 * the letters.
 *
 * @param start of the sentence: "There is no setting"
 */
export function unknownName(name: string, known: readonly string[], start: string): string {
  const lastPart = (text: string) => text.split(".").at(-1)?.toLowerCase() ?? "";
  const given = lastPart(name);
  // Also a key of a group that was written without the group, or the other way round.
  const nearest = closest(given, known.map(lastPart));
  const meant = known.filter((one) => lastPart(one) === nearest);
  const isNear = distance(given, nearest) * 2 < Math.max(given.length, nearest.length);
  const group = name.slice(0, name.lastIndexOf(".") + 1);
  const [best] = meant.toSorted(
    (a, b) => Number(b.startsWith(group)) - Number(a.startsWith(group)),
  );
  return `${start} ${name}.${isNear && best ? ` Did you mean ${best}?` : ""}`;
}

/** `title`, `publish`, `publish.tags` … */
const namesIn = ({ shape }: Described): string[] =>
  Object.entries(shape).flatMap(([name, inner]) => [
    name,
    ...Object.keys(groupOf(inner)?.shape ?? {}).map((key) => `${name}.${key}`),
  ]);

function schemaAt(schema: Described, [key, ...rest]: string[]): z.ZodType | undefined {
  const inner = key === undefined ? undefined : schema.shape[key];
  const group = inner && groupOf(inner);
  return group && rest.length > 0 ? schemaAt(group, rest) : inner;
}

/** What a schema has been told about itself, or what it wraps. */
const described = (schema: z.ZodType | undefined): string | undefined =>
  schema && (schema.description ?? described(wrappedBy(schema)));

const wrappedBy = (schema: z.ZodType): z.ZodType | undefined =>
  schema instanceof z.ZodDefault || schema instanceof z.ZodOptional
    ? (schema.unwrap() as z.ZodType)
    : undefined;

/** The object behind a default, if it is one. */
function groupOf(schema: z.ZodType): Described | null {
  const inner = wrappedBy(schema) ?? schema;
  return inner instanceof z.ZodObject ? (inner as Described) : null;
}

const valueAt = (input: unknown, path: string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], input);

const LONGEST = 60;

/** A token of TMDB's: a key of 32 hexadecimal digits, or a JWT. */
const TOKEN = /\b[0-9a-f]{32}\b|\beyJ[\w.-]{20,}/gi;

/** A value as a message may show it: as written, short, and without any token. */
export function shown(value: unknown, secret = ""): string {
  const whole = written(value).replace(TOKEN, "[token]");
  const text = secret === "" ? whole : redact(whole, secret);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function written(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return inspect(value, { breakLength: Number.POSITIVE_INFINITY, depth: 1, maxArrayLength: 5 });
}
