import type { Viewing } from "../letterboxd/ledger.ts";

const marks = [1, 100, 250, 500];

/** The viewings that were the 1st, 100th, 250th, 500th and every further 500th. */
export function milestones(viewings: Viewing[]): { number: number; viewing: Viewing }[] {
  return viewings.flatMap((viewing, i) => {
    const number = i + 1;
    return marks.includes(number) || number % 500 === 0 ? [{ number, viewing }] : [];
  });
}
