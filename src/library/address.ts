import { createHash } from "node:crypto";
import slugify from "@sindresorhus/slugify";

// A file name ends at 255 bytes, and a year, a code and a suffix may still follow.
const LONGEST_SLUG = 100;
const LONGEST_CODE = 60;

/** Names that Windows keeps for devices: no folder can be called so. */
const DEVICE = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/;

/**
 * Names of pages that are no member of what they are below, such as `/lists/own/` and the second page
 * of a ranking, `/actors/by-rating/2/`.
 */
const RESERVED = /^(?:\d+|own|story|by-[a-z]+)$/;

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

/** What the address of a page is made of. */
export interface Addressed {
  /** What people read in it, by `slug`; may be empty. */
  title: string;
  /** What nearly always tells it from all others of its kind, for a file name that any disk takes. */
  code: string;
  /** What always does. It decides between two of one code. */
  key: string;
}

/**
 * Addresses `/FOLDER/TITLE/` of all pages of one kind, distinct on a disk that folds case. Those that
 * would share one all carry their code, so that no address depends on which of them stands first. So
 * does one that would be empty, a device name of Windows or the name of another page.
 */
export function addresses<Member>(
  folder: string,
  members: readonly Member[],
  addressOf: (member: Member) => Addressed,
): Map<Member, string> {
  const all = members.map((member) => {
    const { title, code, key } = addressOf(member);
    return { member, title: title.toLowerCase(), code: code.toLowerCase(), key };
  });
  const uses = Map.groupBy(all, ({ title }) => title);
  const isFree = ({ title, code }: { title: string; code: string }) =>
    title !== "" &&
    uses.get(title)?.length === 1 &&
    !DEVICE.test(title) &&
    // A title that is the code already cannot be made plainer.
    (title === code || !RESERVED.test(title));
  const taken = new Set(all.filter(isFree).map(({ title }) => title));
  const paths = new Map<Member, string>();
  // Two that are made longer may meet, and then the one that stands first must not matter.
  const inTurn = all.sort((a, b) => compare(a.code, b.code) || compare(a.key, b.key));
  for (const { member, title, code } of inTurn) {
    let address = title;
    if (!isFree({ title, code })) {
      address = [title, code].filter(Boolean).join("-");
      while (taken.has(address)) address += "_";
      taken.add(address);
    }
    paths.set(member, `/${folder}/${address}/`);
  }
  return paths;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface AddressedFilm {
  key: string;
  uri: string | null;
  name: string;
  year: number | null;
}

/** Name and year. */
export function filmAddress(film: AddressedFilm): Addressed {
  const code = caseSafe(film);
  const title = slug(film.name) || `film-${code}`;
  return { title: film.year === null ? title : `${title}-${film.year}`, code, key: film.key };
}

/** Name and TMDB id: people of one name are different people, works of one name several collections. */
export const namesakeAddress = ({
  id,
  name,
}: {
  id: number | string;
  name: string;
}): Addressed => ({
  title: [slug(name), id].filter(Boolean).join("-"),
  code: `${id}`,
  key: `${id}`,
});

/** The name of what goes by a name alone: a genre, a country … */
export const groupAddress = ({ id, name }: { id: string; name: string }): Addressed => ({
  title: slug(name),
  code: id,
  key: id,
});

export const yearPath = (year: number): string => `/timeline/${year}/`;

/**
 * The last part of a film URI in a form that a case-folding disk cannot confuse: `aB` → `a_b`.
 * Film codes differ by case alone in 3 % of films. A film without a URI has its whole name there,
 * of which a long one leaves only a hash.
 */
function caseSafe({ uri, key }: AddressedFilm): string {
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
