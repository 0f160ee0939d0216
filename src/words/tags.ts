import type { Site } from "../site.ts";
import { soleFirst } from "../stats/finding.ts";
import type { TagFacts, TagRow } from "../stats/tags.ts";
import { headline, sentence } from "./sentences.ts";

/** "12 tags, “the Rialto” on 84 viewings" */
export function tagsHeading({ format }: Site, rows: readonly TagRow[]): string {
  const first = soleFirst(rows, ({ viewings }) => viewings);
  return headline(
    format.count(rows.length, "tag"),
    first &&
      first.viewings > 2 &&
      `, most often “${first.tag}”: ${format.count(first.viewings, "viewing")}`,
  );
}

export const describeTags = ({ format }: Site, { tags, viewings, of }: TagFacts): string =>
  sentence([
    format.count(tags, "tag"),
    of > 0 && `on ${format.integer(viewings)} of ${format.count(of, "viewing")}`,
  ]);

/** "“the Rialto”: 84 viewings of 80 films" */
export const tagHeading = ({ format }: Site, { tag, viewings, films }: TagRow): string => {
  const ofFilms = format.count(films, "film");
  return headline(
    `“${tag}”`,
    `: ${viewings > 0 ? `${format.count(viewings, "viewing")} of ${ofFilms}` : ofFilms}`,
  );
};

/** "June 2021 – March 2024", or the days where they are known. */
export const periodOf = (
  { format }: Site,
  { first, last }: Pick<TagRow, "first" | "last">,
): string => {
  if (first === null || last === null) return "";
  return first === last ? format.day(first) : format.range(first, last);
};
