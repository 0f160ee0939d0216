import type { Site } from "../site.ts";
import type { RichText } from "./richText.ts";

/** What the page of all people from A to Z says, given how many there are. */
export function registerWords({ format, href }: Site, people: number) {
  const title = "Directors from A to Z";
  const count = format.count(people, "director");
  const kicker: RichText = [
    "By the last word of a name, with the films you have seen. ",
    { text: "By films and ratings", href: href("/directors/") },
  ];
  return {
    title,
    description: `${count} of the films seen, in the order of the alphabet.`,
    heading: people > 0 ? `${count}, from A to Z` : title,
    kicker: people > 0 ? kicker : null,
  };
}
