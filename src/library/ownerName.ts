import type { Member } from "../letterboxd/ledger.ts";

/** How a member is called: the name they gave, or else that of their account. */
export const ownerName = ({ givenName, familyName, username }: Member): string =>
  [givenName, familyName].filter(Boolean).join(" ") || username;
