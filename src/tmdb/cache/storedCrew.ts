import { type JobRole, jobRoles } from "../../jobs.ts";
import type { CrewMember, Recorded } from "../metadata.ts";

/** A crew as stored: its people by role. A crew of 130 takes half the space that a list of objects does. */
export type StoredCrew = Partial<Record<JobRole, StoredMember[]>>;

type StoredMember = [id: number, name: string, recorded?: Recorded];

/** @param crew ordered by the table of roles */
export function storedCrew(crew: CrewMember[]): StoredCrew {
  const stored: StoredCrew = {};
  for (const { role, id, name, ...recorded } of crew) {
    const isBare = Object.keys(recorded).length === 0;
    stored[role] = [...(stored[role] ?? []), isBare ? [id, name] : [id, name, recorded]];
  }
  return stored;
}

export const crewFrom = (stored: StoredCrew): CrewMember[] =>
  jobRoles.flatMap((role) =>
    (stored[role] ?? []).map(([id, name, recorded]) => ({ id, name, ...recorded, role })),
  );
