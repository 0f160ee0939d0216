import type { Film } from "../library/film.ts";
import type { Site } from "../site.ts";
import { changeSinceLogged, ratedViewings, rewatchDrift } from "../stats/drift.ts";
import { type Match, pageOf } from "../tmdb/metadata.ts";
import { phrase, type RichText, sentences } from "./richText.ts";

/** The film with its year, because two films may have the same title. */
export const filmTitle = ({ name, year }: Film): string =>
  year === null ? name : `${name} (${year})`;

/** "Rated ★★★★, liked. Seen 2 times, last on 4 May 2024." */
export function ratedAndSeen({ format }: Site, film: Film): RichText {
  const { rating, liked, viewings, looseReviews } = film;
  const rated = phrase(
    rating === null ? "Not rated" : ["Rated ", { stars: rating }],
    liked && ", liked",
    ".",
  );
  const last = viewings.at(-1);
  if (last) {
    const times = viewings.length > 1 ? ` ${viewings.length} times, last` : "";
    return sentences(rated, [`Seen${times} ${format.on} `, { day: last.date }, "."]);
  }
  const reviewed = looseReviews
    .flatMap(({ watched }) => watched ?? [])
    .sort()
    .at(-1);
  return sentences(
    rated,
    reviewed
      ? [`Seen ${format.on} `, { day: reviewed }, ", which is not in the diary."]
      : "Seen on a day that is not known.",
  );
}

/**
 * Where the rating is from, if not from ratings.csv, and how it changed. Empty if there is nothing to
 * say.
 */
export function ratingReason({ format }: Site, film: Film): RichText {
  const last = ratedViewings(film).at(-1);
  const rewatched = rewatchDrift(film);
  const since = changeSinceLogged(film);
  return sentences(
    since &&
      since.change !== 0 &&
      last && [
        { stars: since.to },
        " now, ",
        { stars: since.from },
        ` in the diary ${format.on} `,
        { day: last.date },
        ".",
      ],
    film.ratingFrom === "viewing" &&
      last && ["The rating is from the diary, ", { day: last.date }, "."],
    film.ratingFrom === "review" && "The rating is from a review.",
    rewatched &&
      rewatched.change !== 0 && [
        { stars: rewatched.from },
        " at the first rated viewing, ",
        { stars: rewatched.to },
        " at the last.",
      ],
  );
}

/** The certainty above which a match is called certain. */
const certain = 0.995;

/** Links to the film on Letterboxd and TMDB, and how certain the match is. */
export const sources = (site: Site, film: Film): RichText =>
  sentences(
    film.uri && [{ text: "On Letterboxd", href: film.uri }, "."],
    film.match ? atTmdb(site, film, film.match) : "TMDB has not been asked about this film.",
  );

function atTmdb({ format, href }: Site, film: Film, match: Match): RichText {
  const { reason, confidence } = match;
  if (match.type === "none") {
    const isOpen = !match.overridden || match.absent;
    return sentences(
      `${reason.startsWith("TMDB") ? "" : "TMDB: "}${reason}`,
      isOpen && {
        text: match.absent ? "What to do" : "What it could be",
        href: href("/about/matching/"),
      },
    );
  }
  const name = pageOf(match);
  if (!film.details && !film.series) {
    return [`Taken for ${name} at TMDB, which has given no data for it. ${reason}`];
  }
  return sentences(
    ["On TMDB: ", { text: name, href: `https://www.themoviedb.org/${name}` }, "."],
    reason,
    confidence < certain &&
      `This is the right film with a certainty of ${format.percent(confidence)}.`,
  );
}
