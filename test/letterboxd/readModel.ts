import { join } from "../../src/letterboxd/join.ts";
import type { Ledger } from "../../src/letterboxd/ledger.ts";
import { type ParsedExport, parseExport } from "../../src/letterboxd/parseExport.ts";
import { ledgerFrom } from "../../src/letterboxd/readExport.ts";
import { buildLibrary } from "../../src/library/library.ts";
import { summarise } from "../../src/stats/summary.ts";

/** The day on which exports are read, unless a test says another. */
export const BUILD_DATE = "2024-06-30";

export const parseFiles = (files: Map<string, Buffer>, buildDate = BUILD_DATE): ParsedExport =>
  parseExport({ kind: "folder", source: "data", files, deleted: 0 }, buildDate);

/** What a reader of a folder makes of the parsed files. */
export const readParsed = (parsed: ParsedExport): Ledger => ({
  ...ledgerFrom(parsed, join(parsed)),
  kind: "folder",
  source: "data",
});

/** Every figure of an export without anything from TMDB. */
export const summaryOf = (ledger: Ledger) => summarise(buildLibrary(ledger, new Map()));
