import type { APIRoute } from "astro";
import { site } from "../../site.ts";
import { drawsCards } from "../../views/cards/groups.ts";
import { finderFiles } from "../../views/finder/files.ts";

export async function getStaticPaths() {
  const current = await site();
  const { files } = finderFiles(current, { cards: drawsCards(current, import.meta.env) });
  return Array.from(files, ([path, body]) => ({
    params: { file: path.slice("finder/".length) },
    props: { body },
  }));
}

export const GET: APIRoute<{ body: string }> = ({ props }) =>
  new Response(props.body, { headers: { "content-type": "application/json" } });
