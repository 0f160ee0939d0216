import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { allKinds, kindOf } from "../../src/library/kinds.ts";
import { habits } from "../../src/views/habits.ts";
import { crewFolder } from "../../src/views/people/rolePeople.ts";
import { rankings } from "../../src/views/rankings.ts";

export interface PageKind {
  /** The file in src/pages that makes it, without its ending: "films/[film]". */
  route: string;
  /** All its pages, as files of the built site, the heaviest first. */
  files: string[];
  /** Path of the heaviest page, without the slash at its beginning. */
  path: string;
}

/**
 * The kinds of pages that the built site has, found from the files in src/pages: a kind that is added
 * is tested from then on.
 */
export function pageKinds(folder = inject("siteFolder")): PageKind[] {
  const files = htmlFiles(folder);
  const routes = readdirSync("src/pages", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".astro"))
    .map((file) => file.replaceAll("\\", "/").replace(/\.astro$/, ""))
    .flatMap((route) => oneOfEach(route, files))
    // A route without parameters goes before one with them, as in Astro. The further pages of a ranking
    // go before the pages of its members.
    .sort((a, b) => turn(a) - turn(b) || (a < b ? -1 : 1));
  const taken = new Set<string>();
  const kinds = routes.map((route) => {
    const pattern = routePattern(route);
    const own = files.filter((file) => pattern.test(file) && !taken.has(file));
    for (const file of own) taken.add(file);
    const size = (file: string) => statSync(join(folder, file)).size;
    own.sort((a, b) => size(b) - size(a));
    const [heaviest] = own;
    if (!heaviest) throw new Error(`The sample has no page of src/pages/${route}.astro.`);
    return { route, files: own, path: pathOf(heaviest) };
  });
  const unknown = files.filter((file) => !taken.has(file));
  if (unknown.length > 0) throw new Error(`No file in src/pages makes ${unknown[0]}.`);
  return kinds;
}

/**
 * As few kinds as have every element with every class that is on any kind. They are for tests of styles,
 * which need not look at the same parts twice.
 */
export function distinctKinds(folder = inject("siteFolder")): PageKind[] {
  const seen = new Set<string>();
  return pageKinds(folder)
    .map((kind) => ({
      kind,
      parts: partsOf(readFileSync(join(folder, fileOf(kind.path)), "utf8")),
    }))
    .toSorted((a, b) => b.parts.size - a.parts.size)
    .flatMap(({ kind, parts }) => {
      const isNew = !parts.isSubsetOf(seen);
      for (const part of parts) seen.add(part);
      return isNew ? [kind] : [];
    });
}

/** The elements of a page with their classes. */
const partsOf = (html: string): Set<string> =>
  new Set(
    Array.from(
      html.matchAll(/<([a-z][\w-]*)(\s[^<>]*)?>/g),
      ([, tag, attributes = ""]) => `${tag}.${/\sclass="([^"]*)"/.exec(attributes)?.[1] ?? ""}`,
    ),
  );

/**
 * One route makes the pages of all genres, of all collections …: these are kinds of their own, unless
 * they are made of the same blocks.
 */
function oneOfEach(route: string, files: readonly string[]): string[] {
  if (route === "[section]/[member]") {
    return alike("memberBlocks").map((folders) => `${folders}/[member]`);
  }
  if (route !== "[section]/[...page]") return [route];
  // The other orders and the further pages of all rankings are alike.
  const ofKinds = new Set(allKinds.map((kind) => kindOf(kind).folder));
  const ofPeople = rankings.map(({ folder }) => folder).filter((folder) => !ofKinds.has(folder));
  const ofHabits = habits.map(({ folder }) => folder);
  const further = ofHabits.filter((folder) =>
    files.some((file) => file.startsWith(`${folder}/`) && file !== `${folder}/index.html`),
  );
  return [
    ...[...ofHabits, ...ofPeople, ...alike("rankingBlocks")].map((folders) => `${folders}/index`),
    ...further.map((folder) => `${folder}/[...page]`),
    `${crewFolder}/[role]`,
    furtherPages,
  ];
}

/** The folders of kinds whose pages have the same blocks: `{studios,keywords}`. */
const alike = (blocks: "memberBlocks" | "rankingBlocks"): string[] =>
  [...Map.groupBy(allKinds, (kind) => kindOf(kind)[blocks].join()).values()].map(
    (kinds) => `{${kinds.map((kind) => kindOf(kind).folder).join()}}`,
  );

/** Pages such as `/genres/by-rating/`, `/actors/2/` and `/crew/writer/by-hours/2/`. */
const furtherPages = "[section]/[...page]";

const turn = (route: string): number => (route === furtherPages ? 1 : route.includes("[") ? 2 : 0);

/** Pages of each kind that differ most: the heaviest, the lightest and the one with the longest title. */
export function extremes({ files }: PageKind, folder = inject("siteFolder")): string[] {
  const titleLength = (file: string) =>
    /<h1[^>]*>(.*?)<\/h1>/s
      .exec(readFileSync(join(folder, file), "utf8"))?.[1]
      ?.replace(/<[^>]+>/g, "").length ?? 0;
  const longest = files.toSorted((a, b) => titleLength(b) - titleLength(a))[0];
  const chosen = [files[0], files.at(-1), longest].filter((file) => file !== undefined);
  return [...new Set(chosen)].map(pathOf);
}

export const htmlFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();

/** The file of a page in the built site. */
const fileOf = (path: string): string => (path.endsWith(".html") ? path : `${path}index.html`);

const pathOf = (file: string): string => file.replace(/(^|\/)index\.html$/, "$1");

function routePattern(route: string): RegExp {
  if (route === furtherPages) {
    const folders = rankings.map(({ folder }) => folder).join("|");
    return new RegExp(`^(?:${folders})/(?:[a-z-]+/)?(?:by-[a-z]+|\\d+)/(?:\\d+/)?index\\.html$`);
  }
  const name = route.replace(/(^|\/)index$/, "$1");
  // Only the page that was not found is a file of its own name; all others are folders.
  const file = name === "404" ? "404.html" : `${name.replace(/([^/])$/, "$1/")}index.html`;
  const pattern = file
    .replace(/[.*+?^${}()|\\]/g, "\\$&")
    .replace(/\\\{([^}]+)\\\}/g, (_, folders: string) => `(?:${folders.replaceAll(",", "|")})`)
    .replace(/\[(\\\.){3}[^\]]+\]\//g, "(?:.+/)?")
    .replace(/\[[^\]]+\]/g, "[^/]+");
  return new RegExp(`^${pattern}$`);
}
