import { createHash } from "node:crypto";
import slugify from "@sindresorhus/slugify";

// A file name ends at 255 bytes, and a year, a code and a suffix may still follow.
const LONGEST_SLUG = 100;
const LONGEST_CODE = 60;

/** Names that Windows keeps for devices: no folder can be called so. */
const DEVICE = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/;

/**
 * A name in lower-case ASCII letters, digits and hyphens, at most 100 characters, cut at the end of
 * a word where there is one. Empty when nothing of it can be written in Latin letters. Two names
 * may have one slug, and a slug may be a device name of Windows: an address needs more than that.
 */
export const slug = (text: string): string =>
  cut(
    slugify(text, {
      decamelize: false,
      customReplacements: [
        ["&", " and "],
        ["½", " half "],
      ],
    }),
  );

function cut(words: string): string {
  if (words.length <= LONGEST_SLUG) return words;
  const end = words.lastIndexOf("-", LONGEST_SLUG);
  return words.slice(0, end > 0 ? end : LONGEST_SLUG);
}

/** Address of a person's page: equal names are different people, so the TMDB id is part of it. */
export const personPath = ({ id, name }: { id: number; name: string }): string =>
  `/people/${[slug(name), id].filter(Boolean).join("-")}/`;

/** Address of a collection's page. Works of one name are several collections. */
export const collectionPath = ({ id, name }: { id: number; name: string }): string =>
  `/collections/${[slug(name), id].filter(Boolean).join("-")}/`;

export const genrePath = (name: string): string => `/genres/${slug(name)}/`;

export const yearPath = (year: number): string => `/timeline/${year}/`;

/**
 * Addresses of films, `/films/{name-year}/`. Films that would share one all carry a form of their
 * film code, so that an address never depends on which of them stands first in the export. So does
 * a film whose address would be a device name of Windows.
 */
export function filmPaths(
  films: { key: string; uri: string | null; name: string; year: number | null }[],
): Map<string, string> {
  const bases = films.map((film) => [film, baseSlug(film)] as const);
  const uses = new Map<string, number>();
  for (const [, base] of bases) uses.set(base, (uses.get(base) ?? 0) + 1);

  const isFree = (base: string) => uses.get(base) === 1 && !DEVICE.test(base);
  const taken = new Set(bases.map(([, base]) => base).filter(isFree));
  return new Map(
    bases.map(([film, base]) => {
      let address = base;
      if (!isFree(base)) {
        address = `${base}-${caseSafe(film)}`;
        while (taken.has(address)) address += "_";
        taken.add(address);
      }
      return [film.key, `/films/${address}/`];
    }),
  );
}

type Addressed = Parameters<typeof filmPaths>[0][number];

function baseSlug(film: Addressed): string {
  const title = slug(film.name) || `film-${caseSafe(film)}`;
  return film.year === null ? title : `${title}-${film.year}`;
}

/**
 * The last part of a film URI in a form that a case-folding disk cannot confuse: `aB` → `a_b`.
 * Film codes differ by case alone in 3 % of films. A film without a URI has its whole name there,
 * of which a long one leaves only a hash.
 */
function caseSafe({ uri, key }: Addressed): string {
  const code = uri?.replace(/\/+$/, "").split("/").at(-1) ?? key;
  const safe = code
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replace(/[^a-z0-9_-]/g, (other) => `~${other.codePointAt(0)?.toString(36)}`);
  return safe.length > LONGEST_CODE
    ? createHash("sha256")
        .update(uri ?? key)
        .digest("hex")
        .slice(0, 16)
    : safe;
}
