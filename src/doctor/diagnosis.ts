import { counted, grouped } from "../counted.ts";
import { isDiscreet } from "../discretion.ts";
import { complaintLines, SHOWN_COMPLAINTS } from "../letterboxd/complaints.ts";
import type { Ledger } from "../letterboxd/ledger.ts";
import type { Library } from "../library/library.ts";
import type { Hidden } from "../library/withoutHidden.ts";
import { npmRun } from "../npmRun.ts";
import { missingNameWarning } from "../publish/missingNameWarning.ts";
import { type ReportSection, reportLines } from "../reportSection.ts";
import type { Settings } from "../settings.ts";
import type { EnrichReport } from "../tmdb/report/enrichReport.ts";
import { diarySection } from "./diarySection.ts";
import { briefFilmsSection, exportSection, filmsSection } from "./exportSections.ts";
import { publicSection } from "./publicSection.ts";
import { settingsFields, settingsSection } from "./settingsSection.ts";
import { tmdbField, tmdbSection } from "./tmdbSection.ts";

export interface DoctorInput {
  ledger: Ledger;
  library: Library;
  settings: Settings;
  hidden: Hidden;
  /** Null for the sample. */
  report: Pick<EnrichReport, "doubtful" | "unknown"> | null;
  /** How the export was chosen. */
  remarks: string[];
  /** Oddities of settings, overrides.csv and cache. */
  warnings: string[];
}

/**
 * The lines that `doctor` prints, with oddities and what is public first. They fit on a screen unless
 * `all` is set. A public log gets only counts.
 */
export function diagnosisLines(input: DoctorInput, { all = false } = {}): string[] {
  if (isDiscreet(input.settings)) return discreetLines(input);
  const { ledger, library, settings, report, remarks } = input;
  const opening = [oddSection(input, all), publicSection(input)];
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
        briefFilmsSection(library, [tmdbField(library, report), ...settingsFields(settings)]),
      ];
  const lines = sections.flatMap(reportLines).join("\n").trimStart().split("\n");
  return all ? lines : [...lines, "", `Full report: ${npmRun(settings, "doctor -- --all")}`];
}

/** The lines for a public log: counts, and what is on the site. */
function discreetLines(input: DoctorInput): string[] {
  const { ledger, library, settings, warnings } = input;
  const { films, viewings } = library;
  const odd = complaintLines(ledger.complaints).length;
  const notes = [
    ...[...warnings, missingNameWarning(settings, library) ?? []].flat(),
    ...(odd > 0 ? [`${counted(odd, "remark")} on your files`] : []),
  ];
  return [
    { title: notes.length === 0 ? "Nothing odd was found" : "Odd", fields: [], notes },
    publicSection(input),
    {
      title: "Films",
      fields: [
        ["seen", grouped(films.length)],
        ["viewings", grouped(viewings.length)],
        tmdbField(library, null),
      ],
      notes: [
        "Withheld data and the remarks are left out of this log, because others may be able to read it. At home, npm run doctor shows everything.",
      ],
    } satisfies ReportSection,
  ]
    .flatMap(reportLines)
    .join("\n")
    .trimStart()
    .split("\n");
}

function oddSection(
  { ledger: { complaints }, library, settings, warnings }: DoctorInput,
  all: boolean,
): ReportSection {
  const rank = { warning: 0, note: 1 };
  const lines = [
    ...[...warnings, missingNameWarning(settings, library) ?? []].flat().map((text) => `! ${text}`),
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
