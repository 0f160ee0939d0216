import { filmRecords } from "../../publish/filmRecords.ts";
import { site } from "../../site.ts";

export async function GET() {
  const { library, format } = await site();
  return Response.json(filmRecords(library.films, format));
}
