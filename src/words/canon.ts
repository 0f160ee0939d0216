import type { CanonList } from "../library/title.ts";
import type { Site } from "../site.ts";
import type { ListProgress } from "../stats/listProgress.ts";
import { capital } from "./richText.ts";

/** What the lists of the program are called, and what is on them. */
const known: Record<string, { name: string; about: string }> = {
  "best-picture": {
    name: "Best Picture",
    about: "The winners of the Academy Award for Best Picture, in the order of the ceremonies.",
  },
  "golden-lion": {
    name: "Golden Lion",
    about: "The winners of the main prize of the festival in Venice, in the order of the years.",
  },
  "national-film-registry": {
    name: "National Film Registry",
    about: "The films that the Library of Congress of the United States preserves, by year.",
  },
  "palme-dor": {
    name: "Palme d’Or",
    about:
      "The winners of the main prize of the festival in Cannes, in the order of the years. It was called Grand Prix until 1954 and from 1964 to 1974.",
  },
};

/** The name in the list's file, else that of our list, else one made of the name of the file. */
export const canonName = ({ id, name }: Pick<CanonList, "id" | "name">): string =>
  name ?? known[id]?.name ?? capital(id.replace(/[-_]+/g, " "));

/** What the list is; null for a list of the owner's. */
export const aboutCanon = ({ id, name }: Pick<CanonList, "id" | "name">): string | null =>
  name === null ? (known[id]?.about ?? null) : null;

/** "41 of 97" */
export const seenOf = (
  { format }: Pick<Site, "format">,
  { seen, all }: Pick<ListProgress, "seen" | "all">,
): string =>
  seen === all ? `all ${format.integer(all)}` : `${format.integer(seen)} of ${format.integer(all)}`;

/** The sentence below the films of a list that are not seen. */
export const howCanonIsFound =
  "A film counts as seen if its page at TMDB is the list’s, or its name and year where one of the two has no page.";
