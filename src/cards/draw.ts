import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import { fonts } from "./fonts.ts";
import type { Picture } from "./markup.ts";

/** The last layout, because the small version is drawn next and a layout takes as long as drawing. */
let last: { picture: Picture; svg: Promise<string> } | undefined;

/** Lays a picture out and draws it as a PNG of this width. */
export async function draw(picture: Picture, width: number): Promise<Buffer> {
  if (last?.picture !== picture) last = { picture, svg: layOut(picture) };
  return drawSvg(await last.svg, width);
}

const layOut = ({ width, height, markup }: Picture): Promise<string> =>
  satori(markup, { width, height, fonts: fonts() });

/** Draws an SVG without text as a PNG of this width. */
export const drawSvg = (svg: string, width: number): Buffer =>
  new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: "width", value: width } })
    .render()
    .asPng();
