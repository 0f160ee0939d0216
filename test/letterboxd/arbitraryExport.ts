import fc from "fast-check";
import {
  arbitraryCode,
  arbitraryDay,
  arbitraryName,
  arbitraryRating,
  arbitraryTags,
  arbitraryText,
  arbitraryYear,
} from "./arbitraryFields.ts";
import type { DiaryLine, ExportModel, ListModel, ReviewLine } from "./exportModel.ts";

/** A film as Letterboxd knows it. */
interface KnownFilm {
  name: string;
  year: number | null;
  uri: string;
}

/** Few titles for many films, so that films of equal Name and Year are common. */
const knownFilms: fc.Arbitrary<KnownFilm[]> = fc
  .record({
    titles: fc.array(fc.record({ name: arbitraryName, year: arbitraryYear }), {
      minLength: 1,
      maxLength: 5,
    }),
    codes: fc.uniqueArray(arbitraryCode, { minLength: 1, maxLength: 8 }),
    turns: fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }),
  })
  .map(({ titles, codes, turns }) =>
    codes.map((code, i) => {
      const { name, year } = titles[(turns[i] ?? 0) % titles.length] ?? { name: "", year: null };
      return { name, year, uri: `https://boxd.it/${code}` };
    }),
  );

const mostly = fc.nat(9).map((n) => n > 0);
const seldom = mostly.map((is) => !is);

/**
 * A small export: every kind of file, names and texts from the nasty end, rows without address, Year
 * or rating, names that are spelled in two ways, films of equal Name and Year, diary rows without a day, reviews with and without their
 * entry. A film stands once in a file, but for rows without an address.
 */
export const arbitraryExport: fc.Arbitrary<ExportModel> = knownFilms.chain((films) =>
  diaryOf(films).chain((diary) =>
    fc.record({
      watched: filmLines(films),
      ratings: filmLines(films).chain((lines) =>
        fc.tuple(...lines.map((line) => stars.map((rating) => ({ ...line, rating })))),
      ),
      diary: fc.constant(diary),
      reviews: reviewsOf(films, diary),
      watchlist: filmLines(films),
      likes: filmLines(films),
      lists: listsOf(films),
    }),
  ),
);

const stars = arbitraryRating.map((rating) => rating ?? 3);

/** Some of the films, in any order; a row in ten has lost its address. */
const filmLines = (films: KnownFilm[]) =>
  fc.shuffledSubarray(films).chain((some) =>
    fc.tuple(
      ...some.map((film) =>
        fc
          .record({ date: arbitraryDay, hasUri: mostly, isDecomposed: seldom })
          .map(({ date, hasUri, isDecomposed }) => ({
            ...film,
            name: spelled(film.name, isDecomposed),
            date,
            uri: hasUri ? film.uri : null,
          })),
      ),
    ),
  );

const spelled = (name: string, isDecomposed: boolean): string =>
  isDecomposed ? name.normalize("NFD") : name;

/** One entry of a diary; `code` tells it from the others, and no film's code holds a dot. */
function entry(films: KnownFilm[]) {
  const fields = fc.record({
    film: fc.constantFrom(...films),
    date: arbitraryDay,
    rating: arbitraryRating,
    rewatch: seldom,
    tags: arbitraryTags,
    hasUri: mostly,
    isDated: mostly,
    isDecomposed: seldom,
    day: arbitraryDay,
  });
  return fields.map(
    ({ film: { name, year }, hasUri, isDated, isDecomposed, day, ...rest }) =>
      (code: string): DiaryLine => ({
        name: spelled(name, isDecomposed),
        year,
        ...rest,
        uri: hasUri ? `https://boxd.it/${code}` : null,
        watched: isDated ? day : null,
      }),
  );
}

const diaryOf = (films: KnownFilm[]): fc.Arbitrary<DiaryLine[]> =>
  fc
    .array(entry(films), { maxLength: 12 })
    .map((entries) => entries.map((make, i) => make(`e.${i}`)));

/** Reviews of diary rows, which repeat these, and others that stand alone. */
const reviewsOf = (films: KnownFilm[], diary: DiaryLine[]): fc.Arbitrary<ReviewLine[]> =>
  fc
    .record({
      reviewed: fc.shuffledSubarray(diary),
      alone: fc.array(entry(films), { maxLength: 3 }),
    })
    .map(({ reviewed, alone }) => [...reviewed, ...alone.map((make, i) => make(`r.${i}`))])
    .chain((lines) =>
      fc.tuple(...lines.map((line) => arbitraryText.map((text) => ({ ...line, text })))),
    )
    .chain((lines) => fc.shuffledSubarray(lines, { minLength: lines.length }));

const listsOf = (films: KnownFilm[]): fc.Arbitrary<ListModel[]> =>
  fc
    .array(
      fc.record({
        name: arbitraryName,
        date: arbitraryDay,
        tags: arbitraryTags,
        description: arbitraryText,
        items: filmLines(films).chain((lines) =>
          fc.tuple(...lines.map((line) => arbitraryText.map((note) => ({ ...line, note })))),
        ),
      }),
      { maxLength: 2 },
    )
    .map((lists) =>
      lists.map(({ items, ...list }, i) => ({
        ...list,
        file: `lists/list-${i}.csv`,
        items: items.map((item, at) => ({ ...item, date: null, position: at + 1 })),
      })),
    );
