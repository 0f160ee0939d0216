export const likesFolder = "/likes/";

/** The liked films of a rating: `/likes/4.5/`, `/likes/unrated/`. */
export const likesPath = (rating: number | null): string => `${likesFolder}${rating ?? "unrated"}/`;
