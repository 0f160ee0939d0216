import { site } from "../site.ts";
import { manifest } from "../views/manifest.ts";

export const GET = async () =>
  new Response(JSON.stringify(manifest(await site())), {
    headers: { "content-type": "application/manifest+json" },
  });
