import type { Chart, ChartWithoutText } from "../charts/drawing.ts";
import type { WorldMap } from "../charts/worldMap.ts";
import type { Day } from "../day.ts";
import type { Film } from "../library/film.ts";
import type { Title } from "../library/title.ts";
import type { Part } from "../stats/parts.ts";
import type { ListedFilm } from "../tmdb/client/filmList.ts";
import type { RichText } from "../words/richText.ts";
import type { RankTable } from "./rankedPages.ts";
import type { RankItem } from "./rankRows.ts";

/** One thing that a block shows below its title. `components/Shown.astro` has a component for each. */
export type Shown =
  | { as: "chart"; chart: Chart | ChartWithoutText; caption?: RichText }
  | { as: "strip"; films: Film[] }
  | { as: "wall"; films: Film[] }
  | { as: "columns"; films: Film[] }
  /** With `posters` each row begins with a small one. */
  | { as: "rows"; films: Film[]; posters?: boolean }
  | { as: "films"; rows: FilmRow[] }
  | { as: "diary"; rows: DiaryRow[] }
  | { as: "dots"; axis: DotAxis; rows: DotRow[] }
  | { as: "bars"; rows: BarRow[] }
  | { as: "map"; map: WorldMap }
  | { as: "parts"; parts: Part[] }
  | { as: "boxes"; rows: BoxRow[] }
  /** What a reader opens with a click on `summary`. */
  | { as: "closed"; summary: string; shown: Shown[] }
  | { as: "ranks"; rows: RankItem[]; named?: number }
  | { as: "table"; table: RankTable }
  | { as: "names"; names: { name: string; href: string | null; note?: string }[] }
  | { as: "missing"; films: ListedFilm[] }
  /** The other pages of a list. */
  | { as: "pages"; pages: PageLink[] }
  | { as: "links"; links: { text: string; href: string | null; note: RichText }[] }
  /** Films that may be unseen. */
  | { as: "titles"; rows: TitleRow[] }
  | { as: "reviews"; reviews: ReviewShown[] }
  /** What the owner wrote, as typed. */
  | { as: "typed"; text: string }
  | { as: "facts"; facts: { label: RichText; value: RichText }[] }
  | { as: "text"; text: RichText }
  | { as: "small"; text: RichText };

/** A film with a word about it. */
export interface FilmRow {
  film: Film;
  /** May be empty. */
  note: string;
}

/** A viewing in a list. */
export interface DiaryRow {
  /** The anchor that marks of its day lead to. */
  id: string | undefined;
  /** Null below the name of its month, where days are withheld. */
  date: Day | null;
  name: string;
  href: string;
  /** May be empty. */
  note: string;
  rating: number | null;
}

/** The axis of time that rows of dots share. */
export interface DotAxis {
  /** Unique on the page. */
  id: string;
  /** What the dots are, for screen readers. */
  label: string;
  /** Places from 0 to 1. */
  marks: { at: number; name: string }[];
}

/** A film with a dot for each viewing. */
export interface DotRow {
  film: Film;
  /** Places on the axis, 0 to 1. */
  dots: number[];
  /** How often it was seen. */
  count: string;
  /** Its rating, or how the rating changed; empty without one. */
  rating: string;
}

export interface PageLink {
  name: string;
  href: string;
}

/** A film, seen or not, with what there is to say. */
export interface TitleRow {
  title: Title;
  /** Its place on a list. */
  number?: string;
  /** Null for plain text. */
  href: string | null;
  note: string;
  /** At the end of the row, beside the rating. */
  beside?: string;
  /** The owner's note, as typed. */
  text?: string;
}

/** A review in a list of reviews. */
export interface ReviewShown {
  film: Film;
  href: string;
  date: Day | null;
  rating: number | null;
  /** The start of the text, without HTML. */
  start: string;
  note: string;
}

/** A row with a thin bar, in an order that is no ranking: a year, a decade. */
export interface BarRow {
  label: RichText;
  value: string;
  note: string;
  /** Length of the bar, 0 to 1. */
  part: number;
  /** Whether the title names the row. */
  isNamed: boolean;
  /** What the row stands for, in a line of its own. */
  below?: RichText;
}

/** A collection in a list: a box for each of its films. */
export interface BoxRow {
  name: string;
  href: string | null;
  /** Whether each film was seen, in order of release. */
  boxes: boolean[];
  /** "2 of 3", or "2" if TMDB's list is unknown. */
  count: string;
  /** The films that were not seen. */
  note: RichText;
}

/** A section of a page. Its title is a link to itself. */
export interface Block {
  /** Its anchor on the page. */
  id: string;
  title: string;
  /** Whether it shares a row with its neighbour on a wide screen. */
  isHalf?: boolean;
  shown: Shown[];
}

/** A page of blocks. */
export interface BlockPage {
  title: string;
  /** For searches and link previews. */
  description: string;
  /** The pages above it: address without base path, name. */
  above: [path: string, name: string][];
  /** The pages before and after it, if they are in an order. */
  neighbours?: (PageLink & { rel: "prev" | "next" })[];
  heading: RichText;
  /** A sentence below the heading. */
  kicker?: RichText | undefined;
  figures: Figure[];
  /** A sentence below the figures. */
  remark?: RichText | undefined;
  /** Links to parts of a long page. */
  jumps?: { label: string; links: PageLink[] };
  /** What the page lacks until TMDB was asked about every film. */
  notice?: RichText | null;
  blocks: Block[];
}

/** The blocks that have something to show. */
export const blocksOf = (blocks: (Block | null | undefined | false)[]): Block[] =>
  blocks.filter((block): block is Block => Boolean(block));

/** A number with its name, as at the top of a page. */
export interface Figure {
  label: string;
  value: string;
  note?: string;
  /** The address of what is counted. */
  href?: string;
}

/** A section with a chart and a text below it. */
export interface ChartBlock {
  id: string;
  title: string;
  chart: Chart;
  note: RichText;
}

/** A section with a ranked list. */
export interface RankBlock {
  id: string;
  title: string;
  rows: RankItem[];
  note: RichText;
}

/** A film in a row of posters, with the rating and the day of one viewing. */
interface StripItem {
  film: Film;
  rating: number | null;
  date?: string;
  rewatch?: boolean;
}

/** A section with a row of posters. */
export interface FilmBlock {
  id: string;
  title: string;
  items: StripItem[];
  note: RichText;
}
