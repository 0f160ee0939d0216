export const likesFolder = "/likes/";

/** The liked films of a rating: `/likes/4.5/`, `/likes/unrated/`, `/likes/5/2/`. @param page from 1 */
export const likesPath = (rating: number | null, page = 1): string =>
  `${likesFolder}${rating ?? "unrated"}/${page > 1 ? `${page}/` : ""}`;
