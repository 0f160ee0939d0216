import type { Day } from "./day.ts";

/** Today, in UTC. Only the settings call it, and `BUILD_DATE` overrides it. */
export const today = (): Day => new Date().toISOString().slice(0, 10);
