import type { SiteConfig } from "./src/settings.ts";

/** Your site. Every line may be left out; the defaults are those of src/settings.ts. */
export default {
  title: "Film Ledger",
} satisfies SiteConfig;
