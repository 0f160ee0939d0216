import type { RuntimeBand } from "../../../stats/runtimes.ts";

/** The films of a length. */
export const bandPath = ({ slug }: RuntimeBand): string => `/runtimes/${slug}/`;
