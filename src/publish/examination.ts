import { complaintLines, SHOWN_COMPLAINTS } from "../export/complaints.ts";
import type { Ledger } from "../export/ledger.ts";
import type { Film } from "../library/film.ts";
import type { Library } from "../library/library.ts";
import { type Section, sectionLines, several } from "../section.ts";
import { publishables, type Settings } from "../settings.ts";
import { countFilms } from "../stats/counts.ts";
import { sharedPages } from "../stats/matching.ts";
import type { EnrichReport } from "../tmdb/report.ts";
import { exportSection, filmsSection } from "./examinedBooks.ts";
import { diarySection } from "./examinedDiary.ts";
import { settingsSection } from "./examinedSettings.ts";

/**
 * What `doctor` says, line by line: the export, what joined, what matched, settings, what is public.
 * `all` lists every oddity, else the first dozen, warnings before notes; and every list and tag.
 */
export function examination({
  ledger,
  library,
  settings,
  report,
  remarks,
  all = false,
}: {
  ledger: Ledger;
  library: Library;
  settings: Settings;
  /** Null for the sample. */
  report: Pick<EnrichReport, "doubtful"> | null;
  /** What was said while the export was chosen and the cache read. */
  remarks: string[];
  all?: boolean;
}): string[] {
  return [
    exportSection(ledger, remarks),
    filmsSection(library),
    diarySection(library, all),
    tmdbSection(library, report?.doubtful ?? [], all),
    settingsSection(settings),
    publicSection(settings),
    notesSection(ledger, all),
  ].flatMap(sectionLines);
}

function tmdbSection(library: Library, doubtful: EnrichReport["doubtful"], all: boolean): Section {
  const { matched, series, unmatched } = countFilms(library.films);
  const shown = all ? doubtful : doubtful.slice(0, 3);
  const shared = sharedPages(library.films).map(namesOf);
  const shownGroups = all ? Number.POSITIVE_INFINITY : 2;
  const rest = doubtful.length - shown.length;
  return {
    title: "TMDB (from the cache, nothing was asked)",
    fields: [
      ["known", `${matched} films, ${series} series; ${unmatched} unmatched`],
      ...(shared.length > 0 ? [["one at TMDB", several(shared, shownGroups)] as const] : []),
      ["worth a look", doubtful.length],
    ],
    notes: [
      ...shown.map(({ name, year, match }) => `  ${name} (${year ?? "no year"}): ${match.reason}`),
      ...(rest > 0 ? [`  … and ${rest} more`] : []),
    ],
  };
}

const namesOf = (films: Film[]): string =>
  films.map(({ name, year }) => `${name} (${year ?? "no year"})`).join(" = ");

function publicSection({ publish }: Settings): Section {
  const names = (isPublic: boolean) =>
    publishables.filter((name) => publish[name] === isPublic).join(", ") || "nothing";
  return {
    title: "Public",
    fields: [
      ["published", names(true)],
      ["withheld", names(false)],
      ["never", "e-mail, comments, deleted entries, addresses of entries and lists"],
    ],
  };
}

function notesSection({ complaints }: Ledger, all: boolean): Section {
  const lines = complaintLines(complaints).sort((a, b) => rank(a.level) - rank(b.level));
  const shown = all ? lines : lines.slice(0, SHOWN_COMPLAINTS);
  const rest = lines.length - shown.length;
  return {
    title: lines.length === 0 ? "Nothing odd was found" : "Odd in the export",
    fields: [],
    notes: [
      ...shown.map(({ level, text }) => `${level === "warning" ? "!" : " "} ${text}`),
      ...(rest > 0 ? [`  … and ${rest} more: npm run doctor -- --all`] : []),
    ],
  };
}

const rank = (level: "note" | "warning"): number => (level === "warning" ? 0 : 1);
