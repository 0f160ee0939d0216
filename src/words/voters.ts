import type { Site } from "../site.ts";
import { type Crowd, crowdVotes } from "../stats/crowd.ts";
import { phrase, type RichText } from "./richText.ts";

/** The sentences about the owner and TMDB's voters. */

type Known = Pick<Site, "format">;

/** "You rate 0.21 below TMDB voters", if that is more than chance. */
export function votersHeading({ format }: Known, { difference, comparison }: Crowd): string {
  if (comparison === "like") return "You rate as TMDB voters do on average";
  return comparison === "unsure"
    ? "You and TMDB voters"
    : `You rate ${format.average(Math.abs(difference))} ${comparison} TMDB voters`;
}

export const describeVoters = ({ format }: Known, { films, you, voters }: Crowd): string =>
  `Over ${format.count(films, "film")} with ${crowdVotes} votes or more at TMDB, your mean is ${format.average(you)} and that of the voters ${format.average(voters)}.`;

/** From which correlation on two ratings are said to agree so, from the closest down. */
const degrees: [from: number, words: string][] = [
  [0.7, "agree closely"],
  [0.5, "agree fairly closely"],
  [0.3, "agree loosely"],
  [0.1, "hardly agree"],
];

/** How closely two ratings agree: "agree fairly closely". */
const degreeOf = (correlation: number): string =>
  degrees.find(([from]) => correlation >= from)?.[1] ?? "do not agree";

/** "You and they agree fairly closely on which films are better: the correlation over 412 films is 0.55." */
export const agreementSentence = (
  { format, href }: Pick<Site, "format" | "href">,
  correlation: number,
  films: number,
): RichText => [
  `You and they ${degreeOf(correlation)} on which films are better: the `,
  { text: "correlation", href: `${href("/about/")}#agreement` },
  ` over ${format.count(films, "film")} is ${format.change(correlation).replace("+", "")}.`,
];

/** "Over 412 films you rate 3.41 on average, TMDB voters 3.48." */
export const votersSentence = (
  { format, href }: Pick<Site, "format" | "href">,
  { films, you, voters }: Crowd,
): RichText =>
  phrase(
    `Over the ${format.count(films, "film")} that `,
    { text: "you and they have rated", href: `${href("/about/")}#voters` },
    `, your mean is ${format.average(you)} and that of TMDB voters ${format.average(voters)}.`,
  );

/** "voters 3.10, 1,234 votes" */
export const votersNote = ({ format }: Known, voters: number, votes: number): string =>
  `voters ${format.average(voters)}, ${format.count(votes, "vote")}`;

/** How many films are rated near to the voters. */
export const nearNote = ({ format }: Known, near: number, all: number): string =>
  `${format.integer(near)} of ${format.count(all, "film")}`;
