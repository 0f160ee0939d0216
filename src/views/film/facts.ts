import type { Film } from "../../library/film.ts";
import type { Kind, Member } from "../../library/kinds.ts";
import { countryName, isoCountry, languageName } from "../../library/placeNames.ts";
import type { Site } from "../../site.ts";
import { completeness } from "../../stats/completeness.ts";
import type { FilmDetails, SeriesDetails } from "../../tmdb/metadata.ts";
import {
  capital,
  link,
  type Part,
  phrase,
  type RichText,
  withCommas,
} from "../../words/richText.ts";
import { peopleLinks } from "./crew.ts";
import { type Fact, known, listFact } from "./fact.ts";

type Linked = { name: string; path: string | null };

/** Names, linked to their pages if they have one. */
const linksTo = ({ href }: Site, things: readonly Linked[]): Part[] =>
  things.map(({ name, path }) => link(name, path && href(path)));

/** "Country" for one, otherwise "Countries". */
const byCount = (things: readonly unknown[], one: string, many: string): string =>
  things.length === 1 ? one : many;

/** Members of a kind by id, as groups of the seen films where they are some. */
const groupsOf = ({ library }: Site, kind: Kind, members: readonly Member[]): Linked[] =>
  members.map(
    ({ id, name }) => library.groups[kind].find((group) => group.id === id) ?? { name, path: null },
  );

const genresOf = (site: Site, genres: readonly { id: number; name: string }[]): Linked[] =>
  groupsOf(
    site,
    "genre",
    genres.map(({ id, name }) => ({ id: `${id}`, name })),
  );

const countriesOf = (site: Site, codes: readonly string[]): Linked[] =>
  groupsOf(
    site,
    "country",
    codes.map(isoCountry).map((id) => ({ id, name: countryName(id) })),
  );

const languagesOf = (site: Site, codes: readonly string[]): Linked[] =>
  groupsOf(
    site,
    "language",
    codes.map((id) => ({ id, name: languageName(id) })),
  );

/** What is known of a film, by TMDB and by its year. */
export function filmFacts(site: Site, film: Film, details: FilmDetails | null): Fact[] {
  const { format } = site;
  const { runtime, groups } = film;
  const { genre, decade, country, language, studio, keyword } = groups;
  return known([
    { label: "Genres", value: withCommas(linksTo(site, genre)) },
    { label: "Decade", value: withCommas(linksTo(site, decade)) },
    {
      label: byCount(country, "Country", "Countries"),
      value: withCommas(linksTo(site, country)),
    },
    { label: "Language", value: withCommas(linksTo(site, language)) },
    { label: "Spoken", value: details ? spoken(site, details) : [] },
    { label: "Runtime", value: phrase(runtime !== null && format.runtime(runtime)) },
    { label: "Collection", value: collectionOf(site, film) },
    listFact(byCount(studio, "Studio", "Studios"), linksTo(site, studio)),
    listFact(byCount(keyword, "Keyword", "Keywords"), linksTo(site, withPagesFirst(keyword))),
  ]);
}

/** The languages spoken in a film, if they are others than the original one alone. */
function spoken(site: Site, { originalLanguage, spokenLanguages: codes }: FilmDetails): RichText {
  const isSame = codes.length === 1 && codes[0] === originalLanguage;
  return isSame ? [] : withCommas(linksTo(site, languagesOf(site, codes)));
}

/** So that of many, those that lead somewhere are open. */
const withPagesFirst = (things: readonly Linked[]): Linked[] =>
  things.toSorted((a, b) => Number(b.path !== null) - Number(a.path !== null));

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
  const { title, networks, originCountries, originalLanguage, seasons, episodes, type } = series;
  return known([
    { label: "Title at TMDB", value: phrase(title !== film.name && title) },
    { label: "Created by", value: peopleLinks(site, series.creators) },
    {
      label: byCount(networks, "Network", "Networks"),
      value: withCommas(networks.map(({ name }) => name)),
    },
    { label: "Type", value: phrase(type && capital(type)) },
    { label: "Aired", value: aired(site, series) },
    { label: "Seasons", value: phrase(seasons !== null && `${seasons}`) },
    { label: "Episodes", value: phrase(episodes !== null && `${episodes}`) },
    { label: "Genres", value: withCommas(linksTo(site, genresOf(site, series.genres))) },
    { label: "Decade", value: withCommas(linksTo(site, film.groups.decade)) },
    {
      label: byCount(originCountries, "Country", "Countries"),
      value: withCommas(linksTo(site, countriesOf(site, originCountries))),
    },
    {
      label: "Language",
      value: withCommas(
        linksTo(site, languagesOf(site, originalLanguage ? [originalLanguage] : [])),
      ),
    },
  ]);
}

function aired(
  { format }: Site,
  { firstAirDate: first, lastAirDate: last }: SeriesDetails,
): RichText {
  if (!first) return [];
  return [last && last > first ? format.range(first, last) : format.day(first)];
}
