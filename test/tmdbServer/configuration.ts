/** `/configuration`, with the server's own image address. TMDB's sizes have not changed in years. */
export const configuration = (imageUrl: string) => ({
  images: {
    base_url: `${imageUrl}/`,
    secure_base_url: `${imageUrl}/`,
    backdrop_sizes: ["w300", "w780", "w1280", "original"],
    logo_sizes: ["w45", "w92", "w154", "w185", "w300", "w500", "original"],
    poster_sizes: ["w92", "w154", "w185", "w342", "w500", "w780", "original"],
    profile_sizes: ["w45", "w185", "h632", "original"],
    still_sizes: ["w92", "w185", "w300", "original"],
  },
  change_keys: ["adult", "alternative_titles", "cast", "crew", "overview", "runtime", "title"],
});

const { images } = configuration("");

/** Every size that TMDB lists for some kind of image. */
export const imageSizes: ReadonlySet<string> = new Set([
  ...images.backdrop_sizes,
  ...images.logo_sizes,
  ...images.poster_sizes,
  ...images.profile_sizes,
  ...images.still_sizes,
]);
