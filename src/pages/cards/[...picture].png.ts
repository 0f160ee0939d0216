import type { APIRoute } from "astro";
import type { Picture } from "../../cards/markup.ts";
import { site } from "../../site.ts";
import { pictures } from "../../views/cards/cards.ts";
import { drawsCards } from "../../views/cards/groups.ts";

export async function getStaticPaths() {
  const current = await site();
  return [...pictures(current, { cards: drawsCards(current, import.meta.env) })].map(
    ([path, picture]) => ({
      params: { picture: path.slice("/cards/".length, -".png".length) },
      props: { picture },
    }),
  );
}

export const GET: APIRoute<{ picture: Picture; width: number }> = async ({ props }) => {
  const png = await (await site()).pictures.png(props.picture, props.width);
  return new Response(new Uint8Array(png), { headers: { "content-type": "image/png" } });
};
