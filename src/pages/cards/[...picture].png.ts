import type { APIRoute } from "astro";
import type { Picture } from "../../cards/markup.ts";
import { site } from "../../site.ts";
import { pictures, smallOf } from "../../views/cards/cards.ts";
import { drawsCards } from "../../views/cards/groups.ts";

export async function getStaticPaths() {
  const current = await site();
  return [...pictures(current, { cards: drawsCards(current, import.meta.env) })].flatMap(
    ([full, picture]) =>
      // One after the other, so that a picture is laid out once.
      [{ path: full, width: picture.width }, smallOf(full, picture)].map(({ path, width }) => ({
        params: { picture: path.slice("/cards/".length, -".png".length) },
        props: { picture, width },
      })),
  );
}

export const GET: APIRoute<{ picture: Picture; width: number }> = async ({ props }) => {
  const png = await (await site()).pictures.png(props.picture, props.width);
  return new Response(new Uint8Array(png), { headers: { "content-type": "image/png" } });
};
