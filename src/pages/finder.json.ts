import type { FinderRow } from "../components/FilmFinder.tsx";
import { site } from "../site.ts";

/** What the search box looks through: of films.json only what it shows. */
export async function GET() {
  const { library } = await site();
  return Response.json(library.films.map(({ name, year, path }): FinderRow => [name, year, path]));
}
