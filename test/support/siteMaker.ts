import { readSettings } from "../../src/settings.ts";
import { createSite, type Site } from "../../src/site.ts";
import type { BlockPage } from "../../src/views/block.ts";
import type { SectionPage } from "../../src/views/section.ts";
import type { Part, RichText } from "../../src/words/richText.ts";
import { temporaryFolder } from "../tmdb/world.ts";
import { type FilmSpec, makeLibrary } from "./libraryMaker.ts";

/** A site of these films at `/`, as the settings and the environment have it. */
export function makeSite(
  specs: FilmSpec[],
  {
    config = {},
    env = {},
    ...options
  }: Parameters<typeof makeLibrary>[1] & {
    config?: unknown;
    env?: Record<string, string>;
  } = {},
): Site {
  const settings = readSettings({ config, env, root: temporaryFolder() });
  return createSite(settings, makeLibrary(specs, options));
}

/** The page of a ranking at an address below its first one: "", or "by-rating/2/". */
export function rankingPage(pages: SectionPage[], address = ""): BlockPage {
  const page = pages.find(({ path }) => path === `${pages[0]?.path}${address}`);
  if (!page) throw new Error(`no page ${address} among ${pages.map(({ path }) => path)}`);
  return page.view();
}

/** A sentence in one line: `Ran [1985](/films/ran/), ★4.5 on 2024-05-04`. */
export const written = (text: string | RichText | null | undefined): string =>
  [text ?? []].flat().map(writtenPart).join("");

function writtenPart(part: Part): string {
  if (typeof part === "string") return part;
  if ("day" in part) return part.href ? `[${part.day}](${part.href})` : part.day;
  if ("href" in part) return `[${part.text}](${part.href})`;
  if ("stars" in part) return `★${part.stars}`;
  if ("key" in part) return `(${part.key})`;
  return Object.values(part).join("");
}
