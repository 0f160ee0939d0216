/**
 * TMDB's keywords that say nothing of a film, by their names in lower case, each with the reason. Pages
 * of films and rankings leave them out. A keyword stays if it says what a film is about, what it is
 * based on, where or when it is set, or how it was made.
 */
const reasons = {
  aftercreditsstinger: "There is a scene after the credits.",
  duringcreditsstinger: "There is a scene during the credits.",
  imax: "Some cinemas showed it on a larger screen.",
  "3d": "Some cinemas showed it in three dimensions.",
  individual: "Every film is about somebody.",
} as const;

const names: ReadonlySet<string> = new Set(Object.keys(reasons));

export const saysSomething = ({ name }: { name: string }): boolean =>
  !names.has(name.trim().toLowerCase());
