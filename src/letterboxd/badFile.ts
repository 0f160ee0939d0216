/** One file of an export cannot be read. The rest of the export still counts. */
export class BadFile extends Error {
  override name = "BadFile";
  /** From 1; null when it is about the whole file. */
  readonly line: number | null;

  constructor(message: string, line: number | null = null) {
    super(message);
    this.line = line;
  }
}

/** The names of its columns cannot be found. */
export class BadHeading extends BadFile {
  override name = "BadHeading";
}

/** A heading is one line, and a quote in it opens or ends a whole field: any other is a slip. */
export const quoteInHeading = (line: number): BadFile =>
  new BadFile(
    "has a quote in its heading that is out of place, so the columns cannot be told. Take the quote out, or use the export as downloaded from Letterboxd.",
    line,
  );
