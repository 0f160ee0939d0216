import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import { fonts } from "./fonts.ts";
import type { Picture } from "./markup.ts";

/** Lays a picture out and draws it as a PNG. */
export async function draw({ width, height, markup }: Picture): Promise<Buffer> {
  return drawSvg(await satori(markup, { width, height, fonts: fonts() }), width);
}

/** Draws an SVG without text as a PNG of this width. */
export const drawSvg = (svg: string, width: number): Buffer =>
  new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: "width", value: width } })
    .render()
    .asPng();
