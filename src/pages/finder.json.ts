import { site } from "../site.ts";
import { drawsCards } from "../views/cards/groups.ts";
import { finderFiles } from "../views/finder/files.ts";

export async function GET() {
  const current = await site();
  const { index } = finderFiles(current, { cards: drawsCards(current, import.meta.env) });
  return new Response(index, { headers: { "content-type": "application/json" } });
}
