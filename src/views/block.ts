import type { Chart, ChartWithoutText } from "../charts/drawing.ts";
import type { Film } from "../library/film.ts";
import type { RankingRow, RatingRule } from "../stats/ranking.ts";
import type { ListedFilm } from "../tmdb/client/filmList.ts";
import type { Text } from "../words/text.ts";
import type { RankItem } from "./rankRows.ts";

/** What a block shows below its title; `components/Shown.astro` has the component of each. */
export type Shown =
  | { as: "chart"; chart: Chart | ChartWithoutText; caption?: Text }
  | { as: "strip"; films: Film[] }
  | { as: "wall"; films: Film[] }
  | { as: "columns"; films: Film[] }
  | { as: "rows"; films: Film[] }
  | { as: "ranks"; rows: RankItem[]; named?: number }
  | {
      as: "table";
      rows: RankingRow<{ name: string; path: string | null }>[];
      head: string;
      named?: number;
      totals?: Map<{ name: string }, number>;
    }
  | { as: "names"; names: { name: string; href: string | null; note?: string }[] }
  | { as: "missing"; films: ListedFilm[] }
  | { as: "links"; links: { text: string; href: string; note: Text }[] }
  | { as: "ratingRule"; rule: RatingRule; overallMean: number | null }
  | { as: "small"; text: Text };

/** A part of a page with a title that leads to itself. */
export interface Block {
  /** Its anchor on the page. */
  id: string;
  title: string;
  /** Whether it shares a row with its neighbour on a desk. */
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
  heading: Text;
  /** A sentence below the heading. */
  kicker?: Text | undefined;
  figures: { label: string; value: string; note?: string }[];
  /** A sentence below the figures. */
  remark?: Text | undefined;
  /** What the page lacks while TMDB was not asked about every film. */
  notice?: Text | null;
  blocks: Block[];
}

/** The blocks that have something to show. */
export const blocksOf = (blocks: (Block | null | undefined | false)[]): Block[] =>
  blocks.filter((block): block is Block => Boolean(block));
