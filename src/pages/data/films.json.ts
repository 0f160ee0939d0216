import { filmRecords } from "../../dataFiles/filmRecords.ts";
import { site } from "../../site.ts";

export async function GET() {
  const { library, format } = await site();
  return Response.json(filmRecords(library.films, format));
}
