import { randomBytes } from "node:crypto";
import { basename } from "node:path";
import { isProcessAlive } from "../isProcessAlive.ts";

export type LeftoverKind = "new" | "old";

/**
 * A new path beside `target`. Its name says whose it is, so that no folder of the owner's is taken for
 * one of ours. A container gives each run the same process id, so chance is part of it too.
 */
export const pathBeside = (target: string, kind: LeftoverKind): string =>
  `${target}.film-ledger-${kind}-${process.pid}-${randomBytes(4).toString("hex")}`;

/** What a name beside `target` was made for by a process that has ended; null for any other name. */
export function leftoverKind(target: string, name: string): LeftoverKind | null {
  const start = `${basename(target)}.film-ledger-`;
  if (!name.startsWith(start)) return null;
  const [, kind, pid] = /^(new|old)-(\d+)-[\da-f]{8}$/.exec(name.slice(start.length)) ?? [];
  return pid && !isProcessAlive(Number(pid)) ? (kind as LeftoverKind) : null;
}
