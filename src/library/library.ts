import type { Day } from "../day.ts";
import type { FilmList, Ledger, LedgerFilm, Viewing } from "../letterboxd/ledger.ts";
import type { ListedFilm } from "../tmdb/client/filmList.ts";
import type { Metadata } from "../tmdb/metadata.ts";
import {
  type Addressed,
  addresses,
  filmAddress,
  groupAddress,
  namesakeAddress,
} from "./address.ts";
import { type Collection, collectionName } from "./collection.ts";
import type { Film } from "./film.ts";
import { type Group, Groups } from "./group.ts";
import { ownerName } from "./ownerName.ts";
import type { Person } from "./person.ts";
import { countryName, isoCountry, languageName } from "./placeNames.ts";
import { Spellings } from "./spellings.ts";
import { withoutDays } from "./withoutDays.ts";

/** The owner's films with everything known of them: one connected graph, built once. */
export interface Library {
  kind: Ledger["kind"];
  /** Whether days are known. If not, each stands for its month, whose first it is. */
  exactDates: boolean;
  asOf: Day;
  newestDate: Day | null;
  /** Rows of the diary that were not left out, whether or not they are viewings. */
  entries: number;
  /** Those of them whose day is still to come: no viewings. */
  toCome: number;
  files: Record<string, number>;
  /** The owner's name, to be shown only where it is published. */
  owner: string | null;
  /** Seen films in the export's order; by title without exact dates, which that order would tell. */
  films: Film[];
  /** Every viewing, oldest first. */
  viewings: Viewing[];
  filmOf(viewing: Viewing): Film;
  lists: FilmList[];
  /** Films on the watchlist, seen ones too, in the export's order. */
  watchlist: Watchlisted[];
  genres: Group[];
  countries: Group[];
  languages: Group[];
  decades: Group[];
  collections: Collection[];
  people: Person[];
  /** Whoever has this TMDB id, if they have a credit that counts. */
  person(id: number): Person | undefined;
  /** TMDB ids of the films on the watchlist, to be shown only where it is published. */
  watchlisted: Set<number>;
  /** Viewings on one day from which it counts as filled in afterwards; infinite without exact dates. */
  bulkDay: number;
}

export interface Watchlisted {
  film: LedgerFilm;
  /** Day it was put there. */
  since: Day;
}

export interface LibraryOptions {
  /** Which of TMDB's two country fields counts first. */
  countries?: "origin" | "production";
  bulkDay?: number;
  /** Whether pages may know the days; see `withoutDays`. */
  exactDates?: boolean;
  /** The owner's name in the settings; empty, that of the export counts. */
  owner?: string;
  /** TMDB's lists of films, by person and by collection. */
  filmographies?: Map<number, ListedFilm[]>;
  collections?: Map<number, ListedFilm[]>;
}

/** The only place that sets a path: a kind of page that is added here cannot get one path twice. */
function givePages<Member extends { path: string | null }>(
  folder: string,
  members: readonly Member[],
  addressOf: (member: Member) => Addressed,
): void {
  for (const [member, path] of addresses(folder, members, addressOf)) member.path = path;
}

