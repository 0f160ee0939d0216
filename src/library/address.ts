import slugify from "@sindresorhus/slugify";

/** A name as one safe path segment; empty when nothing of it can be written in Latin letters. */
export const slug = (text: string): string =>
  slugify(text, {
    decamelize: false,
    customReplacements: [
      ["&", " and "],
      ["½", " half "],
    ],
  });

/** Address of a person's page: equal names are different people, so the TMDB id is part of it. */
export const personPath = ({ id, name }: { id: number; name: string }): string =>
  `/people/${[slug(name), id].filter(Boolean).join("-")}/`;

export const genrePath = (name: string): string => `/genres/${slug(name)}/`;

export const yearPath = (year: number): string => `/timeline/${year}/`;

/**
 * Addresses of films, `/films/{name-year}/`. Films that would share one all carry a form of their
 * film code, so that an address never depends on which of them stands first in the export.
 */
export function filmPaths(
  films: { key: string; uri: string | null; name: string; year: number | null }[],
): Map<string, string> {
  const bases = films.map((film) => [film, baseSlug(film)] as const);
  const uses = new Map<string, number>();
  for (const [, base] of bases) uses.set(base, (uses.get(base) ?? 0) + 1);

  const taken = new Set(bases.filter(([, base]) => uses.get(base) === 1).map(([, base]) => base));
  return new Map(
    bases.map(([film, base]) => {
      let address = base;
      if (uses.get(base) !== 1) {
        address = `${base}-${caseSafe(film.uri ?? film.key)}`;
        while (taken.has(address)) address += "_";
        taken.add(address);
      }
      return [film.key, `/films/${address}/`];
    }),
  );
}

function baseSlug({ key, uri, name, year }: Parameters<typeof filmPaths>[0][number]): string {
  const title = slug(name) || `film-${caseSafe(uri ?? key)}`;
  return year === null ? title : `${title}-${year}`;
}

/**
 * The last part of a film URI in a form that a case-folding disk cannot confuse: `aB` → `a_b`.
 * Film codes differ by case alone in 3 % of films.
 */
function caseSafe(uri: string): string {
  const code = uri.replace(/\/+$/, "").split("/").at(-1) ?? uri;
  return code
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replace(/[^a-z0-9_-]/g, (other) => `~${other.codePointAt(0)?.toString(36)}`);
}
