import { allRoles, type Role } from "../roles.ts";

/** The people of a film, or the films of a person, by role. */
export type Credits<Entry> = Record<Role, readonly Entry[]>;

const none = Object.fromEntries(allRoles.map(({ role }) => [role, Object.freeze([])]));

/**
 * No credits yet. Most people have only one role. So the empty lists of the others are shared through
 * the prototype, which saves memory.
 */
export const noCredits = <Entry>(): Credits<Entry> => Object.create(none);

/** Adds an entry to a role. */
export function addCredit<Entry>(credits: Credits<Entry>, role: Role, entry: Entry): void {
  if (Object.hasOwn(credits, role)) (credits[role] as Entry[]).push(entry);
  else credits[role] = [entry];
}
