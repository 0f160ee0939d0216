import type { Film } from "../library/film.ts";
import type { Site } from "../site.ts";
import { looseTags } from "../stats/tags.ts";
import { canonName } from "../words/canon.ts";
import { describeFilm } from "../words/descriptions.ts";
import { filmTitle, ratingReason, sources, whenSeen, youAndVoters } from "../words/film.ts";
import { link, type RichText } from "../words/richText.ts";
import { castRows, crew, peopleLinks } from "./film/crew.ts";
import { filmFacts, seriesFacts } from "./film/facts.ts";
import { moreByDirectors } from "./film/more.ts";
import { inDiary, linkedTags, tagsOfOnly, viewings } from "./film/viewings.ts";
import { canonOf } from "./habits/canonPages.ts";
import { ownListPaths } from "./habits/ownLists.ts";

/** What a film's page shows. Anything private or unknown is empty or null. */
export function film(site: Site, subject: Film) {
  const { name, year, series, details, credits, rating, liked } = subject;
  return {
    title: filmTitle(subject),
    description: describeFilm(site, subject),
    poster: subject,
    above: breadcrumbs(year),
    name,
    year,
    originalTitle: originalTitle(subject),
    directors: peopleLinks(site, credits.director),
    tagline: details?.tagline || null,
    verdict: {
      rating,
      liked,
      whenSeen: whenSeen(site, subject),
      voters: youAndVoters(site, subject),
      reason: ratingReason(site, subject),
    },
    notice: series
      ? "TMDB has this as a series. It counts among the films seen and in the diary, and in no figure that needs runtimes, genres or people."
      : null,
    viewings: viewings(site, subject),
    reviews: reviews(site, subject),
    tags: [tagsOfOnly(site, subject), looseTagsOf(site, subject)].filter((line) => line !== null),
    places: places(site, subject),
    facts: series
      ? { title: "The series", facts: seriesFacts(site, subject, series) }
      : { title: "The film", facts: filmFacts(site, subject, details) },
    cast: castRows(site, subject),
    crew: crew(site, subject),
    more: moreByDirectors(site, subject),
    inDiary: inDiary(site, subject),
    sources: sources(site, subject),
  };
}

const breadcrumbs = (year: number | null): [path: string, name: string][] => [
  ["/films/", "Films"],
  ...(year === null ? [] : [[`/films/#y${year}`, `${year}`] satisfies [string, string]]),
];

function originalTitle({ name, details, series }: Film) {
  const known = details ?? series;
  if (!known?.originalTitle || known.originalTitle === name) return null;
  return { text: known.originalTitle, language: languageTag(known.originalLanguage) };
}

/** TMDB's code of a language for `lang`: it has codes of its own for Cantonese and for no language. */
function languageTag(code: string | null): string | undefined {
  if (code === null || code === "xx") return undefined;
  return code === "cn" ? "yue" : code;
}

/** Reviews of viewings by day, then those that belong to no viewing. */
function reviews({ settings }: Site, { viewings: all, looseReviews }: Film) {
  if (!settings.publish.reviews) return [];
  return [
    ...all.flatMap(({ review, date }) => (review ? [{ text: review, date }] : [])),
    ...looseReviews.map(({ text, watched }) => ({ text, date: watched })),
  ];
}

function looseTagsOf(site: Site, subject: Film): RichText | null {
  const loose = linkedTags(site, looseTags(subject));
  return loose.length > 0 ? ["Tagged in a review without a date: ", ...loose] : null;
}

/** The lists that the film is on: the owner's with its place and note as typed, then canon lists. */
function places(site: Site, subject: Film) {
  const { settings, format, library, href } = site;
  const paths = ownListPaths(site);
  const own = settings.publish.lists ? subject.places : [];
  return [
    ...own.map(({ list, position, note }) => {
      const path = paths.get(list);
      return {
        text: [
          `No. ${format.integer(position)} of ${format.integer(list.items.length)} in `,
          link(list.name, path && href(path)),
        ],
        note: settings.publish.listNotes && note.trim() !== "" ? note : null,
      };
    }),
    ...canonOf(library, subject).map(({ list }) => ({
      text: [link(canonName(list), href(list.path))],
      note: null,
    })),
  ];
}
