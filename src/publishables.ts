import { shown, unknownName } from "./checkSettings.ts";
import { Problem } from "./problem.ts";

/** What the owner can publish or withhold. */
export const publishables = [
  "reviews",
  "tags",
  "lists",
  "listNotes",
  "watchlist",
  "favourites",
  "name",
  "exactDates",
] as const;
export type Publishable = (typeof publishables)[number];

/** The things that the variable PUBLISH names. */
export function publishList(list: string, where: string, secret?: string): readonly Publishable[] {
  if (list === "all") return publishables;
  if (list === "none") return [];
  const texts = list.split(",").map((text) => text.trim());
  return texts.map((text) => {
    const name = publishables.find((known) => known === text);
    if (name) return name;
    throw new Problem(
      `PUBLISH in ${where} is ${shown(list, secret)}. ${publishListFault(text, secret)}`,
      {
        hint: `It must be all, none, or a list of ${publishables.join(",")}.`,
      },
    );
  });
}

/** Why an entry of the list is invalid. */
function publishListFault(text: string, secret?: string): string {
  if (text === "") return "It has an extra comma.";
  if (text === "all" || text === "none") return `Use the word ${text} on its own.`;
  const known = ["all", "none", ...publishables];
  const words = text.split(/\s+/);
  if (words.length > 1 && words.every((word) => known.includes(word))) {
    return "Put a comma between the names.";
  }
  return unknownName(shown(text, secret).slice(1, -1), known, "There is nothing called");
}
