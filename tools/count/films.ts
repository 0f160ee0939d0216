import type { Row } from "./believable.ts";
import { numberOfDay } from "./days.ts";
import { partsOfTitle } from "./namesakes.ts";
import type { ExportRows } from "./rows.ts";

/** A film that was seen. */
export interface Film {
  /** Empty if the export gives no address. */
  uri: string;
  name: string;
  /** Empty without a possible Year. */
  year: string;
  rating: number | null;
  /** The rating of ratings.csv alone. */
  givenRating: number | null;
  isLiked: boolean;
}

/** A diary row whose Watched Date is a day. */
export interface Viewing {
  film: Film;
  /** Days since 1970-01-01. */
  day: number;
  rating: number | null;
  isRewatch: boolean;
}

/** The films seen, and every viewing in the order of Watched Date, then of the diary. */
export interface Joined {
  films: Film[];
  viewings: Viewing[];
  /** The films of the watchlist, seen ones too. A row without a day is none. */
  wanted: Film[];
  /** Every place on a list, with the list's file. */
  listed: { list: string; film: Film }[];
}

/** Joins the rows of an export, by the rules under "How rows become films" in docs/export.md. */
export function joinFilms(rows: ExportRows<Row>): Joined {
  const titles = new Titles(rows);
  const diary = dealOut(rows.diary, titles);
  const reviews = rows.reviews.map((row) => ({ row, film: filmOfReview(row, diary, titles) }));
  const ratings = rows.ratings.map((row) => ({ row, film: titles.filmOf(row) }));
  const seen = new Set<Film>([
    ...rows.watched.map((row) => titles.filmOf(row)),
    ...[...ratings, ...diary, ...reviews].map(({ film }) => film),
  ]);
  const viewings = viewingsOf(diary);
  // Each of these overrides those before it: the latest review, the latest viewing, ratings.csv.
  const byDate = (a: Entry, b: Entry) => compareText(a.row.date, b.row.date);
  for (const { film, row } of reviews.toSorted(byDate)) film.rating = row.rating ?? film.rating;
  for (const { film, rating } of viewings) film.rating = rating ?? film.rating;
  for (const { film, row } of ratings.toSorted(byDate)) {
    film.rating = row.rating ?? film.rating;
    film.givenRating = row.rating ?? film.givenRating;
  }
  for (const row of rows.likes) titles.filmOf(row).isLiked = true;
  const wanted = rows.watchlist
    .filter(({ date }) => numberOfDay(date) !== null)
    .map((row) => titles.filmOf(row));
  const listed = rows.listItems.map((row) => ({ list: row.file, film: titles.filmOf(row) }));
  return { films: [...seen], viewings, wanted, listed };
}

interface Entry {
  row: Row;
  film: Film;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Which film a row means: by its address, or by Name and Year. */
class Titles {
  readonly #byUri = new Map<string, Film>();
  readonly #byTitle = new Map<string, Film[]>();

  constructor({ watched, ratings, likes, watchlist, listItems }: ExportRows<Row>) {
    this.#add([...watched, ...ratings]);
    // These count only for a Name and Year that the files above do not have.
    const known = new Set(this.#byTitle.keys());
    this.#add([...likes, ...watchlist, ...listItems], known);
  }

  #add(rows: Row[], except: ReadonlySet<string> = new Set()): void {
    for (const { uri, titles } of rows) {
      if (uri === "") continue;
      const film = this.#byUri.get(uri) ?? newFilm(titles[0], uri);
      this.#byUri.set(uri, film);
      for (const title of titles.filter((one) => !except.has(one))) {
        this.#byTitle.set(title, [...new Set(this.#byTitle.get(title)).add(film)]);
      }
    }
  }

  /** The films of this Name and Year in file order. If there is none, a new film is made. */
  candidates(title: string): [Film, ...Film[]] {
    const [first, ...others] = this.#byTitle.get(title) ?? [];
    if (first) return [first, ...others];
    const own = newFilm(title);
    this.#byTitle.set(title, [own]);
    return [own];
  }

  /** The film of a row whose address is that of a film, or empty. */
  filmOf({ uri, titles }: Row): Film {
    return this.#byUri.get(uri) ?? this.candidates(titles[0])[0];
  }
}

function newFilm(title: string, uri = ""): Film {
  const [name, year] = partsOfTitle(title);
  return { uri, name, year, rating: null, givenRating: null, isLiked: false };
}

/** Rows without a day come last, so that they do not take a viewing's place. */
const dayToSortBy = ({ watchedDate }: Row): number =>
  numberOfDay(watchedDate) ?? Number.MAX_SAFE_INTEGER;

/**
 * Each diary row with its film, in the order of Watched Date, then of the file; the n-th of a Name
 * and Year goes to the n-th film of it, what is left over to the last.
 */
function dealOut(diary: Row[], titles: Titles): Entry[] {
  const dealt = new Map<string, number>();
  return diary
    .toSorted((a, b) => dayToSortBy(a) - dayToSortBy(b))
    .map((row) => {
      const [title] = row.titles;
      const films = titles.candidates(title);
      const turn = dealt.get(title) ?? 0;
      dealt.set(title, turn + 1);
      return { row, film: films[turn] ?? films.at(-1) ?? films[0] };
    });
}

/**
 * A review is of the entry with its address, of several that of its day, else the first; without an
 * address, of the film's entry of that day, if it has one.
 */
function filmOfReview(review: Row, diary: Entry[], titles: Titles): Film {
  const day = numberOfDay(review.watchedDate);
  const isOfDay = ({ row }: Entry) => numberOfDay(row.watchedDate) === day;
  const entries = diary.filter((entry) => {
    const { uri, titles } = entry.row;
    if (uri !== review.uri) return false;
    return uri !== "" || (titles[0] === review.titles[0] && day !== null && isOfDay(entry));
  });
  const entry = entries.find(isOfDay) ?? entries[0];
  return entry?.film ?? titles.candidates(review.titles[0])[0];
}

function viewingsOf(diary: Entry[]): Viewing[] {
  const seenBefore = new Set<Film>();
  return diary.flatMap(({ row, film }) => {
    const day = numberOfDay(row.watchedDate);
    if (day === null) return [];
    const isRewatch = row.isFlagged || seenBefore.has(film);
    seenBefore.add(film);
    return [{ film, day, rating: row.rating, isRewatch }];
  });
}
