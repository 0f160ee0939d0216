import { BadFile } from "./badFile.ts";
import { complaintBook } from "./complaints.ts";
import { decode } from "./decode.ts";
import { parseUri, type ReportFault } from "./fields.ts";
import type { Complaint } from "./ledger.ts";
import { foldHeading } from "./readTable.ts";

const HEADING = "Letterboxd URI";

/**
 * The addresses of the favourite films of a profile, in its order: the cell `Favorite Films` of
 * profile.csv, where commas separate them. Each address stands once.
 */
export function parseFavourites(cell: string, reportFault: ReportFault): string[] {
  const uris = cell.split(/[,;\s]+/).flatMap((text) => parseUri(text, reportFault) ?? []);
  return [...new Set(uris)];
}

/** The text of favourites.csv: one address a line, and no other column of the profile. */
export const favouritesText = (favourites: readonly string[]): string =>
  [HEADING, ...favourites].map((line) => `${line}\n`).join("");

/** Reads favourites.csv, with or without its heading. `file` is its path for the complaints. */
export function readFavourites(
  bytes: Buffer,
  file: string,
): { favourites: string[]; complaints: Complaint[] } {
  const book = complaintBook();
  const read = (): string[] => {
    try {
      const lines = decode(bytes).replaceAll('"', "").split("\n");
      return lines.flatMap((line, at) =>
        foldHeading(line) === foldHeading(HEADING)
          ? []
          : parseFavourites(line, (kind, message) => book.warn(file, at + 1, kind, message)),
      );
    } catch (error) {
      if (!(error instanceof BadFile)) throw error;
      book.refuse(file, error.line, `The file ${error.message} It is left out.`);
      return [];
    }
  };
  return { favourites: [...new Set(read())], complaints: book.all() };
}
