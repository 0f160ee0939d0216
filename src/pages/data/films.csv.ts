import { filmsCsv } from "../../dataFiles/filmsCsv.ts";
import { publishedFilms } from "../../dataFiles/publishedFilms.ts";
import { site } from "../../site.ts";

export async function GET() {
  const { library, format } = await site();
  return new Response(filmsCsv(publishedFilms(library.films, format)), {
    headers: { "content-type": "text/csv; charset=utf-8" },
  });
}
