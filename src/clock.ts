import type { Day } from "./day.ts";

/** The one place that asks what day it is. `BUILD_DATE` (checked in settings) overrides it. */
export const today = (): Day => new Date().toISOString().slice(0, 10);
