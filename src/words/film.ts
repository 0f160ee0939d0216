import type { Format } from "../format.ts";
import { diaryPath } from "../library/address.ts";
import type { Film } from "../library/film.ts";
import type { Site } from "../site.ts";
import { votersRating } from "../stats/crowd.ts";
import {
  changeSinceLogged,
  type RatingChange,
  ratedViewings,
  rewatchDrift,
} from "../stats/drift.ts";
import { isSeenMost } from "../stats/seenMost.ts";
import { type Match, pageOf } from "../tmdb/metadata.ts";
import { type Part, phrase, type RichText, sentences } from "./richText.ts";

/** The film with its year, because two films may have the same title. */
export const filmTitle = ({ name, year }: Film): string =>
  year === null ? name : `${name} (${year})`;

/** "You saw it 6 times, no film more often, last on 4 May 2024.", with the day as a link to the diary. */
export function whenSeen({ format, library, href }: Site, film: Film): RichText {
  const { viewings, looseReviews } = film;
  const [first, last] = [viewings[0], viewings.at(-1)];
  if (!first || !last) {
    const reviewed = looseReviews
      .flatMap(({ watched }) => watched ?? [])
      .sort()
      .at(-1);
    return reviewed
      ? [`You saw it ${format.on} `, { day: reviewed }, ", which is not in the diary."]
      : ["You saw it on a day that is not known."];
  }
  const day: Part = { day: last.date, href: href(diaryPath(last.date, library)) };
  if (viewings.length === 1) {
    return [`You saw it ${first.rewatch ? "again " : ""}${format.on} `, day, "."];
  }
  const times = format.count(viewings.length, "time");
  const often = first.rewatch ? `before the diary and ${times} since` : times;
  const most = isSeenMost(film, library.films) ? ", no film more often" : "";
  return [`You saw it ${often}${most}, last ${format.on} `, day, "."];
}

/** "You 5, TMDB voters 3.9 (12,034 votes)."; empty for a film with too few votes. */
export function youAndVoters({ format }: Site, film: Film): RichText {
  const voters = votersRating(film);
  if (voters === null || film.details === null) return [];
  const votes = `(${format.count(film.details.voteCount, "vote")})`;
  const you = film.rating === null ? "" : `You ${format.decimal(film.rating)}, `;
  return [`${you}TMDB voters ${format.oneDecimal(voters)} ${votes}.`];
}

/**
 * Where the rating is from, if not from ratings.csv, and how it changed. Empty if there is nothing to
 * say.
 */
export function ratingReason({ format }: Site, film: Film): RichText {
  const last = ratedViewings(film).at(-1);
  return sentences(
    film.ratingFrom === "viewing" &&
      last && ["The rating is from the diary, ", { day: last.date }, "."],
    film.ratingFrom === "review" && "The rating is from a review.",
    howRatingMoved(format, film),
  );
}

/** The change within the diary and since then, in one sentence; empty without a change. */
function howRatingMoved(format: Format, film: Film): RichText {
  const last = ratedViewings(film).at(-1);
  const rewatched = changed(rewatchDrift(film));
  const since = changed(changeSinceLogged(film));
  if (rewatched) {
    return phrase(
      "From ",
      { stars: rewatched.from },
      " at the first rated viewing to ",
      { stars: rewatched.to },
      " at the last",
      since && [", ", { stars: since.to }, " now"],
      ".",
    );
  }
  if (!since || !last) return [];
  const then: RichText = [{ stars: since.from }, ` in the diary ${format.on} `, { day: last.date }];
  return [{ stars: since.to }, " now, ", ...then, "."];
}

const changed = (change: RatingChange | null): RatingChange | null =>
  change && change.change !== 0 ? change : null;

/** The certainty above which a match is called certain. */
const certain = 0.995;

/** Links to the film on Letterboxd and TMDB, and how certain the match is. */
export const sources = (site: Site, film: Film): RichText =>
  sentences(
    film.uri && [{ text: "On Letterboxd", href: film.uri }, "."],
    film.match ? atTmdb(site, film, film.match) : "TMDB has not been asked about this film.",
  );

/** "How it was matched: a film with the same title and year." */
const howMatched = (reason: string): string => `How it was matched: ${reason.replace(/^A /, "a ")}`;

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
    return [`Taken for ${name} at TMDB, which has given no data for it. ${howMatched(reason)}`];
  }
  return sentences(
    ["On TMDB: ", { text: name, href: `https://www.themoviedb.org/${name}` }, "."],
    howMatched(reason),
    confidence < certain &&
      `This is the right film with a certainty of ${format.percent(confidence)}.`,
  );
}
