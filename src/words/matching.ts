import type { Site } from "../site.ts";
import { countAsked } from "../stats/counts.ts";
import type { Question } from "../stats/matching.ts";
import type { Doubt } from "../tmdb/match/doubt.ts";
import { OVERRIDE_HEADER, shownOverridesFile } from "../tmdb/match/overrides.ts";
import type { MatchTally } from "../tmdb/report/tally.ts";
import { type RichText, sentences } from "./richText.ts";

/** A kind of match: its name, its count, and what it means. */
type Kind = [name: string, count: keyof MatchTally, meaning: string];

/** The kinds of matches of the seen films. Together they are all films. */
export const matchKinds = (site: Site): Kind[] => [
  ["Films", "films", "of TMDB, with genres, people, countries"],
  ["Series", "series", "of TMDB, counted apart"],
  ["Doubtful", "doubtful", "could be one of several: none is used"],
  ["Unknown", "unknown", "nothing at TMDB comes near"],
  ["Left out", "leftOut", "none, said overrides.csv"],
  ["Not at TMDB", "absent", "overrides.csv names a page that TMDB does not have"],
  ["Unanswered", "unanswered", whyUnanswered(site)],
];

export function whyUnanswered({ settings }: Site): string {
  if (settings.offline) return "OFFLINE=1 was set, so TMDB was not asked";
  return settings.tmdb.token
    ? "TMDB was asked and failed: the log of the build says how"
    : "no TMDB_API_TOKEN was set, so TMDB was not asked";
}

/** The text above the list of each kind of doubt. */
export const doubtWords: Record<Doubt, { name: string; meaning: string }> = {
  absent: {
    name: "Not at TMDB",
    meaning: "overrides.csv names a page that TMDB does not have. Correct the row, or take it out.",
  },
  doubtful: { name: "Doubtful", meaning: "Not used. The nearest come first." },
  guessed: { name: "Guessed", meaning: "Used, though another could be meant as well." },
  unknown: {
    name: "Unknown",
    meaning:
      "The line says for good that TMDB has no such film; without it TMDB is asked again now and then.",
  },
  unsure: {
    name: "Not quite sure",
    meaning: "Used. The line of what was taken confirms it.",
  },
};

/** The text for a site that did not ask TMDB; otherwise empty. */
export function notAsked({ library, settings, href }: Site): RichText {
  const { films } = library;
  if (films.length === 0 || countAsked(films) > 0) return [];
  const start = "TMDB has not been asked yet: ";
  return settings.offline
    ? [`${start}OFFLINE=1 was set.`]
    : [start, { text: "how to ask it", href: `${href("/about/")}#coverage` }, "."];
}

/** What the owner can do with a line that answers a question. */
export const howToDecide = ({ library, settings }: Site): RichText => [
  "Copy the line of the right one into ",
  { code: shownOverridesFile(library.kind === "sample" ? "data" : settings.dataDir) },
  " and build again; that asks TMDB once or twice. A new file begins with ",
  { code: OVERRIDE_HEADER },
  ". Where no line is right, put the address of the page at TMDB after the last comma, or ",
  { code: "none" },
  ".",
];

/** Why a film is in doubt, and how certain its match is, if it has one. */
export function reasonOf({ format }: Site, { match, doubt }: Question): RichText {
  const of = doubt === "doubtful" ? "Confidence in the first" : "Confidence";
  const hasMatch = doubt !== "unknown" && doubt !== "absent";
  return sentences(match.reason, hasMatch && `${of}: ${format.percent(match.confidence)}.`);
}
