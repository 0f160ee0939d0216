import type { Day } from "../day.ts";
import type { CanonFile } from "../letterboxd/canonFiles.ts";
import type { HistoryLine } from "../letterboxd/history.ts";
import type { FilmList, Ledger, LedgerFilm, Viewing } from "../letterboxd/ledger.ts";
import { allRoles } from "../roles.ts";
import type { Filmography, ListedFilm } from "../tmdb/client/filmList.ts";
import type { Metadata } from "../tmdb/metadata.ts";
import {
  type Addressed,
  addresses,
  filmAddress,
  groupAddress,
  namesakeAddress,
} from "./address.ts";
import { noCredits } from "./credits.ts";
import type { Film } from "./film.ts";
import { type Group, Groups } from "./group.ts";
import { allKinds, type Kind, kindOf } from "./kinds.ts";
import { FILES_OF_PICTURE, type FileOptions, otherFiles } from "./otherFiles.ts";
import { ownerName } from "./ownerName.ts";
import { type PageLimits, pageLimits } from "./pageLimits.ts";
import { countFilms, People, type Person } from "./person.ts";
import type { CanonList, Title } from "./title.ts";
import { canonLists, titlesOf } from "./titles.ts";
import { withoutDay, withoutDays } from "./withoutDays.ts";

/** The owner's films with everything known about them: one connected graph, built once. */
export interface Library {
  kind: Ledger["kind"];
  /** Whether days are known. If not, every day is the first of its month. */
  exactDates: boolean;
  asOf: Day;
  newestDate: Day | null;
  /** Rows of the diary that were not left out, including those that are not viewings. */
  entries: number;
  /** Of these, the rows whose day is in the future. They are not viewings. */
  toCome: number;
  files: Record<string, number>;
  /** The owner's name, to be shown only if it is published. */
  owner: string | null;
  /**
   * Seen films in the export's order. Without exact dates they are sorted by title, because that order
   * would reveal dates.
   */
  films: Film[];
  /** Every viewing, oldest first. */
  viewings: Viewing[];
  filmOf(viewing: Viewing): Film;
  lists: FilmList[];
  /** The favourite films of the profile that are seen, to be shown only if they are published. */
  favourites: Film[];
  /** The imports of this and of earlier exports, in their order. */
  history: HistoryLine[];
  /** Films on the watchlist, including seen ones, in the export's order. */
  watchlist: Watchlisted[];
  /** A film of the export, seen or not, as lists show it. */
  titleOf(film: LedgerFilm): Title;
  /** Lists of films that others chose, in order of their ids. */
  canon: CanonList[];
  /** What the films have in common, by kind. */
  groups: Record<Kind, Group[]>;
  people: Person[];
  /** From how many films a member has a page. */
  pageLimits: PageLimits;
  /** The person with this TMDB id; undefined without a credit on a seen film. */
  person(id: number): Person | undefined;
  /** TMDB ids of the films on the watchlist, to be shown only if it is published. */
  watchlisted: Set<number>;
  /** Viewings on one day from which it counts as filled in afterwards; infinite without exact dates. */
  bulkDay: number;
}

export interface Watchlisted {
  film: LedgerFilm;
  /** The day it was added. */
  since: Day;
}

export interface LibraryOptions {
  /** Which of TMDB's two country fields is preferred. */
  countries?: "origin" | "production";
  bulkDay?: number;
  /** Whether pages may know the days; see `withoutDays`. */
  exactDates?: boolean;
  /** The owner's name in the settings; if it is empty, the export's name is used. */
  owner?: string;
  /** The most files that the site may have. */
  maxFiles?: number;
  files?: FileOptions;
  /** TMDB's lists of films, by person and by collection. */
  filmographies?: Map<number, Filmography>;
  collections?: Map<number, ListedFilm[]>;
  canon?: readonly CanonFile[];
  /** Whether canon lists may know the runtimes of unseen films that the export contains. */
  knowsUnseen?: boolean;
  history?: HistoryLine[];
}

/** Gives each member its path. Only this function sets paths, so no two pages of a folder share one. */
function givePages<Member extends { path: string | null }>(
  folder: string,
  members: readonly Member[],
  addressOf: (member: Member) => Addressed,
): void {
  for (const [member, path] of addresses(folder, members, addressOf)) member.path = path;
}

const byKind = <Value>(make: (kind: Kind) => Value): Record<Kind, Value> =>
  Object.fromEntries(allKinds.map((kind) => [kind, make(kind)])) as Record<Kind, Value>;

