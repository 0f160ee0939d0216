import { publishedFilms } from "../../dataFiles/publishedFilms.ts";
import { site } from "../../site.ts";

export async function GET() {
  const { library, format } = await site();
  return Response.json(publishedFilms(library.films, format));
}
