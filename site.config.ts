import type { SiteConfig } from "./src/settings.ts";

/** Your site. Every line may be left out; the defaults are those of src/settings.ts. */
export default {
  title: "Film Ledger",

  // Your name, and what is public beside films, ratings and days; the README says what there is.
  // owner: "Ida Sample",
  // publish: { name: true, reviews: true },

  // All films of the directors of three or more seen ones, and how many of them are seen.
  // filmographies: true,

  // All parts of the collections with two or more seen ones.
  // collections: true,

  // Posters as files of the site; "remote" loads them from TMDB, "off" draws placeholders.
  // posters: "local",
} satisfies SiteConfig;
