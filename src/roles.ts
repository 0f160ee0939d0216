import { type JobRole, jobsOfRoles } from "./jobs.ts";

/** What a role of people is called and which pages it has. */
interface RoleEntry {
  one: string;
  many: string;
  /** Before the names on a film's page: "Camera". A role without it is among the whole crew. */
  credit?: string;
  /** The folder of its ranking, below the site's root. Without it the ranking is below /crew/. */
  folder?: string;
  /** The number of seen films in this role from which a person has a page. */
  pageFrom: number;
}

/** Every role that the site knows, in the order in which pages show them. */
export const roles = {
  director: {
    one: "director",
    many: "directors",
    folder: "directors",
    pageFrom: 1,
  },
  actor: {
    one: "actor",
    many: "actors",
    folder: "actors",
    credit: "Cast",
    pageFrom: 2,
  },
  "co-director": {
    one: "co-director",
    many: "co-directors",
    credit: "Co-directed by",
    pageFrom: 2,
  },
  writer: { one: "writer", many: "writers", credit: "Written by", pageFrom: 2 },
  screenplay: { one: "screenwriter", many: "screenwriters", credit: "Screenplay", pageFrom: 2 },
  "original-writer": {
    one: "original writer",
    many: "original writers",
    credit: "Original work",
    pageFrom: 2,
  },
  cinematography: {
    one: "cinematographer",
    many: "cinematographers",
    credit: "Camera",
    pageFrom: 2,
  },
  editor: { one: "editor", many: "editors", credit: "Editing", pageFrom: 2 },
  composer: { one: "composer", many: "composers", credit: "Music", pageFrom: 2 },
  songs: { one: "songwriter or singer", many: "songwriters and singers", pageFrom: 2 },
  producer: { one: "producer", many: "producers", credit: "Producers", pageFrom: 2 },
  "executive-producer": { one: "executive producer", many: "executive producers", pageFrom: 2 },
  casting: { one: "casting director", many: "casting directors", pageFrom: 2 },
  "production-design": {
    one: "production designer",
    many: "production designers",
    credit: "Production design",
    pageFrom: 2,
  },
  "art-direction": { one: "art director", many: "art directors", pageFrom: 2 },
  "set-decoration": { one: "set decorator", many: "set decorators", pageFrom: 2 },
  "costume-design": {
    one: "costume designer",
    many: "costume designers",
    credit: "Costumes",
    pageFrom: 2,
  },
  "make-up": { one: "make-up artist", many: "make-up artists", pageFrom: 2 },
  hairstyling: { one: "hairstylist", many: "hairstylists", pageFrom: 2 },
  sound: { one: "sound artist", many: "sound artists", pageFrom: 2 },
  "visual-effects": { one: "visual effects artist", many: "visual effects artists", pageFrom: 2 },
  "special-effects": {
    one: "special effects artist",
    many: "special effects artists",
    pageFrom: 2,
  },
  stunts: { one: "stunt performer", many: "stunt performers", pageFrom: 2 },
  choreography: { one: "choreographer", many: "choreographers", pageFrom: 2 },
  "title-design": { one: "title designer", many: "title designers", pageFrom: 2 },
  "camera-operator": { one: "camera operator", many: "camera operators", pageFrom: 2 },
  lighting: { one: "lighting artist", many: "lighting artists", pageFrom: 2 },
  "assistant-director": { one: "assistant director", many: "assistant directors", pageFrom: 2 },
  "additional-directing": { one: "additional director", many: "additional directors", pageFrom: 2 },
} as const satisfies Record<"actor" | JobRole, RoleEntry>;

export type Role = keyof typeof roles;

/** The table as a list, for code that serves all roles. */
export const allRoles: readonly (RoleEntry & { role: Role })[] = Object.entries(roles).map(
  ([role, entry]) => ({ role: role as Role, ...entry }),
);

/** A role whose ranking is below /crew/: every one but directors and actors. */
export type CrewRole = {
  [role in Role]: (typeof roles)[role] extends { folder: string } ? never : role;
}[Role];

export const isCrewRole = (role: Role): role is CrewRole => !("folder" in roles[role]);

export const crewRoles: readonly CrewRole[] = allRoles.map(({ role }) => role).filter(isCrewRole);

/** TMDB's jobs that count for a role. An actor has none, because TMDB lists the cast separately. */
export const jobsOf = (role: Role): string[] =>
  role === "actor" ? [] : Object.values<readonly string[]>(jobsOfRoles[role]).flat();
