import { createHash } from "node:crypto";
import slugify from "@sindresorhus/slugify";
import { type Day, monthOf, yearOf } from "../day.ts";

// A file name ends at 255 bytes, and a year, a code and a suffix may still follow.
const LONGEST_SLUG = 100;
const LONGEST_CODE = 60;

/** Names that Windows reserves for devices, which no folder can have. */
const DEVICE = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/;

/**
 * Names of pages that are beside the members' pages, such as `/lists/own/` and the second page of a
 * ranking, `/keywords/2/`.
 */
const RESERVED = /^(?:\d+|own|story|by-[a-z]+)$/;

/** A ranking has fewer than a thousand pages. */
const PAGE_NUMBER = /^\d{1,3}$/;

/**
 * A name in lower-case ASCII letters, digits and hyphens, at most 100 characters, cut at the end of a
 * word where there is one. Empty if nothing of it can be written in Latin letters. `addresses` deals
 * with two names of one slug and with reserved names.
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

/** The parts of a page's address. */
export interface Addressed {
  /** The readable part, from `slug`; may be empty. */
  title: string;
  /** Distinguishes nearly all members of a kind, and is a valid file name on any disk. */
  code: string;
  /** Distinguishes all members. It orders two of one code. */
  key: string;
}

/**
 * Addresses `/FOLDER/TITLE/` of all pages of one kind, distinct on a disk that ignores case. If two
 * would be equal, both get their code, so that no address depends on the order of the members. An
 * address also gets its code if it would be empty, a device name of Windows or the name of another
 * page.
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
    // An id alone, of a name without Latin letters, is no page's name unless it is short.
    (title === code ? !PAGE_NUMBER.test(title) : !RESERVED.test(title));
  const taken = new Set(all.filter(isFree).map(({ title }) => title));
  const paths = new Map<Member, string>();
  // Two longer addresses may be equal too, so members are sorted to keep the result independent of
  // their order.
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

/** Name and TMDB id, because two people or collections may have the same name. */
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

/** Only the name, of a genre, a country …, or the code if nothing of the name can be written. */
export const groupAddress = ({ id, name }: { id: string; name: string }): Addressed => ({
  title: slug(name) || id,
  code: id,
  key: id,
});

/** The films with a rating. */
export const stepPath = (rating: number): string => `/ratings/${rating}/`;

export const yearPath = (year: number): string => `/timeline/${year}/`;

export const diaryFolder = "/diary/";

/** Every viewing of a year. */
export const diaryYearPath = (year: number): string => `${diaryFolder}${year}/`;

/** A month in the diary of its year. @param month `YYYY-MM` */
export const monthPath = (month: string): string =>
  `${diaryYearPath(yearOf(`${month}-01`))}#m${month}`;

/** A day in the diary of its year. It is there only if somebody watched a film on it. */
export const dayPath = (day: Day): string => `${diaryYearPath(yearOf(day))}#d${day}`;

/** Where the diary has a viewing: its day, or its month where days are withheld. */
export const diaryPath = (day: Day, { exactDates }: { exactDates: boolean }): string =>
  exactDates ? dayPath(day) : monthPath(monthOf(day));

/**
 * The last part of a film URI in a form that a case-folding disk cannot confuse: `aB` → `a_b`. Film
 * codes differ by case alone in 3 % of films. For a film without a URI it is made from the whole name.
 * A long one is replaced by a hash.
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
