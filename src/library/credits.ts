import { allRoles, type Role } from "../roles.ts";

/** What belongs to each role: the people of a film, or the films of a person. */
export type Credits<Entry> = Record<Role, readonly Entry[]>;

const none = Object.fromEntries(allRoles.map(({ role }) => [role, Object.freeze([])]));

/**
 * No credits yet. Most people have one role of the many, so that the empty lists of all others are
 * the same ones, by prototype; only roles that somebody has are properties of their own.
 */
export const noCredits = <Entry>(): Credits<Entry> => Object.create(none);

/** Adds an entry to a role. */
export function addCredit<Entry>(credits: Credits<Entry>, role: Role, entry: Entry): void {
  if (Object.hasOwn(credits, role)) (credits[role] as Entry[]).push(entry);
  else credits[role] = [entry];
}
