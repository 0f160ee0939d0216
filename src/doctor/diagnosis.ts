import { counted, grouped } from "../counted.ts";
import { isDiscreet } from "../discretion.ts";
import { complaintLines, SHOWN_COMPLAINTS } from "../letterboxd/complaints.ts";
import type { Ledger } from "../letterboxd/ledger.ts";
import type { Library } from "../library/library.ts";
import { npmRun } from "../npmRun.ts";
import { missingName } from "../publish/missingName.ts";
import { type Section, sectionLines } from "../reportSection.ts";
import { type Publishable, publishables, type Settings } from "../settings.ts";
import type { EnrichReport } from "../tmdb/report/enrichReport.ts";
import { diarySection } from "./diarySection.ts";
import { booksSection, exportSection, filmsSection } from "./exportSections.ts";
import { settingsFields, settingsSection } from "./settingsSection.ts";
import { tmdbField, tmdbSection } from "./tmdbSection.ts";

export interface Examined {
  ledger: Ledger;
  library: Library;
  settings: Settings;
  /** Null for the sample. */
  report: Pick<EnrichReport, "doubtful" | "unknown"> | null;
  /** How the export was chosen. */
  remarks: string[];
  /** What was odd about settings, overrides.csv and cache. */
  warnings: string[];
}

/**
 * What `doctor` says, line by line, what is odd and what is public first. Unasked it fits on a screen;
 * with `all` nothing is left out. A log that all can read gets counts alone.
 */
export function examination(examined: Examined, { all = false } = {}): string[] {
  if (isDiscreet(examined.settings)) return discreetExamination(examined);
  const { ledger, library, settings, report, remarks } = examined;
  const opening = [oddSection(examined, all), publicSection(settings, library)];
  const sections = all
    ? [
        ...opening,
        exportSection(ledger, remarks),
        filmsSection(library),
        diarySection(library),
        tmdbSection(library, report),
        settingsSection(settings),
      ]
    : [
        ...opening,
        exportSection(ledger, remarks, { shown: SHOWN_COMPLAINTS }),
        booksSection(library, [tmdbField(library, report), ...settingsFields(settings)]),
      ];
  const lines = sections.flatMap(sectionLines).join("\n").trimStart().split("\n");
  return all ? lines : [...lines, "", `All of it: ${npmRun(settings, "doctor -- --all")}`];
}

/** What a log may say that all can read: counts, and what stands on the site. */
function discreetExamination({ ledger, library, settings, warnings }: Examined): string[] {
  const { films, viewings } = library;
  const odd = complaintLines(ledger.complaints).length;
  const notes = [
    ...[...warnings, missingName(settings, library) ?? []].flat(),
    ...(odd > 0 ? [`${counted(odd, "remark")} on your files`] : []),
  ];
  return [
    { title: notes.length === 0 ? "Nothing odd was found" : "Odd", fields: [], notes },
    publicSection(settings, library),
    {
      title: "Films",
      fields: [
        ["seen", grouped(films.length)],
        ["viewings", grouped(viewings.length)],
        tmdbField(library, null),
      ],
      notes: [
        "What is withheld, and what the remarks say, is left out of this log, which all may be able to read. At home, npm run doctor shows it.",
      ],
    } satisfies Section,
  ]
    .flatMap(sectionLines)
    .join("\n")
    .trimStart()
    .split("\n");
}

function oddSection(
  { ledger: { complaints }, library, settings, warnings }: Examined,
  all: boolean,
): Section {
  const rank = { warning: 0, note: 1 };
  const lines = [
    ...[...warnings, missingName(settings, library) ?? []].flat().map((text) => `! ${text}`),
    ...complaintLines(complaints)
      .sort((a, b) => rank[a.level] - rank[b.level])
      .map(({ level, text }) => `${level === "warning" ? "!" : " "} ${text}`),
  ];
  const shown =
    all || lines.length <= SHOWN_COMPLAINTS + 1 ? lines : lines.slice(0, SHOWN_COMPLAINTS);
  const rest = lines.length - shown.length;
  return {
    title: lines.length === 0 ? "Nothing odd was found" : "Odd",
    fields: [],
    notes: [...shown, ...(rest > 0 ? [`  … and ${grouped(rest)} more`] : [])],
  };
}

function publicSection({ publish, site }: Settings, { owner }: Library): Section {
  /** Who it is, or why the choice changes no page. */
  const remarks: Partial<Record<Publishable, string | false>> = {
    name: owner ?? "none is known",
    listNotes: !publish.lists && "on no page without lists",
    watchlist:
      !(site.filmographies || site.collections) &&
      "on no page without filmographies or collections",
  };
  const names = (isPublic: boolean) =>
    publishables
      .filter((name) => publish[name] === isPublic)
      .map((name) => (isPublic && remarks[name] ? `${name} (${remarks[name]})` : name))
      .join(", ") || "nothing";
  return {
    title: "Public",
    fields: [
      ["published", names(true)],
      ["withheld", names(false)],
      ["never", "e-mail, comments, deleted entries, addresses of entries and lists"],
    ],
  };
}
