import type { SiteConfig } from "./src/settings.ts";

/** Your site. Every line is optional; the README lists all settings and their defaults. */
export default {
  title: "Film Ledger",

  // Your name, and what is public besides films, ratings and days. The README lists the choices.
  // owner: "Ida Sample",
  // publish: { name: true, reviews: true },

  // Viewings that you want to reach in a year, and what the site never mentions.
  // goal: 200,
  // hide: { films: ["Ran (1985)"], tags: ["with Ida"] },

  // How many of your most seen directors and actors come with all their films. "all" asks for everybody.
  // filmographies: 20,

  // Show all parts of collections with two or more seen films.
  // collections: false,

  // Publish posters as files of the site. "remote" loads them from TMDB, "off" draws placeholders.
  // posters: "local",
} satisfies SiteConfig;
