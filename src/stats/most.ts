/** The one row with more than any other; null where two share the first place, or none has any. */
export function most<Row>(rows: readonly Row[], amountOf: (row: Row) => number): Row | null {
  const values = rows.map(amountOf);
  const highest = Math.max(0, ...values);
  const first = values.indexOf(highest);
  return highest > 0 && first === values.lastIndexOf(highest) ? (rows[first] ?? null) : null;
}
