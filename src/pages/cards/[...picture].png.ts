import type { APIRoute } from "astro";
import type { Picture } from "../../cards/markup.ts";
import { site } from "../../site.ts";
import { pictures } from "./_cards.ts";

/** Without a full address no page names its card, so none is drawn, but all can be looked at in `npm run dev`. */
export async function getStaticPaths() {
  const current = await site();
  const cards = Boolean(current.settings.siteUrl) || import.meta.env.DEV;
  return [...pictures(current, { cards })].map(([path, picture]) => ({
    params: { picture: path.slice("/cards/".length, -".png".length) },
    props: { picture },
  }));
}

export const GET: APIRoute<{ picture: Picture }> = async ({ props }) => {
  const png = await (await site()).pictures.png(props.picture);
  return new Response(new Uint8Array(png), { headers: { "content-type": "image/png" } });
};
