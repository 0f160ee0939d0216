import { printableLine } from "../printable.ts";
import type { Ledger } from "./ledger.ts";

/** Replaces a name without any visible character. */
const UNSHOWABLE = "\uFFFD";

/**
 * Removes characters that garble a page or a terminal from the names, tags and messages of the ledger.
 * Films keep their keys, so that no two become one. Reviews and descriptions are HTML: they stay as typed
 * and are cleaned where they are shown.
 */
export function makeNamesPrintable(ledger: Ledger): Ledger {
  for (const film of ledger.films) {
    film.name = shownName(film.name);
    for (const review of film.reviews) review.tags = shownTags(review.tags);
  }
  for (const viewing of ledger.viewings) viewing.tags = shownTags(viewing.tags);
  for (const list of ledger.lists) {
    list.name = shownName(list.name);
    list.tags = shownTags(list.tags);
  }
  const { member } = ledger;
  return {
    ...ledger,
    member: member && {
      username: printableLine(member.username),
      givenName: printableLine(member.givenName),
      familyName: printableLine(member.familyName),
    },
    complaints: ledger.complaints.map((complaint) => ({
      ...complaint,
      message: printableLine(complaint.message),
    })),
  };
}

const shownName = (name: string): string => {
  const shown = printableLine(name);
  return shown.trim() === "" ? UNSHOWABLE : shown;
};

const shownTags = (tags: string[]): string[] =>
  tags.map(printableLine).filter((tag) => tag.trim() !== "");
