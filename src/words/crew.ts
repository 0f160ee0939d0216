import type { Site } from "../site.ts";
import type { RichText } from "./richText.ts";

/** What the page of all roles of the crew says. */
export function crewWords(
  { format }: Site,
  { people, roles }: { people: number; roles: number },
): { heading: RichText; kicker: RichText | undefined; description: string } {
  const count = format.count(people, "person", "people");
  return people === 0
    ? { heading: ["Crew"], kicker: undefined, description: "Who made the films seen, by role." }
    : {
        heading: [`Crew: ${count} with two films or more in one role`],
        kicker: [
          "The five people seen most in each role, or everybody in a small one. Directors and actors have pages of their own.",
        ],
        description: `${count} with two films or more in one of ${format.count(roles, "role")}, from writers to assistant directors.`,
      };
}
