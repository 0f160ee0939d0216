import { counted, grouped, inWords } from "../counted.ts";
import type { PageLimits } from "../library/pageLimits.ts";

/**
 * "Pages start at 3 films for keywords and 2 for directors, so that the site has at most 20,000 files."
 * Null if every name has the page that it would have without a limit.
 */
export function pagesStart({ raised, files, maxFiles }: PageLimits): string | null {
  if (files > maxFiles) {
    return `No person, studio, keyword or collection has a page, because the films alone fill the ${counted(maxFiles, "file")} that the site may have.`;
  }
  if (raised.length === 0) return null;
  const starts = raised.map(({ name, from }, i) =>
    i === 0 ? `${grouped(from)} films for ${name}` : `${grouped(from)} for ${name}`,
  );
  return `Pages start at ${inWords(starts)}, so that the site has at most ${counted(maxFiles, "file")}.`;
}
