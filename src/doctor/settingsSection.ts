import type { Section } from "../reportSection.ts";
import { defaultSettings, type Settings } from "../settings.ts";
import { HIDDEN_TOKEN } from "../tmdb/client/token.ts";

/** The settings that were chosen; what is public stands apart. */
export function settingsSection(settings: Settings): Section {
  const chosen = chosenFields(settings);
  return {
    title: "Settings",
    fields: [...chosen, [chosen.length === 0 ? "all" : "all else", "as by default"]],
  };
}

/** The same in a line; none where nothing was chosen. */
export function settingsFields(settings: Settings): [name: string, value: string][] {
  const chosen = chosenFields(settings).map(([name, value]) => `${name} ${value}`);
  return chosen.length === 0 ? [] : [["settings", chosen.join("; ")]];
}

/** Those that differ from what holds for an owner who chose nothing. */
function chosenFields(settings: Settings): [name: string, value: string][] {
  const usual = new Map(settingFields(defaultSettings()));
  return settingFields(settings).filter(([name, value]) => value !== usual.get(name));
}

function tokenOf({ token, isTokenHidden }: Settings["tmdb"]): string {
  if (token !== null) return "set";
  return isTokenHidden ? HIDDEN_TOKEN.state : "none";
}

function settingFields({ tmdb, site, ...settings }: Settings): [name: string, value: string][] {
  return [
    ["token", tokenOf(tmdb)],
    ["TMDB", `${tmdb.apiUrl}, ${tmdb.requestsPerSecond} requests/s, ${tmdb.concurrency} at once`],
    ["posters from", tmdb.imageUrl],
    ["folders", `data ${settings.dataDir}, cache ${settings.cacheDir}`],
    ["build date", settings.buildDate],
    ["network", settings.offline ? "never touched" : "for TMDB"],
    ["address", `${settings.siteUrl ?? "none"}, base ${settings.basePath}`],
    ...Object.entries(site).map(([name, value]): [string, string] => [name, `${value}`]),
  ];
}
