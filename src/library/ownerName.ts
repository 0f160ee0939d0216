import type { Member } from "../letterboxd/ledger.ts";

/** The name of a member: given and family name, else the user name. */
export const ownerName = ({ givenName, familyName, username }: Member): string =>
  [givenName, familyName].filter(Boolean).join(" ") || username;
