import { counted, inWords } from "../counted.ts";
import type { FoundExport } from "../letterboxd/findExports.ts";
import { join } from "../letterboxd/join.ts";
import type { ParsedExport } from "../letterboxd/parseExport.ts";
import { withoutHidden } from "../library/withoutHidden.ts";
import { sum } from "../numbers.ts";
import type { Settings } from "../settings.ts";
import type { Withheld } from "./withheld.ts";

const hasTags = ({ tags }: { tags: string[] }): boolean => tags.length > 0;
const hasText = ({ text }: { text: string }): boolean => text.trim() !== "";

/** What of an export is withheld, in words: "the texts of 48 reviews", "3 lists" … */
export function withheldThings({ rows }: ParsedExport, withheld: Withheld): string[] {
  const { diary, reviews, lists, watchlist } = rows;
  const entries = diary?.some(hasTags) ? diary : (reviews ?? []);
  const texts = sum(
    lists.map(
      ({ description, items }) =>
        Number(description !== "") + items.filter(({ note }) => note !== "").length,
    ),
  );
  const things: [isWithheld: boolean, count: number, what: (count: number) => string][] = [
    [
      withheld.reviews,
      reviews?.filter(hasText).length ?? 0,
      (n) => `the texts of ${counted(n, "review")}`,
    ],
    [
      withheld.tags,
      entries.filter(hasTags).length,
      (n) => `the tags of ${counted(n, "entry", "entries")}`,
    ],
    [withheld.lists, lists.length, (n) => counted(n, "list")],
    [
      withheld.listNotes && !withheld.lists,
      texts,
      (n) => `${counted(n, "description and note", "descriptions and notes")} of lists`,
    ],
    [withheld.watchlist, watchlist?.length ?? 0, (n) => `the watchlist with ${counted(n, "film")}`],
  ];
  return things.flatMap(([isWithheld, count, what]) =>
    isWithheld && count > 0 ? [what(count)] : [],
  );
}

/** Says what was left out because it is not published, and how to keep it. */
export const withheldLines = (things: readonly string[]): string[] =>
  things.length === 0
    ? []
    : [
        `  Left out, because your settings do not publish them: ${inWords(things)}.`,
        "  To keep them, in a private repository or in none, add --keep-all. To publish them, change the settings and import again.",
      ];

/** Warns of private content that the files show, even if the site does not. */
export function publicLines({ parsed }: FoundExport, { publish, site }: PublicSettings): string[] {
  const { diary, reviews, watchlist, lists } = parsed.rows;
  const list = (names: (string | false)[]) => names.filter((name) => name !== false);
  const texts = list([
    Boolean(reviews?.some(hasText)) && "reviews.csv",
    lists.length > 0 && "lists/",
  ]);
  const tags = list([
    Boolean(diary?.some(hasTags)) && "diary.csv",
    Boolean(reviews?.some(hasTags)) && "reviews.csv",
    lists.some(hasTags) && "lists/",
  ]);
  const hidden = withoutHidden(join(parsed), site.hide).hidden.films.length;
  const what = list([
    texts.length > 0 && `your texts as you wrote them (${texts.join(", ")})`,
    tags.length > 0 && `your tags (${tags.join(", ")})`,
    Boolean(watchlist?.length) && "your watchlist (watchlist.csv)",
    !publish.exactDates && Boolean(diary?.length) && "the days of your viewings (diary.csv)",
    hidden > 0 && `${counted(hidden, "film")} that your settings hide`,
  ]);
  return what.length === 0 ? [] : [`  In a public repository everyone can read ${inWords(what)}.`];
}

type PublicSettings = Pick<Settings, "publish" | "site">;