/** @param metadata by film key; a film without an entry was never asked about */
export function buildLibrary(
  wholeLedger: Ledger,
  metadata: Map<string, Metadata>,
  {
    countries: countryRule = "origin",
    bulkDay = 10,
    exactDates = true,
    owner = "",
    filmographies = new Map(),
    collections: parts = new Map(),
  }: LibraryOptions = {},
): Library {
  const ledger = exactDates ? wholeLedger : withoutDays(wholeLedger);
  const seen = ledger.films.filter((film) => film.seen);
  const genreNames = new Spellings();
  const personNames = new Spellings();
  const collectionNames = new Spellings();
  for (const { key } of seen) {
    const details = metadata.get(key)?.film;
    for (const genre of details?.genres ?? []) genreNames.add(genre);
    if (details?.collection) collectionNames.add(details.collection);
    for (const credit of [...(details?.crew ?? []), ...(details?.cast ?? [])]) {
      personNames.add(credit);
    }
  }
  const genres = new Groups((id) => genreNames.of(Number(id)));
  const countries = new Groups(countryName);
  const languages = new Groups(languageName);
  const decades = new Groups((year) => `${year}s`);
  const collections = new Map<number, Collection>();
  const people = new Map<number, Person>();
  const films = new Map<LedgerFilm, Film>();

  const person = ({ id }: { id: number }): Person => {
    let found = people.get(id);
    if (!found) {
      const filmography = filmographies.get(id) ?? null;
      found = { id, name: personNames.of(id), path: null, directed: [], acted: [], filmography };
      people.set(id, found);
    }
    return found;
  };

  const collection = ({ id }: { id: number }): Collection => {
    let found = collections.get(id);
    if (!found) {
      const name = collectionName(collectionNames.of(id));
      found = { id: `${id}`, name, path: null, films: [], parts: parts.get(id) ?? null };
      collections.set(id, found);
    }
    return found;
  };

  for (const source of seen) {
    const { match = null, film: details = null, series = null } = metadata.get(source.key) ?? {};
    const film: Film = {
      key: source.key,
      uri: source.uri,
      name: source.name,
      year: source.year,
      path: "",
      rating: source.rating,
      ratingFrom: source.ratingFrom,
      exactDates,
      liked: source.liked,
      viewings: source.viewings,
      looseReviews: source.reviews,
      places: [],
      match,
      details,
      series,
      runtime: details?.runtime ?? null,
      genres: [],
      directors: [],
      cast: [],
      countries: [],
      language: null,
      decade: null,
      collection: null,
    };
    films.set(source, film);
    if (film.year !== null) film.decade = decades.add(`${Math.floor(film.year / 10) * 10}`, film);
    if (!details) continue;

    for (const { id } of details.genres) film.genres.push(genres.add(`${id}`, film));
    const [first, second] =
      countryRule === "origin"
        ? [details.originCountries, details.productionCountries]
        : [details.productionCountries, details.originCountries];
    for (const code of new Set((first.length > 0 ? first : second).map(isoCountry))) {
      film.countries.push(countries.add(code, film));
    }
    if (details.originalLanguage) film.language = languages.add(details.originalLanguage, film);
    if (details.collection) {
      film.collection = collection(details.collection);
      film.collection.films.push(film);
    }
    for (const credit of details.crew) {
      if (credit.role !== "director") continue;
      const director = person(credit);
      director.directed.push(film);
      film.directors.push(director);
    }
    for (const credit of details.cast) {
      const actor = person(credit);
      actor.acted.push(film);
      film.cast.push({ person: actor, character: credit.character });
    }
  }

  const directors = [...people.values()].filter(({ directed }) => directed.length > 0);
  const largerCollections = [...collections.values()].filter((group) => group.films.length > 1);
  givePages("films", [...films.values()], filmAddress);
  givePages("people", directors, namesakeAddress);
  givePages("genres", genres.all(), groupAddress);
  givePages("collections", largerCollections, namesakeAddress);
  for (const list of ledger.lists) {
    for (const { film, position, note } of list.items) {
      films.get(film)?.places.push({ list, position, note });
    }
  }

  return {
    kind: ledger.kind,
    exactDates,
    asOf: ledger.asOf,
    newestDate: ledger.newestDate,
    entries: (ledger.files["diary.csv"] ?? 0) - (ledger.exceptions.leftOut["diary.csv"] ?? 0),
    toCome: ledger.exceptions.toCome,
    files: ledger.files,
    owner: owner || (ledger.member && ownerName(ledger.member)) || null,
    films: [...films.values()],
    viewings: ledger.viewings,
    filmOf(viewing) {
      const film = films.get(viewing.film);
      if (!film) throw new Error(`viewing of a film that is not seen: ${viewing.film.name}`);
      return film;
    },
    lists: ledger.lists,
    watchlist: ledger.films.flatMap((film) =>
      film.watchlisted === null ? [] : [{ film, since: film.watchlisted }],
    ),
    genres: genres.all(),
    countries: countries.all(),
    languages: languages.all(),
    decades: decades.all(),
    collections: [...collections.values()],
    people: [...people.values()],
    person: (id) => people.get(id),
    watchlisted: new Set(
      ledger.films.flatMap(({ key, watchlisted }) => {
        const match = watchlisted === null ? null : metadata.get(key)?.match;
        return match?.type === "movie" ? [match.id] : [];
      }),
    ),
    bulkDay: exactDates ? bulkDay : Number.POSITIVE_INFINITY,
  };
}