/** Whether somebody has enough films, in whatever role, for one of their roles. */
function hasPage(person: Person, { roles }: PageLimits): boolean {
  const films = countFilms(person);
  return allRoles.some(({ role }) => person.credits[role].length > 0 && films >= roles[role]);
}

/** @param metadata by film key; TMDB was never asked about a film without an entry */
export function buildLibrary(
  wholeLedger: Ledger,
  metadata: Map<string, Metadata>,
  {
    countries = "origin",
    bulkDay = 10,
    exactDates = true,
    owner = "",
    maxFiles = Number.POSITIVE_INFINITY,
    files = { hasPosters: false, hasCards: false },
    filmographies = new Map(),
    collections = new Map(),
    canon = [],
    knowsUnseen = true,
    history = [],
  }: LibraryOptions = {},
): Library {
  const ledger = exactDates ? wholeLedger : withoutDays(wholeLedger);
  const kinds = byKind((kind) => new Groups(kind, kind === "collection" ? collections : new Map()));
  const people = new People(filmographies);
  const films = new Map<LedgerFilm, Film>();
  for (const source of ledger.films.filter(({ seen }) => seen)) {
    const film = makeFilm(source, metadata.get(source.key), exactDates);
    const { year, details } = film;
    films.set(source, film);
    film.groups = byKind((kind) => kinds[kind].add(film, { year, details, countries }));
    people.addCredits(film);
  }
  const groups = byKind((kind) => kinds[kind].all());
  const watchlist = ledger.films.flatMap((film) =>
    film.watchlisted === null ? [] : [{ film, since: film.watchlisted }],
  );
  const everybody = people.all();
  const limits = pageLimits(
    { groups, people: everybody },
    {
      maxFiles,
      otherFiles: otherFiles(
        {
          films: [...films.values()],
          viewings: ledger.viewings,
          groups,
          people: everybody,
          lists: ledger.lists,
          canon,
          watchlist,
        },
        files,
      ),
      filesOf: (kind) => 1 + (files.hasCards && kindOf(kind).hasCards ? FILES_OF_PICTURE : 0),
    },
  );
  givePages("films", [...films.values()], filmAddress);
  givePages(
    "people",
    everybody.filter((person) => hasPage(person, limits)),
    namesakeAddress,
  );
  for (const kind of allKinds) {
    const { folder, address } = kindOf(kind);
    const members = groups[kind].filter((group) => group.films.length >= limits.kinds[kind]);
    givePages(folder, members, address === "name" ? groupAddress : namesakeAddress);
  }
  for (const list of ledger.lists) {
    for (const { film, position, note } of list.items) {
      films.get(film)?.places.push({ list, position, note });
    }
  }

  const titleOf = titlesOf(films, metadata);
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
    favourites: favouritesOf(ledger, films),
    history: exactDates ? history : history.map(withoutDay),
    watchlist,
    titleOf,
    canon: canonLists(canon, { films: ledger.films, metadata, titleOf, knowsUnseen }),
    groups,
    people: everybody,
    pageLimits: limits,
    person: (id) => people.get(id),
    watchlisted: watchlistedIds(ledger, metadata),
    bulkDay: exactDates ? bulkDay : Number.POSITIVE_INFINITY,
  };
}

/** A film without groups, credits, places and a path, which are added once all films are known. */
function makeFilm(
  { key, uri, name, year, rating, ratingFrom, liked, viewings, reviews }: LedgerFilm,
  metadata: Metadata | undefined,
  exactDates: boolean,
): Film {
  const details = metadata?.film ?? null;
  return {
    key,
    uri,
    name,
    year,
    path: "",
    rating,
    ratingFrom,
    exactDates,
    liked,
    viewings,
    looseReviews: reviews,
    places: [],
    match: metadata?.match ?? null,
    details,
    series: metadata?.series ?? null,
    runtime: details?.runtime ?? null,
    groups: byKind(() => []),
    credits: noCredits(),
  };
}

function favouritesOf({ favourites }: Ledger, films: Map<LedgerFilm, Film>): Film[] {
  const byUri = new Map([...films.values()].map((film) => [film.uri, film]));
  return favourites.flatMap((uri) => byUri.get(uri) ?? []);
}

function watchlistedIds({ films }: Ledger, metadata: Map<string, Metadata>): Set<number> {
  return new Set(
    films.flatMap(({ key, watchlisted }) => {
      const match = watchlisted === null ? null : metadata.get(key)?.match;
      return match?.type === "movie" ? [match.id] : [];
    }),
  );
}
