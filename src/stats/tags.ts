import type { Day } from "../day.ts";
import type { Viewing } from "../letterboxd/ledger.ts";
import type { Film } from "../library/film.ts";
import { averageRating, ratingsOf } from "./ratings.ts";

export interface TagRow {
  tag: string;
  viewings: number;
  /** Distinct films, including those tagged only on a review without a viewing. */
  films: number;
  /** Days of the first and last of the viewings; null when only reviews have the tag. */
  first: Day | null;
  last: Day | null;
  /** The viewings with a rating of their own, and the mean of these ratings. */
  rated: number;
  average: number | null;
}

/** Every tag, most viewings first, then most films, then by name. */
export function tagRows(films: readonly Film[]): TagRow[] {
  const uses = new Map<string, { viewings: Set<Viewing>; films: Set<Film> }>();
  const use = (tag: string, film: Film) => {
    const found = uses.get(tag) ?? { viewings: new Set(), films: new Set() };
    uses.set(tag, found);
    found.films.add(film);
    return found;
  };
  for (const film of films) {
    for (const viewing of film.viewings) {
      for (const tag of viewing.tags) use(tag, film).viewings.add(viewing);
    }
    for (const tag of looseTags(film)) use(tag, film);
  }
  return [...uses]
    .map(([tag, { viewings, films: tagged }]) => ({
      tag,
      viewings: viewings.size,
      films: tagged.size,
      ...period([...viewings]),
      rated: ratingsOf([...viewings]).length,
      average: averageRating([...viewings]),
    }))
    .sort(
      (a, b) =>
        b.viewings - a.viewings ||
        b.films - a.films ||
        collator.compare(a.tag, b.tag) ||
        byCode(a, b),
    );
}

/** The tags of a film's reviews that belong to no viewing, each once. */
export const looseTags = ({ looseReviews }: Film): string[] => [
  ...new Set(looseReviews.flatMap(({ tags }) => tags)),
];

export interface TagFacts {
  /** Distinct tags. */
  tags: number;
  /** Viewings with a tag, and the days of the first and last of them. */
  viewings: number;
  first: Day | null;
  last: Day | null;
  /** All viewings. */
  of: number;
}

/** How many tags there are, and how much of the diary they cover. */
export function tagFacts(films: readonly Film[]): TagFacts {
  const viewings = films.flatMap((film) => film.viewings);
  const tagged = viewings.filter(({ tags }) => tags.length > 0);
  return {
    tags: tagRows(films).length,
    viewings: tagged.length,
    ...period(tagged),
    of: viewings.length,
  };
}

const collator = new Intl.Collator("en", { numeric: true });
const byCode = (a: TagRow, b: TagRow): number => (a.tag < b.tag ? -1 : 1);

function period(viewings: { date: Day }[]): { first: Day | null; last: Day | null } {
  const days = viewings.map(({ date }) => date).sort();
  return { first: days[0] ?? null, last: days.at(-1) ?? null };
}
