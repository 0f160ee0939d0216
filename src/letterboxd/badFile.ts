/** One file of an export cannot be read. The rest of the export is still used. */
export class BadFile extends Error {
  override name = "BadFile";
  /** Counted from 1; null if the message is about the whole file. */
  readonly line: number | null;

  constructor(message: string, line: number | null = null) {
    super(message);
    this.line = line;
  }
}

/** The column names of a file cannot be found. */
export class BadHeading extends BadFile {
  override name = "BadHeading";
}

/** The error for a heading with a quote anywhere but at the start or end of a field. */
export const quoteInHeading = (line: number): BadFile =>
  new BadFile(
    "has a misplaced quote in its heading, so its columns are unknown. Remove the quote, or use the export as downloaded from Letterboxd.",
    line,
  );
