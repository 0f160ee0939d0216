import type { Film } from "../../library/film.ts";
import { countryName, languageName } from "../../library/placeNames.ts";
import { allRoles } from "../../roles.ts";
import type { Site } from "../../site.ts";
import { completeness } from "../../stats/completeness.ts";
import type { FilmDetails, Named, SeriesDetails } from "../../tmdb/metadata.ts";
import { link, phrase, type RichText, withCommas } from "../../words/richText.ts";

/** A fact about a film, with its label. */
export interface Fact {
  label: string;
  value: RichText;
}

/** Names of people, linked to their pages if they have one. */
export const peopleLinks = ({ library, href }: Site, people: readonly Named[]): RichText =>
  withCommas(
    people.map(({ id, name }) => {
      const path = library.person(id)?.path;
      return link(name, path && href(path));
    }),
  );

const namesOf = (things: readonly { name: string }[]): RichText =>
  withCommas(things.map(({ name }) => name));

/** "Country" for one, otherwise "Countries". */
const byCount = (things: readonly unknown[], one: string, many: string): string =>
  things.length === 1 ? one : many;

/** The facts that have a value. */
const known = (facts: Fact[]): Fact[] => facts.filter(({ value }) => value.length > 0);

/** What TMDB knows of a film. */
export function filmFacts(site: Site, film: Film, details: FilmDetails): Fact[] {
  const { format, href } = site;
  const { runtime, groups } = film;
  const { genre: genres, country: countries } = groups;
  const [language] = groups.language;
  const { cast, companies, crew } = details;
  return known([
    {
      label: "Genres",
      value: withCommas(genres.map(({ name, path }) => link(name, path && href(path)))),
    },
    { label: byCount(countries, "Country", "Countries"), value: namesOf(countries) },
    { label: "Language", value: phrase(language?.name) },
    { label: "Runtime", value: phrase(runtime !== null && format.runtime(runtime)) },
    ...allRoles.flatMap(({ role, credit: label }) =>
      label && role !== "actor"
        ? [
            {
              label,
              value: peopleLinks(
                site,
                crew.filter((credit) => credit.role === role),
              ),
            },
          ]
        : [],
    ),
    { label: "Cast", value: peopleLinks(site, cast) },
    { label: byCount(companies, "Studio", "Studios"), value: namesOf(companies) },
    { label: "Collection", value: collectionOf(site, film) },
  ]);
}

/** The film's collection, and how many of it were seen. */
function collectionOf({ library, format, href }: Site, { groups }: Film): RichText {
  const [collection] = groups.collection;
  if (!collection) return [];
  const { name, path, films } = collection;
  const parts = completeness(collection.parts, films, library.asOf);
  return phrase(
    link(name, path && href(path)),
    parts
      ? `, ${format.integer(parts.seen)} of ${format.integer(parts.total)} seen`
      : films.length > 1 && `, ${format.integer(films.length)} seen`,
  );
}

/** What TMDB knows of a series. */
export function seriesFacts(site: Site, film: Film, series: SeriesDetails): Fact[] {
  const { title, networks, genres, originCountries, originalLanguage, seasons, episodes } = series;
  return known([
    { label: "Title at TMDB", value: phrase(title !== film.name && title) },
    { label: "Created by", value: peopleLinks(site, series.creators) },
    { label: byCount(networks, "Network", "Networks"), value: namesOf(networks) },
    { label: "Aired", value: aired(site, series) },
    { label: "Seasons", value: phrase(seasons !== null && seasons > 1 && `${seasons}`) },
    { label: "Episodes", value: phrase(episodes !== null && `${episodes}`) },
    { label: "Genres", value: namesOf(genres) },
    {
      label: byCount(originCountries, "Country", "Countries"),
      value: withCommas(originCountries.map(countryName)),
    },
    { label: "Language", value: phrase(originalLanguage && languageName(originalLanguage)) },
    { label: "Cast", value: peopleLinks(site, series.cast) },
  ]);
}

function aired(
  { format }: Site,
  { firstAirDate: first, lastAirDate: last }: SeriesDetails,
): RichText {
  if (!first) return [];
  return [last && last > first ? format.range(first, last) : format.day(first)];
}
