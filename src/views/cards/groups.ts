import type { Picture } from "../../cards/markup.ts";
import { allKinds, kindOf } from "../../library/kinds.ts";
import type { Site } from "../../site.ts";
import { capital } from "../../words/richText.ts";
import { pageCards, pictures, type SmallPicture, smallOf } from "./cards.ts";

/** A picture as a page shows it. */
export interface ShownPicture extends Pick<Picture, "width" | "height"> {
  /** Address, without the base path. */
  path: string;
  /** "2024, portrait" */
  name: string;
  /** The version that lists show. */
  small: SmallPicture;
}

/** Pictures of one kind of page: those of one folder below `/cards/`. */
export interface PictureGroup {
  /** "timeline"; empty for pictures in `/cards/` itself. */
  folder: string;
  title: string;
  pictures: ShownPicture[];
}

const titles = new Map([
  ["timeline", "Years"],
  ["", "The whole ledger"],
  ...allKinds
    .filter((kind) => kindOf(kind).hasCards)
    .map((kind): [string, string] => [kindOf(kind).folder, capital(kindOf(kind).many)]),
  ["people", "Directors"],
]);

/** Whether cards are drawn: with a full address, which pages need to name them, and on the dev server. */
export const drawsCards = ({ settings }: Site, { DEV }: { DEV: boolean }): boolean =>
  Boolean(settings.siteUrl) || DEV;

/** Every picture of the site in groups, years newest first, without empty groups. */
export function pictureGroups(site: Site, { cards }: { cards: boolean }): PictureGroup[] {
  const names = new Map([...pageCards(site).values()].map(({ path, name }) => [path, name]));
  const shown = [...pictures(site, { cards })].map(([path, picture]) => ({
    path,
    name: nameOf(path, names),
    width: picture.width,
    height: picture.height,
    small: smallOf(path, picture),
  }));
  const groups = Map.groupBy(shown, ({ path }) => path.split("/").slice(2, -1).join("/"));
  return [...titles].flatMap(([folder, title]) => {
    const own = groups.get(folder);
    return own ? [{ folder, title, pictures: folder === "timeline" ? own.sort(byYear) : own }] : [];
  });
}

/** The newest year first. Within a year: the portrait, the square, the card. */
const byYear = (a: ShownPicture, b: ShownPicture): number =>
  Number.parseInt(b.name, 10) - Number.parseInt(a.name, 10) || b.height - a.height;

function nameOf(path: string, names: Map<string, string>): string {
  const [, year, form = "wide"] = /\/timeline\/(\d+)(?:-(\w+))?\.png$/.exec(path) ?? [];
  return year ? `${year}, ${form}` : (names.get(path) ?? "");
}
