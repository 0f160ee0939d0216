import type { Viewing } from "../letterboxd/ledger.ts";

export interface Milestone {
  number: number;
  viewing: Viewing;
}

const marks = [1, 50, 100];
const step = 250;

/** The viewings that were the 1st, 50th, 100th, 250th and every further 250th. */
export function milestones(viewings: Viewing[]): Milestone[] {
  return viewings.flatMap((viewing, i) => {
    const number = i + 1;
    return marks.includes(number) || number % step === 0 ? [{ number, viewing }] : [];
  });
}
