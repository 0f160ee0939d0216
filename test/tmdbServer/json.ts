/** A parsed JSON object whose keys nobody has checked. */
export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The objects of a list; an empty list for anything that is none. */
export const objects = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

export const text = (value: unknown): string => (typeof value === "string" ? value : "");

export const number = (value: unknown): number => (typeof value === "number" ? value : 0);

/**
 * Exactly the keys of `empty`, in its order: the data's value, else the empty one. A null in the
 * data survives only where TMDB itself says null.
 */
export function filled(empty: Json, data: Json): Json {
  return Object.fromEntries(Object.entries(empty).map(([key, value]) => [key, data[key] ?? value]));
}

/** FNV-1a, 32 bits: ids that are made up have to be the same in every run. */
export function hash(value: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < value.length; at++) {
    state = Math.imul(state ^ value.charCodeAt(at), 0x01000193);
  }
  return state >>> 0;
}
