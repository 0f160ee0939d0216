import { counted } from "../counted.ts";
import type { Library } from "../library/library.ts";
import type { Hidden } from "../library/withoutHidden.ts";
import { type Publishable, publishables } from "../publishables.ts";
import type { ReportSection } from "../reportSection.ts";
import type { Settings } from "../settings.ts";
import { reviewFacts } from "../stats/reviews.ts";
import { tagFacts } from "../stats/tags.ts";

interface PublicInput {
  settings: Settings;
  library: Library;
  hidden: Hidden;
}

/** What the site shows, withholds and hides, and what it can only show after another import. */
export function publicSection({ settings, library, hidden }: PublicInput): ReportSection {
  const { publish } = settings;
  const isAbsent = absentIn(library);
  /** The name, or why a choice has no effect. */
  const remarks: Partial<Record<Publishable, string | false>> = {
    name: library.owner ?? "not known",
    listNotes: !publish.lists && "shown only with lists",
  };
  const remarkOn = (name: Publishable) =>
    isAbsent(name) ? "none in the export: if you have some, import it again" : remarks[name];
  const names = (isPublic: boolean) =>
    publishables
      .filter((name) => publish[name] === isPublic)
      .map((name) => (isPublic && remarkOn(name) ? `${name} (${remarkOn(name)})` : name))
      .join(", ") || "nothing";
  const missing = publishables.filter((name) => !publish[name] && isAbsent(name));
  const what = hiddenInWords(hidden);
  return {
    title: "Public",
    fields: [
      ["published", names(true)],
      ["withheld", names(false)],
      ["never", "e-mail, comments, deleted entries, addresses of entries and lists"],
      ...(what === "" ? [] : [["hidden", what] as const]),
    ],
    notes: [
      ...(what === ""
        ? []
        : ["The export still contains what is hidden: a public repository with it shows it."]),
      ...(missing.length === 0
        ? []
        : [
            `To publish ${missing.join(", ")} later, change the settings and import the export again.`,
          ]),
    ],
  };
}

const hiddenInWords = ({ films, lists, tags }: Hidden): string =>
  [
    films.length > 0 && counted(films.length, "film"),
    lists > 0 && counted(lists, "list"),
    tags > 0 && counted(tags, "tag"),
  ]
    .filter((text) => text !== false)
    .join(", ");

/**
 * Whether an export in a folder has nothing of a kind that an import leaves out while it is withheld. The
 * member may have none, too.
 */
function absentIn({
  kind,
  films,
  lists,
  watchlist,
  favourites,
}: Library): (name: Publishable) => boolean {
  if (kind !== "folder") return () => false;
  const isEmpty: Partial<Record<Publishable, boolean>> = {
    reviews: reviewFacts(films).reviews === 0,
    tags: tagFacts(films).tags === 0,
    lists: lists.length === 0,
    listNotes: lists.every(
      ({ description, items }) => description === "" && items.every(({ note }) => note === ""),
    ),
    favourites: favourites.length === 0,
    watchlist: watchlist.length === 0,
  };
  return (name) => isEmpty[name] ?? false;
}
