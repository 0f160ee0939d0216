import { inspect } from "node:util";
import { closest, distance } from "fastest-levenshtein";
import { z } from "zod";
import { Problem } from "./problem.ts";
import { redact } from "./redact.ts";

/** A schema whose keys have descriptions of their allowed values. */
type Described = z.ZodObject<Record<string, z.ZodType>>;

/**
 * Parses the input with the schema.
 *
 * @param where the settings are: `site.config.ts`, or a place for each key
 * @param secret a text that no message may repeat
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
  const allowed = described(schemaAt(schema, path)) ?? "an object of settings";
  const value = shown(valueAt(input, path), secret);
  const name = path.length > 0 ? `${path.join(".")} in ${place}` : place;
  return [`${name} is ${value}. It must be ${allowed}.`];
}

/**
 * Says that a name is unknown, and suggests the nearest known one unless half of the letters differ.
 *
 * @param start of the sentence: "There is no setting"
 */
export function unknownName(name: string, known: readonly string[], start: string): string {
  const lastPart = (text: string) => text.split(".").at(-1)?.toLowerCase() ?? "";
  const given = lastPart(name);
  // Compared without the group, because it may be missing or superfluous.
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

/** The description of a schema, or of the schema it wraps. */
const described = (schema: z.ZodType | undefined): string | undefined =>
  schema && (schema.description ?? described(wrappedBy(schema)));

const wrappedBy = (schema: z.ZodType): z.ZodType | undefined =>
  schema instanceof z.ZodDefault || schema instanceof z.ZodOptional
    ? (schema.unwrap() as z.ZodType)
    : undefined;

/** The object schema, without its default; null for any other schema. */
function groupOf(schema: z.ZodType): Described | null {
  const inner = wrappedBy(schema) ?? schema;
  return inner instanceof z.ZodObject ? (inner as Described) : null;
}

const valueAt = (input: unknown, path: string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], input);

const LONGEST = 60;

/** A TMDB token: a key of 32 hexadecimal digits, or a JWT. */
const TOKEN = /\b[0-9a-f]{32}\b|\beyJ[\w.-]{20,}/gi;

/** A value for a message: as written, shortened, and without any token. */
export function shown(value: unknown, secret = ""): string {
  const whole = written(value).replace(TOKEN, "[token]");
  const text = secret === "" ? whole : redact(whole, secret);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function written(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return inspect(value, { breakLength: Number.POSITIVE_INFINITY, depth: 1, maxArrayLength: 5 });
}
