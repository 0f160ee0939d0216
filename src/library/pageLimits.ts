import { allRoles, crewRoles, type Role } from "../roles.ts";
import type { Credits } from "./credits.ts";
import { allKinds, type Kind, kindOf } from "./kinds.ts";
import { countFilms } from "./person.ts";

/** From how many seen films a member has a page, so that the site has at most a number of files. */
export interface PageLimits {
  kinds: Record<Kind, number>;
  roles: Record<Role, number>;
  /** What needs more films for a page than it would without a limit, and how many. */
  raised: { name: string; from: number }[];
  /** At least as many files as the site has. More than `maxFiles` if even no member's page fits. */
  files: number;
  maxFiles: number;
}

/** What may lose pages, by when it does so. */
interface Step {
  name: string;
  kinds: readonly Kind[];
  roles: readonly Role[];
  /** By how many films its threshold stays behind that of keywords. */
  behind: number;
}

/**
 * In the order in which thresholds rise. Kinds that no step names keep all pages: genres, countries,
 * languages and decades.
 *
 * Thresholds rise in rounds, and not to the last page of one step first: a studio of two films is no
 * more than a keyword of five.
 */
const steps: readonly Step[] = [
  { name: "keywords", kinds: ["keyword"], roles: [], behind: 0 },
  {
    name: "crew",
    kinds: [],
    roles: crewRoles,
    behind: 1,
  },
  { name: "studios", kinds: ["studio"], roles: [], behind: 2 },
  { name: "actors", kinds: [], roles: ["actor"], behind: 3 },
  { name: "directors", kinds: [], roles: ["director"], behind: 10 },
  { name: "collections", kinds: ["collection"], roles: [], behind: 10 },
];

/** Every rise of a threshold has a number: the higher, the later it happens. */
const riseTo = (threshold: number, step: number): number =>
  (threshold + (steps[step]?.behind ?? 0)) * steps.length + step;

/** The threshold of a step after every rise up to this one. */
const thresholdAfter = (rise: number, step: number): number =>
  Math.floor((rise - step) / steps.length) - (steps[step]?.behind ?? 0);

/** Before the first rise, and after the last. */
const [NEVER, ALWAYS] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** The rise that takes a member its page. */
function lostAt(films: number, pageFrom: number, step: number): number {
  if (films < pageFrom) return NEVER;
  return step < 0 ? ALWAYS : riseTo(films + 1, step);
}

const stepOfKind = (kind: Kind): number => steps.findIndex(({ kinds }) => kinds.includes(kind));
const stepOfRole = (role: Role): number => steps.findIndex(({ roles }) => roles.includes(role));

interface Members {
  groups: Record<Kind, readonly { films: readonly unknown[] }[]>;
  people: readonly { credits: Credits<unknown> }[];
}

/**
 * Raises thresholds as little as needed. Only the numbers of films count, so no order does.
 *
 * @param otherFiles files of the site that are no member's page
 * @param filesOf files of one member of a kind: its page, and pictures of it
 */
export function pageLimits(
  { groups, people }: Members,
  {
    maxFiles,
    otherFiles,
    filesOf = () => 1,
  }: { maxFiles: number; otherFiles: number; filesOf?: (kind: Kind) => number },
): PageLimits {
  const filesLost = new Map<number, number>();
  const add = (rise: number, files: number) =>
    filesLost.set(rise, (filesLost.get(rise) ?? 0) + files);
  for (const kind of allKinds) {
    const { pageFrom } = kindOf(kind);
    const step = stepOfKind(kind);
    for (const { films } of groups[kind]) add(lostAt(films.length, pageFrom, step), filesOf(kind));
  }
  const rolesOfSteps = allRoles.map((entry) => ({ ...entry, step: stepOfRole(entry.role) }));
  for (const person of people) {
    const films = countFilms(person);
    const rises = rolesOfSteps.map(({ role, pageFrom, step }) =>
      person.credits[role].length > 0 ? lostAt(films, pageFrom, step) : NEVER,
    );
    // One page for all roles: it stays as long as the films are enough for any of them.
    add(Math.max(...rises), 1);
  }
  filesLost.delete(NEVER);
  let files = otherFiles + filesLost.values().reduce((sum, count) => sum + count, 0);
  let last = NEVER;
  for (const rise of [...filesLost.keys()].filter(Number.isFinite).sort((a, b) => a - b)) {
    if (files <= maxFiles) break;
    files -= filesLost.get(rise) ?? 0;
    last = rise;
  }
  const from = (pageFrom: number, step: number) =>
    step < 0 ? pageFrom : Math.max(pageFrom, thresholdAfter(last, step));
  const kinds = allKinds.map((kind) => [kind, from(kindOf(kind).pageFrom, stepOfKind(kind))]);
  const roles = rolesOfSteps.map(({ role, pageFrom, step }) => [role, from(pageFrom, step)]);
  return {
    kinds: Object.fromEntries(kinds) as Record<Kind, number>,
    roles: Object.fromEntries(roles) as Record<Role, number>,
    raised: steps.flatMap(({ name, ...step }, i) => {
      const usual = Math.min(...usualThresholds(step));
      return from(usual, i) > usual ? [{ name, from: from(usual, i) }] : [];
    }),
    files,
    maxFiles,
  };
}

const usualThresholds = ({ kinds, roles }: Pick<Step, "kinds" | "roles">): number[] => [
  ...kinds.map((kind) => kindOf(kind).pageFrom),
  ...allRoles.filter(({ role }) => roles.includes(role)).map(({ pageFrom }) => pageFrom),
];
