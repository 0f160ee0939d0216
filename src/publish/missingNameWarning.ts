import type { Library } from "../library/library.ts";
import type { Settings } from "../settings.ts";

/** A warning if the owner's name is to be public but is not known; else null. */
export const missingNameWarning = (
  { publish }: Pick<Settings, "publish">,
  { owner }: Pick<Library, "owner">,
): string | null =>
  publish.name && owner === null
    ? 'publish.name is on, but your name is not known: owner in site.config.ts is empty and there is no name in a profile.csv. Add it to site.config.ts: owner: "Your Name",'
    : null;
