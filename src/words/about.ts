import { type Publishable, publishables } from "../publishables.ts";
import type { Site } from "../site.ts";
import { enumerated, phrase, type RichText, sentences } from "./richText.ts";

/** Whose export this is, up to which day, and what a reader's browser loads from other servers. */
export function aboutOpening({ library, posters }: Site): RichText {
  const { kind, newestDate, asOf } = library;
  const made =
    kind === "sample"
      ? "a sample: the invented export of an invented member"
      : "one person’s Letterboxd export";
  return sentences(
    phrase(
      `This site was made from ${made}`,
      newestDate && [", whose newest entry is of ", { day: newestDate }],
      ".",
    ),
    newestDate === asOf
      ? "“So far” means up to that day."
      : ["“So far” means up to ", { day: asOf }, "."],
    posters.from === "TMDB"
      ? "While you read, nothing is fetched but posters, from TMDB."
      : "Nothing is fetched while you read.",
  );
}

/** How many rows each file of the export had. */
export function rowsRead({ library, format }: Site): string {
  const { viewings, files } = library;
  const start = viewings.length > 0 ? `${format.count(viewings.length, "viewing")}; rows` : "Rows";
  const rows = Object.entries(files).map(([name, count]) => `${name} ${format.integer(count)}`);
  return `${start} read: ${rows.join(", ")}.`;
}

/** What the owner can do so that TMDB is asked. */
export function howToAsk({ settings }: Site): RichText {
  const { offline, tmdb } = settings;
  const makeKey = [
    "make a free key at themoviedb.org, put it into ",
    { code: ".env" },
    " as ",
    { code: "TMDB_API_TOKEN=…" },
    " and ",
  ];
  return phrase(
    `TMDB has not been asked${offline ? ", since OFFLINE=1 was set" : ""}. To get genres, directors, countries and runtimes, `,
    !tmdb.token && makeKey,
    "run ",
    { code: "npm run build" },
    ` again${offline ? " without that" : ""}.`,
  );
}

/** Where to find the films without data that do not fit on the page. */
export const moreWithout = ({ format, href }: Site, count: number): RichText => [
  `And ${format.integer(count)} more: `,
  { text: "films.json", href: href("/data/films.json") },
  " has them all, with nothing under ",
  { code: "tmdb" },
  ".",
];

const publishedNames: Record<Publishable, string> = {
  reviews: "review texts",
  tags: "tags",
  lists: "lists",
  listNotes: "notes on lists",
  watchlist: "the watchlist",
  favourites: "the favourites of the profile",
  name: "the member’s name",
  exactDates: "exact dates (otherwise months)",
};

/** What the owner chose to publish, and what is withheld. */
export function whatIsPublic({ settings, href }: Site): RichText {
  const named = (isPublic: boolean) =>
    publishables
      .filter((name) => settings.publish[name] === isPublic)
      .map((name) => publishedNames[name])
      .join(", ") || "nothing";
  const files = ["summary.json", "films.json", "films.csv"].map((name) => ({
    text: name,
    href: href(`/data/${name}`),
  }));
  return phrase(
    `Published by choice: ${named(true)}. Withheld: ${named(false)}. Never published: the e-mail address, comments, deleted entries and the addresses of entries. The figures are also there `,
    { text: "as files", href: href("/data/") },
    ": ",
    enumerated(files),
    ".",
  );
}
