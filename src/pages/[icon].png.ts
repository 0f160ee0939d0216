import type { APIRoute } from "astro";
import favicon from "../../public/favicon.svg?raw";
import { site } from "../site.ts";
import { icons } from "../views/icons.ts";

export const getStaticPaths = () =>
  icons.map(({ name, size }) => ({ params: { icon: name }, props: { size } }));

export const GET: APIRoute<{ size: number }> = async ({ props }) => {
  const png = await (await site()).pictures.icon(favicon, props.size);
  return new Response(new Uint8Array(png), { headers: { "content-type": "image/png" } });
};
