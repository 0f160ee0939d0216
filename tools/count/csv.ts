/**
 * The records of a CSV text (RFC 4180): commas, lines that end in CRLF or LF, quotes around fields that
 * contain any of these, and doubled quotes inside them. Empty lines are skipped.
 */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = "";
  let isQuoted = false;
  const endField = () => {
    record.push(field);
    field = "";
  };
  const endRecord = () => {
    endField();
    if (record.length > 1 || record[0] !== "") records.push(record);
    record = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (isQuoted) {
      if (char !== '"') field += char;
      else if (text.charAt(at + 1) !== '"') isQuoted = false;
      else {
        field += '"';
        at += 1;
      }
    } else if (char === '"' && field === "") isQuoted = true;
    else if (char === ",") endField();
    else if (char === "\n") endRecord();
    else if (char !== "\r" || text.charAt(at + 1) !== "\n") field += char;
  }
  if (isQuoted) throw new Error("a quoted field does not end");
  endRecord();
  return records;
}
