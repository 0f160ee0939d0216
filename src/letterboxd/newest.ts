import type { Day } from "../day.ts";

export const newest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((best, day) => (day !== null && (best === null || day > best) ? day : best), null);
