import { inWords } from "../counted.ts";
import type { Site } from "../site.ts";
import { foremost } from "../stats/finding.ts";
import type { TagFacts, TagRow } from "../stats/tags.ts";
import { headline, sentence } from "./sentences.ts";

/** "12 tags, most often “the Rialto”: 84 viewings" */
export function tagsHeading({ format }: Site, rows: readonly TagRow[]): string {
  const first = foremost(rows, ({ viewings }) => viewings);
  const [one, ...others] = first;
  const names = inWords(first.map(({ tag }) => `“${tag}”`));
  return headline(
    format.count(rows.length, "tag"),
    one &&
      `, most often ${names}: ${format.count(one.viewings, "viewing")}${others.length > 0 ? " each" : ""}`,
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
