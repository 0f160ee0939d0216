import { yearOf } from "../day.ts";
import { yearPath } from "../library/address.ts";
import type { Film } from "../library/film.ts";
import type { Site } from "../site.ts";
import { looseTags } from "../stats/tags.ts";
import { describeFilm } from "../words/descriptions.ts";
import { filmTitle, ratedAndSeen, ratingReason, sources } from "../words/film.ts";
import { sinceLast } from "../words/sinceLast.ts";
import { type Fact, filmFacts, peopleLinks, seriesFacts } from "./film/facts.ts";

/** What a film's page shows. Anything private or unknown is empty or null. */
export function film(site: Site, subject: Film) {
  const { name, year, series, credits } = subject;
  return {
    title: filmTitle(subject),
    description: describeFilm(site, subject),
    poster: subject,
    above: breadcrumbs(year),
    name,
    year,
    originalTitle: originalTitle(subject),
    directors: peopleLinks(site, credits.director),
    ratedAndSeen: ratedAndSeen(site, subject),
    ratingReason: ratingReason(site, subject),
    notice: series
      ? "TMDB has this as a series. It counts among the films seen and in the diary, and in no figure that needs runtimes, genres or people."
      : null,
    viewings: viewings(site, subject),
    reviews: reviews(site, subject),
    tags: tags(site, subject),
    places: places(site, subject),
    facts: facts(site, subject),
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
  return { text: known.originalTitle, language: known.originalLanguage ?? undefined };
}

/** Viewings, newest first. */
function viewings({ library, settings, format, href }: Site, { viewings: all }: Film) {
  const { exactDates } = library;
  const anchor = (date: string) => (exactDates ? `d${date}` : `m${date.slice(0, 7)}`);
  const since = sinceLast(all, format);
  return {
    head: exactDates ? "Day" : "Month",
    rows: all
      .map(({ date, rating, tags }, i) => ({
        date,
        href: `${href(yearPath(yearOf(date)))}#${anchor(date)}`,
        rating,
        note: [
          since[i],
          ...(settings.publish.tags && tags.length > 0 ? [tags.join(", ")] : []),
        ].join(" · "),
      }))
      .reverse(),
  };
}

/** Reviews of viewings by day, then those that belong to no viewing. */
function reviews({ settings }: Site, { viewings: all, looseReviews }: Film) {
  if (!settings.publish.reviews) return [];
  return [
    ...all.flatMap(({ review, date }) => (review ? [{ text: review, date }] : [])),
    ...looseReviews.map(({ text, watched }) => ({ text, date: watched })),
  ];
}

function tags({ settings }: Site, subject: Film): string | null {
  const loose = settings.publish.tags ? looseTags(subject) : [];
  return loose.length > 0 ? `Tagged in a review without a date: ${loose.join(", ")}` : null;
}

/** The film's places on the owner's lists, each with its note as typed. */
function places({ settings, format }: Site, subject: Film) {
  if (!settings.publish.lists) return [];
  return subject.places.map(({ list, position, note }) => ({
    text: `No. ${format.integer(position)} of ${format.integer(list.items.length)} in ${list.name}`,
    note: settings.publish.listNotes && note.trim() !== "" ? note : null,
  }));
}

function facts(site: Site, subject: Film): { title: string; facts: Fact[] } | null {
  const { details, series } = subject;
  if (details) return { title: "The film", facts: filmFacts(site, subject, details) };
  if (series) return { title: "The series", facts: seriesFacts(site, subject, series) };
  return null;
}
