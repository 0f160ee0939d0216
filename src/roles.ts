/** What a role of people is called, which credits count for it, and which pages it has. */
interface RoleEntry {
  one: string;
  many: string;
  /** Before the names on a film's page: "Written by". Without it the page leaves the role out. */
  credit?: string;
  /** TMDB's jobs of the crew. An actor has none, because TMDB lists the cast separately. */
  jobs: readonly string[];
  /** The folder of its ranking, below the site's root. Without it there is no ranking. */
  folder?: string;
  /** The number of seen films in this role from which a person has a page. */
  pageFrom: number;
  /** Its name in summary.json, and the number of films from which a person is listed there. */
  data?: { key: string; from: number };
  /** What the search says about a person: "director of 3 films". */
  found?: (films: string, count: string) => string;
}

const nobody = Number.POSITIVE_INFINITY;

/** Every role that the site knows, in the order in which pages show them. */
export const roles = {
  director: {
    one: "director",
    many: "directors",
    jobs: ["Director"],
    folder: "directors",
    pageFrom: 1,
    data: { key: "directors", from: 1 },
    found: (films) => `director of ${films}`,
  },
  actor: {
    one: "actor",
    many: "actors",
    credit: "Cast",
    jobs: [],
    pageFrom: nobody,
    data: { key: "actors", from: 2 },
    found: (_, count) => `in the cast of ${count}`,
  },
  writer: {
    one: "writer",
    many: "writers",
    credit: "Written by",
    jobs: [
      "Writer",
      "Screenplay",
      "Story",
      "Novel",
      "Author",
      "Book",
      "Original Story",
      "Short Story",
      "Teleplay",
      "Adaptation",
    ],
    pageFrom: nobody,
  },
  cinematographer: {
    one: "cinematographer",
    many: "cinematographers",
    credit: "Camera",
    jobs: ["Director of Photography", "Cinematography"],
    pageFrom: nobody,
  },
  editor: {
    one: "editor",
    many: "editors",
    credit: "Editing",
    jobs: ["Editor"],
    pageFrom: nobody,
  },
  composer: {
    one: "composer",
    many: "composers",
    credit: "Music",
    jobs: ["Original Music Composer", "Music"],
    pageFrom: nobody,
  },
  producer: { one: "producer", many: "producers", jobs: ["Producer"], pageFrom: nobody },
} as const satisfies Record<string, RoleEntry>;

export type Role = keyof typeof roles;
export type CrewRole = Exclude<Role, "actor">;

/** Names of roles in summary.json. */
export type DataKey = Extract<(typeof roles)[Role], { data: object }>["data"]["key"];

/** The table as a list, for code that serves all roles. */
export const allRoles: readonly (RoleEntry & { role: Role })[] = Object.entries(roles).map(
  ([role, entry]) => ({ role: role as Role, ...entry }),
);

/** The role of each of TMDB's jobs that counts for one. */
export const roleOfJob: ReadonlyMap<string, CrewRole> = new Map(
  allRoles.flatMap(({ role, jobs }) =>
    role === "actor" ? [] : jobs.map((job): [string, CrewRole] => [job, role]),
  ),
);
