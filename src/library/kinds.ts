import type { FilmDetails } from "../tmdb/metadata.ts";
import { saysSomething } from "./emptyKeywords.ts";
import { countryName, inSentence, isoCountry, languageName } from "./placeNames.ts";

/** One of a kind, as a film names it: a genre, a country … */
export interface Member {
  id: string;
  name: string;
}

/** What the groups of a film are read from. */
export interface MemberSource {
  year: number | null;
  /** Null for a film that TMDB does not know. */
  details: FilmDetails | null;
  /** Which of TMDB's two country fields is preferred. */
  countries: "origin" | "production";
}

/** Parts of a member's page, in `views/groups/memberBlocks.ts`. */
export type MemberBlock =
  | "fewFilms"
  | "best"
  | "ratings"
  | "decades"
  | "overTime"
  | "directors"
  | "actors"
  | "films"
  | "years"
  | "parts"
  | "partRatings";

/** Parts of the page that ranks all members, before its table, in `views/groups/rankingBlocks.ts`. */
export type RankingBlock =
  | "map"
  | "columns"
  | "decadeColumns"
  | "pairs"
  | "madeWhen"
  | "againstVoters"
  | "thenAndNow"
  | "yearByYear"
  | "complete"
  | "oneShort"
  | "mostSeen";

interface KindEntry {
  one: string;
  many: string;
  /** The folder of its pages, below the site's root. */
  folder: string;
  /** Where its members come from. */
  from: "TMDB" | "export";
  /** The groups that a film belongs to. */
  membersOf(source: MemberSource): Member[];
  /** Whether an address always contains the id, or only if two members have one name. */
  address: "name" | "name and id";
  /** The number of seen films from which a member has a page. */
  pageFrom: number;
  /** The rule of `stats/ranking.ts` that says which members are ranked by rating. */
  rule: "group" | "person";
  /**
   * What its headings count: "Drama in 68% of your films" (share in), "Japanese: 12% of your films"
   * (share), or "A24: 9 films seen" (count).
   */
  measure: "share in" | "share" | "count";
  /** A member's name within a sentence, where it is not the name itself: "the 1990s", "“heist”". */
  inSentence?(name: string): string;
  /** The title of a member's page, where the name alone would not say what it is. */
  titleOf?(name: string): string;
  /** A member's films within a sentence: "Drama films", "films by A24". `films` may be "film". */
  filmsOf(name: string, films?: "film" | "films"): string;
  /** A sentence below the heading of the ranking, without a full stop. */
  remark?: string;
  /** What must be known of a film, where it is not the members: "year". */
  knownBy?: string;
  /** Which members are ranked, where it is not "with two films seen or more". `least` is "two". */
  ranked?(least: string): string;
  memberBlocks: readonly MemberBlock[];
  rankingBlocks: readonly RankingBlock[];
  /** Whether link previews show a picture of each member's page. */
  hasCards?: boolean;
  /** Its name in summary.json, the form of the ids there, and the films from which a member is listed. */
  data: { key: string; ids: "numbers" | "codes"; from: number };
}

const named = ({ id, name }: { id: number; name: string }): Member => ({ id: `${id}`, name });

/** What a kind has unless something about it is special. */
const shared = {
  address: "name",
  rule: "group",
  measure: "share",
  memberBlocks: [
    "fewFilms",
    "best",
    "ratings",
    "decades",
    "overTime",
    "directors",
    "actors",
    "films",
  ],
  rankingBlocks: [],
} as const satisfies Partial<KindEntry>;

/** Every kind of group that films belong to, in the order in which the site lists them. */
const kinds = {
  genre: {
    one: "genre",
    many: "genres",
    folder: "genres",
    from: "TMDB",
    membersOf: ({ details }) => (details?.genres ?? []).map(named),
    ...shared,
    pageFrom: 1,
    measure: "share in",
    filmsOf: (name, films = "films") => `${name} ${films}`,
    remark: "A film can have several genres",
    rankingBlocks: ["pairs", "madeWhen", "againstVoters", "thenAndNow", "yearByYear"],
    hasCards: true,
    data: { key: "genres", ids: "numbers", from: 1 },
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
    ...shared,
    pageFrom: 1,
    inSentence,
    filmsOf: (name, films = "films") => `${films} of ${inSentence(name)}`,
    remark: "A co-production counts for each of its countries",
    rankingBlocks: ["map"],
    data: { key: "countries", ids: "codes", from: 1 },
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
    ...shared,
    pageFrom: 1,
    filmsOf: (name, films = "films") => `${films} in ${name}`,
    remark: "These are the original languages",
    rankingBlocks: ["columns"],
    data: { key: "languages", ids: "codes", from: 1 },
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
    ...shared,
    pageFrom: 1,
    inSentence: (name) => `the ${name}`,
    filmsOf: (name, films = "films") => `${films} of the ${name}`,
    knownBy: "year",
    memberBlocks: ["best", "ratings", "overTime", "directors", "actors", "years"],
    rankingBlocks: ["decadeColumns"],
    data: { key: "decades", ids: "codes", from: 1 },
  },
  studio: {
    one: "studio",
    many: "studios",
    folder: "studios",
    from: "TMDB",
    membersOf: ({ details }) => (details?.companies ?? []).map(named),
    ...shared,
    address: "name and id",
    pageFrom: 2,
    measure: "count",
    filmsOf: (name, films = "films") => `${films} by ${name}`,
    remark: "A film can have several studios",
    data: { key: "studios", ids: "numbers", from: 2 },
  },
  keyword: {
    one: "keyword",
    many: "keywords",
    folder: "keywords",
    from: "TMDB",
    membersOf: ({ details }) => (details?.keywords ?? []).filter(saysSomething).map(named),
    ...shared,
    address: "name and id",
    pageFrom: 2,
    measure: "count",
    titleOf: (name) => `Keyword “${name}”`,
    inSentence: (name) => `“${name}”`,
    filmsOf: (name, films = "films") => `${films} with the keyword “${name}”`,
    ranked: (least) => `that ${least} or more of your films share, as TMDB’s members set them`,
    data: { key: "keywords", ids: "numbers", from: 2 },
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
    rule: "group",
    measure: "count",
    filmsOf: (name, films = "films") => `${films} of the collection ${name}`,
    remark: "TMDB puts the collections together",
    memberBlocks: ["parts", "partRatings", "overTime", "directors", "actors"],
    rankingBlocks: ["complete", "oneShort", "mostSeen"],
    data: { key: "collections", ids: "numbers", from: 2 },
  },
} as const satisfies Record<string, KindEntry>;

export type Kind = keyof typeof kinds;

/** Names of kinds in summary.json. */
export type DataKey = (typeof kinds)[Kind]["data"]["key"];

/** The entry of a kind, as code that serves all kinds sees it. */
export const kindOf = (kind: Kind): KindEntry => kinds[kind];

export const allKinds = Object.keys(kinds) as Kind[];

/** TMDB ends the name of every collection with "Collection". Pages headed so need not repeat it. */
function withoutSuffix(name: string): string {
  return name.replace(/(?<=\S) Collection$/, "");
}
