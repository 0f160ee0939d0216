import type { Ledger, Skipped } from "../export/ledger.ts";
import type { Library } from "../library/library.ts";
import { count, type Section, several } from "../section.ts";
import { bulkDays } from "../stats/bulkDays.ts";
import { countFilms } from "../stats/counts.ts";
import { currentStreak, longestDayStreak } from "../stats/streaks.ts";

/** Which export is taken and what was read of it. `remarks` say what was chosen, and why. */
export function exportSection(ledger: Ledger, remarks: readonly string[]): Section {
  const { leftOut, skipped, leftAlone, orphaned, withoutAddress, toCome, joinedByOrder } =
    ledger.exceptions;
  return {
    title: "Export",
    remarks,
    fields: [
      ["figures as of", asOfText(ledger)],
      ["rows", perFile(ledger.files)],
      ["left out", perFile(leftOut)],
      ["without address", perFile(withoutAddress)],
      ...(toCome === 0
        ? []
        : [["still to come", `${count(toCome, "row")} of diary.csv: no viewings`] as const]),
      [
        "joined by order",
        joinedByOrder === 0
          ? "none"
          : `${count(joinedByOrder, "row")} of films with equal name and year`,
      ],
      [
        "orphaned",
        Object.keys(orphaned).length === 0 ? "none" : `${perFile(orphaned)}; not counted`,
      ],
      ["files not read", notRead(skipped, leftAlone)],
    ],
  };
}

const asOfText = ({ newestDate, asOf }: Ledger): string =>
  newestDate === null ? `${asOf}, the day of this build: no entry has a day up to then` : asOf;

/** The figures that need the export alone. */
export function filmsSection(library: Library): Section {
  const { films, viewings, asOf } = library;
  const counts = countFilms(films);
  const rewatches = viewings.filter(({ rewatch }) => rewatch).length;
  const [first] = viewings;
  const last = viewings.at(-1);
  const streak = longestDayStreak(viewings);
  const current = currentStreak(viewings, asOf);
  const bulk = bulkDays(viewings, library.bulkDay).size;
  return {
    title: "Films",
    fields: [
      [
        "seen",
        `${counts.seen}: ${counts.dated} with a date, ${counts.seen - counts.dated} without`,
      ],
      ["rated, liked", `${counts.rated}, ${counts.liked}`],
      [
        "viewings",
        `${viewings.length}: ${count(viewings.length - rewatches, "first watch", "first watches")}, ${count(rewatches, "rewatch", "rewatches")}`,
      ],
      ["from, to", first && last ? `${first.date}, ${last.date}` : "no dated viewing"],
      [
        "longest streak",
        streak ? `${count(streak.length, "day")}, ${streak.from} to ${streak.to}` : "none",
      ],
      [
        "current streak",
        current ? `${count(current.length, "day")}, since ${current.from}` : "none",
      ],
      ["bulk days", `${bulk} (${library.bulkDay} viewings or more)`],
      ["equal names", several(equalNames(library), 5) || "none"],
      ["no address", `${count(films.filter(({ uri }) => uri === null).length, "film")}`],
    ],
  };
}

const perFile = (rows: Record<string, number>): string =>
  Object.entries(rows)
    .map(([file, number]) => `${file} ${number}`)
    .join(", ") || "none";

function notRead(skipped: readonly Skipped[], leftAlone: readonly string[]): string {
  const reasons = [...Map.groupBy(skipped, ({ reason }) => reason)].map(([reason, files]) => {
    const names = files.map(({ file }) => file);
    return `${several(names, 2)}: ${reason}`;
  });
  if (leftAlone.length > 0) {
    const hold = leftAlone.length === 1 ? "holds" : "hold";
    reasons.push(`${leftAlone.join(", ")}: ${hold} nothing that counts.`);
  }
  return reasons.join(" ") || "none";
}

function equalNames({ films }: Library): string[] {
  const groups = Map.groupBy(films, ({ name, year }) => `${name} (${year ?? "no year"})`);
  return [...groups]
    .filter(([, same]) => same.length > 1)
    .map(([name, same]) => `${name} ×${same.length}`);
}
