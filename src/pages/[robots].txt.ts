import type { APIRoute } from "astro";
import { site } from "../site.ts";

/** Crawlers read it at the root of a host alone, and need it only to find the sitemap. */
export async function getStaticPaths() {
  const { siteUrl, basePath } = (await site()).settings;
  return siteUrl && basePath === "/" ? [{ params: { robots: "robots" } }] : [];
}

export const GET: APIRoute = ({ site: origin }) =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${new URL("/sitemap-index.xml", origin).href}\n`,
  );
