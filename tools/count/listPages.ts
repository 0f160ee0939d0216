import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Comparison } from "./compare.ts";
import type { ListCount, WatchlistCount } from "./lists.ts";

/** A figure of a page by its label: `["Seen", "41 of 97"]`. */
function figuresOf(file: string): Map<string, { value: string; note: string }> {
  const html = readFileSync(file, "utf8");
  const found = html.matchAll(
    /<dt>([^<]*)<\/dt>\s*<dd>\s*<span class="figure">(.*?)<\/span>(?:\s*<span class="small">(.*?)<\/span>)?/gs,
  );
  const text = (part = "") => part.replace(/<[^>]*>/g, "");
  return new Map(
    Array.from(found, ([, label = "", value, note]) => [
      label,
      { value: text(value), note: text(note) },
    ]),
  );
}

/** "all 97" and "41 of 97" as numbers. Thousands may have any separator. */
function seenOf(text: string): ListCount {
  const numbers = text.split(/of|all/).map((part) => part.replace(/\D/g, ""));
  const [seen, all] = text.includes("all") ? [numbers[1], numbers[1]] : numbers;
  return { seen: Number(seen), all: Number(all) };
}

const pagesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder).filter((name) => existsSync(join(folder, name, "index.html")))
    : [];

const seenOn = (folder: string, name: string): ListCount =>
  seenOf(figuresOf(join(folder, name, "index.html")).get("Seen")?.value ?? "");

const shown = ({ seen, all }: ListCount): string => `${seen} of ${all}`;

/** Compares canon lists with the pages in `lists/` of a built site. A list without a seen film has none. */
export function compareCanon(counted: Map<string, ListCount>, site: string): Comparison {
  const folder = join(site, "lists");
  const stated = new Map(
    pagesIn(folder)
      .filter((name) => name !== "own")
      .map((name) => [name, seenOn(folder, name)]),
  );
  const expected = [...counted].filter(([, { seen }]) => seen > 0);
  const lines = expected.map(([id, count]) => lineOf(`list ${id}`, shown(count), stated.get(id)));
  const extra = [...stated.keys()].filter((id) => !counted.has(id));
  return comparison([...lines, ...extra.map((id) => `list ${id}: differs: not counted`)]);
}

const lineOf = (name: string, counted: string, stated: ListCount | undefined): string => {
  const said = stated ? shown(stated) : "no page";
  return counted === said
    ? `${name}: same, ${counted}`
    : `${name}: differs: counted ${counted}, page ${said}`;
};

/** Compares the owner's lists with their pages, whose addresses are made of the names: as numbers alone. */
export function compareOwn(counted: Map<string, ListCount>, site: string): Comparison {
  const folder = join(site, "lists", "own");
  const stated = pagesIn(folder).map((name) => shown(seenOn(folder, name)));
  const expected = [...counted.values()].filter(({ all }) => all > 0).map(shown);
  const [one, other] = [expected, stated].map((all) => all.sort().join("; "));
  return comparison([
    one === other
      ? `own lists: same, ${expected.length} lists`
      : `own lists: differs: counted ${one}, pages ${other}`,
  ]);
}

/** Compares the watchlist with its page. */
export function compareWatchlist(
  { films, timed, minutes }: WatchlistCount,
  site: string,
): Comparison {
  const page = join(site, "watchlist", "index.html");
  const figures = existsSync(page) ? figuresOf(page) : new Map();
  const number = (text = "") => text.replace(/\D/g, "");
  const note: string = figures.get("Hours")?.note ?? "";
  const known = /for all/.test(note) ? `${films}` : number(note.split(" of ")[0]);
  const stated = `${number(figures.get("Films")?.value) || 0} films, ${number(figures.get("Hours")?.value) || 0} hours of ${known || 0}`;
  const counted = `${films} films, ${Math.round(minutes / 60)} hours of ${timed}`;
  return comparison([
    counted === stated
      ? `watchlist: same, ${counted}`
      : `watchlist: differs: counted ${counted}, page ${stated}`,
  ]);
}

const comparison = (lines: string[]): Comparison => ({
  isSame: lines.every((line) => !line.includes(": differs: ")),
  lines,
});
