import type { Member } from "../letterboxd/ledger.ts";

/** The name of a member: given and family name, or the user name without these. */
export const ownerName = ({ givenName, familyName, username }: Member): string =>
  [givenName, familyName].filter(Boolean).join(" ") || username;
