import type { Chart } from "../charts/drawing.ts";
import type { RankItem } from "../components/rankRows.ts";
import type { Film } from "../library/film.ts";
import type { RichText } from "../words/richText.ts";

/** A number with its name, as at the top of a page. */
export interface Figure {
  label: string;
  value: string;
  note?: string;
}

/** A section that shows a chart, with what is said under it. */
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
export interface StripItem {
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
