import type { Site } from "../site.ts";
import type { Drift } from "../stats/drift.ts";
import { enumerated, phrase, type RichText } from "./richText.ts";

/** The most films that the sentence names. */
const mostNamed = 3;

/**
 * "On rewatching, 3 films went up, 1 down, 2 stayed: +0.25 on average, furthest Ran (3 to 5)."
 *
 * @param between which two ratings: "On rewatching"
 */
export function driftSentence(
  { format, href }: Pick<Site, "format" | "href">,
  between: string,
  { films, up, down, same, mean, furthest }: Drift,
): RichText {
  if (up + down === 0) return [`${between}, all ${format.count(films, "film")} kept their rating.`];
  const named = furthest.length <= mostNamed ? furthest : [];
  return phrase(
    `${between}, ${format.count(up, "film")} went up, ${format.integer(down)} down, ${format.integer(same)} stayed: ${format.change(mean ?? 0)} on average`,
    named.length > 0 && ", furthest ",
    enumerated(
      named.map(({ film, from, to }) => [
        { text: film.name, href: href(film.path) },
        ` (${format.decimal(from)} to ${format.decimal(to)})`,
      ]),
    ),
    ".",
  );
}
