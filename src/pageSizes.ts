/** The most rows on a page of a ranking or of a list. */
export const rowsPerPage = 250;

/** Of lists whose rows take more room, or less. */
export const rewatchesPerPage = 100;
export const likesPerPage = 500;

/**
 * Films with an open question on a page of /about/matching/. Each is about half a kB and at most one and
 * a half, so a page stays below 100 kB.
 */
export const questionsPerPage = 60;
