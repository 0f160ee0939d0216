import { inWords } from "../counted.ts";
import { inSentence } from "../library/placeNames.ts";
import type { Site } from "../site.ts";
import { favourites } from "../stats/filmOrder.ts";
import { opening, shareInWords } from "../stats/opening.ts";
import { enumerated, link, phrase, type RichText, sentences } from "./richText.ts";

/** "545 films, a third of them made since 2010; nobody directed more of them than Agnès Varda" */
export function dashboardHeading({ library, format, href }: Site): RichText {
  const { films, people } = library;
  const { recent, directors } = opening(films, people);
  const share = recent && (shareInWords(recent.share) ?? format.percent(recent.share));
  const [only, ...others] = films;
  return phrase(
    format.count(films.length, "film"),
    recent && recent.share < 1 && `, ${share} of them made since ${recent.since}`,
    directors.length > 0 && "; nobody directed more of them than ",
    enumerated(directors.map(({ name, path }) => link(name, path && href(path)))),
    only && others.length === 0 && [", ", { text: only.name, href: href(only.path) }],
  );
}

/** The title of the posters that replace a diary. The row shows at most eight. */
export function posterRowTitle({ library }: Site): string {
  const { films } = library;
  if (films.length === 1) return "The film";
  if (films.length <= 8) return "The films";
  return favourites(films).length >= 8 ? "What you rate highest" : "The newest of them";
}

/** "30 countries, the United States in 60% of your films" */
export function mapTitle(
  { format }: Site,
  {
    countries,
    first,
    matched,
  }: { countries: number; first: { name: string; films: number }[]; matched: number },
): string {
  const count = format.count(countries, "country", "countries");
  const [one] = first;
  if (!one) return count;
  const names = inWords(first.map(({ name }) => inSentence(name)));
  const share = format.percent(one.films / matched);
  return `${count}, ${names} in ${share} of your films${first.length > 1 ? " each" : ""}`;
}

/** The note under the chart of release years. */
export function releaseYearsNote({ library, format }: Site, { leads }: { leads: boolean }): string {
  const { films } = library;
  const known = films.filter(({ year }) => year !== null).length;
  return [
    "By Letterboxd’s year",
    known < films.length &&
      `, known for ${format.integer(known)} of ${format.count(films.length, "film")}`,
    leads && "; a column leads to its films",
    ".",
  ]
    .filter(Boolean)
    .join("");
}

/** The note under the chart of the last months: which they are, and what they leave out. */
export function monthsNote(
  { format, href }: Site,
  {
    from,
    to,
    isFilledIn,
    outside,
  }: { from: string; to: string; isFilledIn: boolean; outside: number },
): RichText {
  const others = `; ${format.count(outside, "film")} ${outside === 1 ? "is" : "are"} not in the diary`;
  return sentences(
    isFilledIn && [{ key: "hollow" }, " filled in afterwards."],
    `Viewings from ${format.month(from)} to ${format.month(to)}, rewatches included${outside > 0 ? others : ""}.`,
    { text: "The whole timeline", href: href("/timeline/") },
  );
}
