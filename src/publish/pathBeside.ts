import { randomBytes } from "node:crypto";
import { basename } from "node:path";
import { isProcessAlive } from "../isProcessAlive.ts";

export type LeftoverKind = "new" | "old";

/**
 * A new path beside `target`. Its name marks it as ours, so it cannot be confused with a folder of the
 * owner's. It is partly random, because a container gives each run the same process id.
 */
export const pathBeside = (target: string, kind: LeftoverKind): string =>
  `${target}.film-ledger-${kind}-${process.pid}-${randomBytes(4).toString("hex")}`;

/** Which kind of folder an ended process left under this name; null for any other name. */
export function leftoverKind(target: string, name: string): LeftoverKind | null {
  const start = `${basename(target)}.film-ledger-`;
  if (!name.startsWith(start)) return null;
  const [, kind, pid] = /^(new|old)-(\d+)-[\da-f]{8}$/.exec(name.slice(start.length)) ?? [];
  return pid && !isProcessAlive(Number(pid)) ? (kind as LeftoverKind) : null;
}
