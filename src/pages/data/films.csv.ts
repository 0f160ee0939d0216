import { filmRecords } from "../../dataFiles/filmRecords.ts";
import { filmsCsv } from "../../dataFiles/filmsCsv.ts";
import { site } from "../../site.ts";

export async function GET() {
  const { library, format } = await site();
  return new Response(filmsCsv(filmRecords(library.films, format)), {
    headers: { "content-type": "text/csv; charset=utf-8" },
  });
}
