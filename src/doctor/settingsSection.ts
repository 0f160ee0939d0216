import type { ReportSection } from "../reportSection.ts";
import { defaultSettings, type Settings } from "../settings.ts";
import { HIDDEN_TOKEN } from "../tmdb/client/token.ts";

/** The settings that the owner chose. What is public has a section of its own. */
export function settingsSection(settings: Settings): ReportSection {
  const chosen = chosenFields(settings);
  return {
    title: "Settings",
    fields: [...chosen, [chosen.length === 0 ? "all" : "all else", "default"]],
  };
}

/** The same in one line; none if nothing was chosen. */
export function settingsFields(settings: Settings): [name: string, value: string][] {
  const chosen = chosenFields(settings).map(([name, value]) => `${name} ${value}`);
  return chosen.length === 0 ? [] : [["settings", chosen.join("; ")]];
}

/** Settings that differ from the defaults. */
function chosenFields(settings: Settings): [name: string, value: string][] {
  const usual = new Map(settingFields(defaultSettings()));
  return settingFields(settings).filter(([name, value]) => value !== usual.get(name));
}

function tokenOf({ token, isTokenHidden }: Settings["tmdb"]): string {
  if (token !== null) return "set";
  return isTokenHidden ? HIDDEN_TOKEN.state : "none";
}

/** What is hidden is a number here, because the report may be shown to somebody. */
const written = (value: unknown): string =>
  typeof value === "object" && value !== null
    ? Object.entries(value)
        .flatMap(([name, entries]) => (entries.length > 0 ? [`${name} ${entries.length}`] : []))
        .join(", ")
    : `${value}`;

function settingFields({ tmdb, site, ...settings }: Settings): [name: string, value: string][] {
  return [
    ["token", tokenOf(tmdb)],
    ["TMDB", `${tmdb.apiUrl}, ${tmdb.requestsPerSecond} requests/s, ${tmdb.concurrency} at once`],
    ["posters from", tmdb.imageUrl],
    ["folders", `data ${settings.dataDir}, cache ${settings.cacheDir}`],
    ["build date", settings.buildDate],
    ["network", settings.offline ? "never used" : "used for TMDB"],
    ["address", `${settings.siteUrl ?? "none"}, base ${settings.basePath}`],
    ...Object.entries(site).map(([name, value]): [string, string] => [name, written(value)]),
  ];
}
