import { printableLine } from "../printable.ts";
import type { Ledger } from "./devSite.ts";

/** Stands for a name of which nothing can be shown. */
const UNSHOWABLE = "\uFFFD";

/**
 * Takes what only does harm on a page or in a terminal out of the ledger's names, tags and messages.
 * Its films are joined by then and keep their keys, so that no two become one. Texts of several
 * lines are left as typed: they are HTML, and cleaned where they are shown.
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
