import { randomBytes } from "node:crypto";
import { basename } from "node:path";
import { isOtherProcess } from "../isProcessAlive.ts";

export type Kind = "new" | "old";

/**
 * A new path beside `target`. Its name says whose it is, so that no folder of the owner's is taken for
 * one of ours. A container gives each run the same process id, so chance is part of it too.
 */
export const besideFolder = (target: string, kind: Kind): string =>
  `${target}.film-ledger-${kind}-${process.pid}-${randomBytes(4).toString("hex")}`;

/** What a name beside `target` was made for by a process that has ended; null for any other name. */
export function leftoverKind(target: string, name: string): Kind | null {
  const start = `${basename(target)}.film-ledger-`;
  if (!name.startsWith(start)) return null;
  const [, kind, pid] = /^(new|old)-(\d+)-[\da-f]{8}$/.exec(name.slice(start.length)) ?? [];
  return pid && !isOtherProcess(Number(pid)) ? (kind as Kind) : null;
}
