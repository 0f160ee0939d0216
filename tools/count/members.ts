export const isHolder = (value: unknown): value is object =>
  typeof value === "object" && value !== null;

/** The own member of an object or a list; undefined if there is none. */
export const memberOf = (value: unknown, key: string): unknown =>
  isHolder(value) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
