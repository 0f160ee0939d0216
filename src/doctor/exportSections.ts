import { counted, grouped, plural, several } from "../counted.ts";
import type { Exceptions, Ledger, SkippedFile } from "../letterboxd/ledger.ts";
import type { Library } from "../library/library.ts";
import type { ReportSection } from "../reportSection.ts";
import { bulkDays } from "../stats/bulkDays.ts";
import { countFilms } from "../stats/counts.ts";
import { listFacts } from "../stats/lists.ts";
import { reviewFacts } from "../stats/reviews.ts";
import { currentStreak, longestDayStreak } from "../stats/streaks.ts";
import { tagFacts } from "../stats/tags.ts";

type Field = ReportSection["fields"][number];

/**
 * Which export is used and what was read from it. `remarks` say which one was chosen and why; `shown`
 * limits their number and leaves out what the oddities already say.
 */
export function exportSection(
  ledger: Ledger,
  remarks: readonly string[],
  { shown = Number.POSITIVE_INFINITY }: { shown?: number } = {},
): ReportSection {
  const said = remarks.length <= shown + 1 ? remarks : remarks.slice(0, shown);
  const rest = remarks.length - said.length;
  return {
    title: "Export",
    remarks: [...said, ...(rest > 0 ? [`… and ${grouped(rest)} more`] : [])],
    fields: [
      ["figures as of", asOfText(ledger)],
      ["rows", perFile(ledger.files)],
      ...(Number.isFinite(shown) ? [] : exceptionFields(ledger.exceptions)),
    ],
  };
}

const asOfText = ({ newestDate, asOf }: Ledger): string =>
  newestDate === null ? `${asOf}, the build date: no entry has an earlier date` : asOf;

/** Rows and files that were not read in the usual way, if any. */
function exceptionFields(exceptions: Exceptions): Field[] {
  const { leftOut, skipped, leftAlone, orphaned, withoutAddress, toCome, joinedByOrder } =
    exceptions;
  const fields: [isThere: boolean, ...Field][] = [
    [hasRows(leftOut), "rows not used", perFile(leftOut)],
    [
      hasRows(withoutAddress),
      "no address",
      `${perFile(withoutAddress)}; their films were found by name and year`,
    ],
    [
      toCome > 0,
      "still to come",
      `${counted(toCome, "row")} of diary.csv, not counted as viewings`,
    ],
    [
      joinedByOrder > 0,
      "same name",
      `${counted(joinedByOrder, "row")} of films that share name and year, given to them in order`,
    ],
    [hasRows(orphaned), "orphaned", `${perFile(orphaned)}; removed from Letterboxd, not counted`],
    [skipped.length + leftAlone.length > 0, "files not read", notRead(skipped, leftAlone)],
  ];
  return fields.flatMap(([isThere, ...field]) => (isThere ? [field] : []));
}
/** Figures that need only the export. */
export function filmsSection(library: Library): ReportSection {
  const { films, viewings, asOf } = library;
  const counts = countFilms(films);
  const rewatches = viewings.filter(({ rewatch }) => rewatch).length;
  const [first] = viewings;
  const last = viewings.at(-1);
  const current = currentStreak(viewings, asOf);
  const bulk = bulkDays(viewings, library.bulkDay).size;
  const withoutAddress = films.filter(({ uri }) => uri === null).length;
  return {
    title: "Films",
    fields: [
      [
        "seen",
        `${grouped(counts.seen)}: ${grouped(counts.dated)} with a date, ${grouped(counts.seen - counts.dated)} without`,
      ],
      ["rated, liked", `${grouped(counts.rated)}, ${grouped(counts.liked)}`],
      [
        "viewings",
        `${grouped(viewings.length)}: ${counted(viewings.length - rewatches, "first watch", "first watches")}, ${counted(rewatches, "rewatch", "rewatches")}`,
      ],
      ["from, to", first && last ? `${first.date}, ${last.date}` : "no dated viewing"],
      ["longest streak", longestStreak(library)],
      [
        "current streak",
        current ? `${counted(current.length, "day")}, since ${current.from}` : "none",
      ],
      ["filled in", `${counted(bulk, "day")} with ${library.bulkDay} viewings or more`],
      ["shared names", several(equalNames(library), 5) || "none"],
      ...(withoutAddress > 0
        ? [["no address", counted(withoutAddress, "film")] satisfies Field]
        : []),
    ],
  };
}

/** The same in a few lines, with `more` at the end. */
export function briefFilmsSection(library: Library, more: readonly Field[]): ReportSection {
  const { films, viewings, lists, watchlist } = library;
  const counts = countFilms(films);
  const rewatches = viewings.filter(({ rewatch }) => rewatch).length;
  const [first, last] = [viewings[0], viewings.at(-1)];
  const onLists = listFacts(lists);
  const besides: [number: number, one: string, more?: string][] = [
    [reviewFacts(films).reviews, "review"],
    [tagFacts(films).tags, "tag"],
    [onLists.lists, "list", ` with ${counted(onLists.films, "film")}`],
    [watchlist.length, "film", " on the watchlist"],
  ];
  const others = besides.flatMap(([number, one, more = ""]) =>
    number > 0 ? [counted(number, one) + more] : [],
  );
  return {
    title: "Films",
    fields: [
      [
        "seen",
        `${grouped(counts.seen)}, ${grouped(counts.dated)} with a date; ${grouped(counts.rated)} rated, ${grouped(counts.liked)} liked`,
      ],
      [
        "viewings",
        first && last
          ? `${grouped(viewings.length)} from ${first.date} to ${last.date}, ${counted(rewatches, "rewatch", "rewatches")} among them`
          : "none has a date",
      ],
      ["longest streak", longestStreak(library)],
      ...(others.length > 0 ? [["also", others.join(", ")] satisfies Field] : []),
      ...more,
    ],
  };
}

function longestStreak({ viewings }: Library): string {
  const streak = longestDayStreak(viewings);
  return streak ? `${counted(streak.length, "day")}, ${streak.from} to ${streak.to}` : "none";
}

const hasRows = (rows: Record<string, number>): boolean => Object.keys(rows).length > 0;

const perFile = (rows: Record<string, number>): string =>
  Object.entries(rows)
    .map(([file, number]) => `${file} ${grouped(number)}`)
    .join(", ") || "none";

function notRead(skipped: readonly SkippedFile[], leftAlone: readonly string[]): string {
  const reasons = [...Map.groupBy(skipped, ({ reason }) => reason)].map(([reason, files]) => {
    const names = files.map(({ file }) => file);
    return `${several(names, 2)}: ${reason}`;
  });
  if (leftAlone.length > 0) {
    const hold = plural(leftAlone.length, "holds", "hold");
    reasons.push(`${leftAlone.join(", ")}: ${hold} nothing that is used.`);
  }
  return reasons.join(" ");
}

function equalNames({ films }: Library): string[] {
  const groups = Map.groupBy(films, ({ name, year }) => `${name} (${year ?? "no year"})`);
  return [...groups]
    .filter(([, same]) => same.length > 1)
    .map(([name, same]) => `${name} ×${same.length}`);
}
