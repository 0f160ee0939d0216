import { publicSummary } from "../../dataFiles/publicSummary.ts";
import { site } from "../../site.ts";
import { summarise } from "../../stats/summary.ts";

export async function GET() {
  const { library, format } = await site();
  return Response.json(publicSummary(summarise(library), format));
}
