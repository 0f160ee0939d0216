import type { FilmDetails } from "../tmdb/metadata.ts";
import { countryName, isoCountry, languageName } from "./placeNames.ts";

/** What a film has in common with others: a genre, a country … */
export interface Member {
  id: string;
  name: string;
}

/** What decides which groups a film belongs to. */
export interface MemberSource {
  year: number | null;
  /** Null for a film that TMDB does not know. */
  details: FilmDetails | null;
  /** Which of TMDB's two country fields counts first. */
  countries: "origin" | "production";
}

/** Parts of a member's page, in `views/groups/memberBlocks.ts`. */
export type MemberBlock =
  | "best"
  | "ratings"
  | "decades"
  | "directors"
  | "films"
  | "inOrder"
  | "ratingsInOrder"
  | "missing";

/** Parts of the page that ranks all members, in `views/groups/rankingBlocks.ts`. */
export type RankingBlock =
  | "byFilms"
  | "byRating"
  | "byViewings"
  | "madeWhen"
  | "againstVoters"
  | "thenAndNow"
  | "yearByYear"
  | "oneShort"
  | "complete";

interface KindEntry {
  one: string;
  many: string;
  /** Where its pages are, below the site's root. */
  folder: string;
  /** Where its members come from. */
  from: "TMDB" | "export";
  /** The groups that a film belongs to. */
  membersOf(source: MemberSource): Member[];
  /** Whether members of one name are told apart by their id in every address, or only on a clash. */
  address: "name" | "name and id";
  /** Films from which a member has a page. */
  pageFrom: number;
  /** Which members the rating rule of `stats/ranking.ts` ranks. */
  rule: "group" | "person";
  /** Whether the headings give its share of the films, or the name and the number alone. */
  headings: "share" | "count";
  /** Which films a member's charts speak of: "Drama films". */
  filmsOf(name: string): string;
  /** What the page that ranks all members says below its heading, after their number. */
  remark?: string;
  memberBlocks: readonly MemberBlock[];
  rankingBlocks: readonly RankingBlock[];
  /** Whether a picture stands for a member's page in link previews. */
  hasCards?: boolean;
  /** Its name in summary.json, and what the ids there are; without it the file leaves it out. */
  data?: { key: string; ids: "numbers" | "codes" };
}

const noPage = Number.POSITIVE_INFINITY;
const named = ({ id, name }: { id: number; name: string }): Member => ({ id: `${id}`, name });

/** The kinds of groups that films belong to. A page, a ranking and whatever lists kinds read it. */
const kinds = {
  genre: {
    one: "genre",
    many: "genres",
    folder: "genres",
    from: "TMDB",
    membersOf: ({ details }) => (details?.genres ?? []).map(named),
    address: "name",
    pageFrom: 1,
    rule: "group",
    headings: "share",
    filmsOf: (name) => `${name} films`,
    memberBlocks: ["best", "ratings", "decades", "directors", "films"],
    rankingBlocks: [
      "byFilms",
      "byRating",
      "byViewings",
      "madeWhen",
      "againstVoters",
      "thenAndNow",
      "yearByYear",
    ],
    hasCards: true,
    data: { key: "genres", ids: "numbers" },
  },
  country: {
    one: "country",
    many: "countries",
    folder: "countries",
    from: "TMDB",
    membersOf({ details, countries }) {
      if (!details) return [];
      const { originCountries, productionCountries } = details;
      const [first, second] =
        countries === "origin"
          ? [originCountries, productionCountries]
          : [productionCountries, originCountries];
      const codes = new Set((first.length > 0 ? first : second).map(isoCountry));
      return [...codes].map((id) => ({ id, name: countryName(id) }));
    },
    address: "name",
    pageFrom: noPage,
    rule: "group",
    headings: "share",
    filmsOf: (name) => `Films of ${name}`,
    memberBlocks: ["best", "ratings", "decades", "directors", "films"],
    rankingBlocks: ["byFilms", "byRating", "byViewings"],
    data: { key: "countries", ids: "codes" },
  },
  language: {
    one: "language",
    many: "languages",
    folder: "languages",
    from: "TMDB",
    membersOf: ({ details }) =>
      details?.originalLanguage
        ? [{ id: details.originalLanguage, name: languageName(details.originalLanguage) }]
        : [],
    address: "name",
    pageFrom: noPage,
    rule: "group",
    headings: "share",
    filmsOf: (name) => `Films in ${name}`,
    memberBlocks: ["best", "ratings", "decades", "directors", "films"],
    rankingBlocks: ["byFilms", "byRating", "byViewings"],
    data: { key: "languages", ids: "codes" },
  },
  decade: {
    one: "decade",
    many: "decades",
    folder: "decades",
    from: "export",
    membersOf({ year }) {
      if (year === null) return [];
      const decade = Math.floor(year / 10) * 10;
      return [{ id: `${decade}`, name: `${decade}s` }];
    },
    address: "name",
    pageFrom: noPage,
    rule: "group",
    headings: "share",
    filmsOf: (name) => `Films of the ${name}`,
    memberBlocks: ["best", "ratings", "directors", "films"],
    rankingBlocks: ["byFilms", "byRating", "byViewings"],
    data: { key: "decades", ids: "codes" },
  },
  collection: {
    one: "collection",
    many: "collections",
    folder: "collections",
    from: "TMDB",
    membersOf: ({ details }) =>
      details?.collection
        ? [{ id: `${details.collection.id}`, name: withoutSuffix(details.collection.name) }]
        : [],
    address: "name and id",
    pageFrom: 2,
    rule: "person",
    headings: "count",
    filmsOf: (name) => `the films of ${name}`,
    remark: "as TMDB puts them together",
    memberBlocks: ["ratingsInOrder", "inOrder", "missing"],
    rankingBlocks: ["byFilms", "oneShort", "complete"],
  },
} as const satisfies Record<string, KindEntry>;

export type Kind = keyof typeof kinds;

/** Names of kinds in summary.json. */
export type DataKey = Extract<(typeof kinds)[Kind], { data: object }>["data"]["key"];

/** An entry of the table for code that serves all kinds. */
export const kindOf = (kind: Kind): KindEntry => kinds[kind];

export const allKinds = Object.keys(kinds) as Kind[];

/** TMDB ends every name of a collection with the word, which a page headed Collections need not repeat. */
function withoutSuffix(name: string): string {
  return name.replace(/(?<=\S) Collection$/, "");
}
