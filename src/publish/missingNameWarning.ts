import type { Library } from "../library/library.ts";
import type { Settings } from "../settings.ts";

/** What to say where the owner's name is to be public and nobody knows it; else null. */
export const missingNameWarning = (
  { publish }: Pick<Settings, "publish">,
  { owner }: Pick<Library, "owner">,
): string | null =>
  publish.name && owner === null
    ? 'The name is published, but there is none: neither owner in site.config.ts nor a profile.csv gives one. Write it into site.config.ts: owner: "Your Name",'
    : null;
