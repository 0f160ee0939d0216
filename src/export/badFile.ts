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
