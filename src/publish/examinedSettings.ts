import type { Section } from "../section.ts";
import { defaultSettings, type Settings } from "../settings.ts";

/** The settings that differ from those of an owner who chose nothing; what is public stands apart. */
export function settingsSection(settings: Settings): Section {
  const usual = new Map(settingFields(defaultSettings()));
  const chosen = settingFields(settings).filter(([name, value]) => value !== usual.get(name));
  return {
    title: "Settings",
    fields: [...chosen, [chosen.length === 0 ? "all" : "all else", "as by default"]],
  };
}

function settingFields({ tmdb, site, ...settings }: Settings): [name: string, value: string][] {
  return [
    ["token", tmdb.token === null ? "none" : "set"],
    ["TMDB", `${tmdb.apiUrl}, ${tmdb.requestsPerSecond} requests/s, ${tmdb.concurrency} at once`],
    ["posters from", tmdb.imageUrl],
    ["folders", `data ${settings.dataDir}, cache ${settings.cacheDir}`],
    ["build date", settings.buildDate],
    ["network", settings.offline ? "never touched" : "for TMDB"],
    ["address", `${settings.siteUrl ?? "none"}, base ${settings.basePath}`],
    ...Object.entries(site).map(([name, value]): [string, string] => [name, `${value}`]),
  ];
}
