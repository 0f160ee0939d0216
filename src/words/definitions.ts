import type { Site } from "../site.ts";
import { bulkDays } from "../stats/bulkDays.ts";
import { crowdVotes } from "../stats/crowd.ts";
import { enoughForShare } from "../stats/directedByWomen.ts";
import { enoughRatings } from "../stats/finding.ts";
import { groupRule, personRule } from "../stats/ranking.ts";
import { phrase, type RichText } from "./richText.ts";

/** The meaning of a word or a figure of the site. */
export interface Definition {
  term: string;
  /** The anchor that other pages link to. */
  id?: string;
  meaning: string | RichText;
}

/** What the figures mean. Without exact dates, definitions that need days are left out. */
export const definitions = (site: Site): Definition[] => [
  ...films(site),
  ...comparisons(site),
  ...(site.library.exactDates ? days(site) : withoutDays),
  ...facts(site),
];

function films({ library: { exactDates } }: Site): Definition[] {
  return [
    {
      term: "Film",
      meaning: "One film address on Letterboxd. Two films of one name and year are two films.",
    },
    {
      term: "Seen",
      meaning:
        "In the watched, ratings, diary or reviews file. A like or a place on the watchlist is not a viewing.",
    },
    {
      term: "Viewing",
      meaning:
        "One diary entry with its day of watching, which is at most one day after the site was built. An entry that the files hold twice counts once. A film that was only marked as watched has no date: it counts among the films and in no timeline, streak or month.",
    },
    {
      term: "As of",
      meaning:
        "The newest day of the export, of watching or of logging, that is at most one day after the site was built. The current streak and “so far” end there. The one day is for places where it is tomorrow already.",
    },
    {
      term: "Rewatch",
      meaning: `A viewing flagged as one, or one with an earlier viewing of the same film. All others are first watches.${exactDates ? "" : " Of several viewings in a film’s first month, one without the flag counts as the first watch."}`,
    },
    {
      term: "Rating",
      meaning: `Of a film: its current rating, else that of its latest rated viewing, else of its latest rated review.${exactDates ? "" : " Where the latest month has several, it is their mean, rounded to half a star."} Of a viewing: the rating given then. Averages are over films unless they say viewings.`,
    },
    {
      term: "Spread",
      id: "spread",
      meaning: `The standard deviation of ratings: about two thirds of them are within it on either side of their mean. It needs ${enoughRatings} ratings.`,
    },
    {
      term: "Drift",
      id: "drift",
      meaning:
        "How a rating moved: from a film’s first rated viewing to its last, or from that last one to the rating the film has now.",
    },
  ];
}

function comparisons({ library: { exactDates, history } }: Site): Definition[] {
  const n = { variable: "n" };
  return [
    {
      term: "TMDB voters",
      id: "voters",
      meaning: `Your rating less half of TMDB’s average, which goes to ten; over films you rated that have ${crowdVotes} votes or more there. A genre needs five, a director ${personRule.minimum}. Far above or below is a star or more.`,
    },
    {
      term: "Agreement",
      id: "agreement",
      meaning:
        "Pearson’s correlation of your ratings and the voters’, over the same films: 1 if both always rise together, 0 if neither tells anything of the other. From 0.7 on it is called close, from 0.5 fairly close, from 0.3 loose.",
    },
    {
      term: "Then and now",
      id: "halves",
      meaning: `Ratings given at viewings, in the earlier and the later half of the rated diary${exactDates ? "; filled-in days are left out" : ""}. A genre needs ten in each half.`,
    },
    {
      term: "Order by rating",
      id: "order",
      meaning: phrase(
        [
          "By (sum of ratings + ",
          n,
          " × mean of all films) ÷ (rated films + ",
          n,
          "), with an ",
          n,
        ],
        ` of ${personRule.weight} for people and ${groupRule.weight} for all else, so that a few good films do not beat many. Bars and the column “Weighted” show this; a mean beside them is the plain one. People need ${personRule.minimum} rated films, all else ${groupRule.minimum}.`,
      ),
    },
    {
      term: "What is named",
      meaning: `A heading names what there is most of where it is three or more, of five or more in all, ahead by more than one or by 5%, and at most three share the place. A mean stands in a heading or on a picture from ${enoughRatings} ratings on, a director’s in words from ${personRule.minimum}. One mean is called higher than another where a tenth of a star and two standard errors lie between them: less may be chance.`,
    },
    {
      term: "Rank of a year",
      id: "rank",
      meaning:
        "By viewings, among the genres with the most viewings of the years shown. A film counts in each of its genres; equal numbers keep the order of the whole time. Years with fewer than thirty viewings are not ranked.",
    },
    {
      term: "Pace",
      id: "pace",
      meaning: exactDates
        ? "A goal is a number of viewings in a year. An even pace is the goal times the days of the year that have passed, by the number of its days. “At the pace so far” is the year’s viewings by the days passed, times the days of the year."
        : "A goal is a number of viewings in a year. An even pace is the goal times the days of the whole months that have passed, by the number of days in the year. “At the pace so far” is the viewings of these months by their days, times the days of the year.",
    },
    ...(history.length > 1 ? [sinceLast] : []),
    {
      term: "Liked",
      meaning: "Seen, and among the liked films. The export does not tie a like to a viewing.",
    },
    {
      term: "Loved",
      id: "loved",
      meaning: `Rated four and a half stars or five. A loved film is not seen for long if its last viewing is a year ago or more. Films that are not in the diary are left out${exactDates ? ", and so are filled-in days" : ""}.`,
    },
    {
      term: "Interval",
      id: "interval",
      meaning: `${exactDates ? "Days" : "Months"} from one viewing of a film to its next. A film counts once, with its longest or its shortest.${exactDates ? " Filled-in days are left out." : ""}`,
    },
  ];
}

function days({ library, format }: Site): Definition[] {
  const { size } = bulkDays(library.viewings, library.bulkDay);
  const here = size === 1 ? "is one" : `are ${format.integer(size)}`;
  return [
    {
      term: "Streak",
      meaning:
        "Consecutive days with a viewing; in weeks, consecutive weeks from Monday to Sunday with one. The current streak ends on the day this site stands for or the day before.",
    },
    { term: "Gap", meaning: "The days strictly between two days with a viewing." },
    {
      term: "Filled-in day",
      meaning: [
        `A day with ${library.bulkDay} viewings or more${size > 0 ? `; there ${here} here` : ""}. It counts in totals, years and streaks and is left out of weekdays, fullest months and gaps.`,
      ],
    },
    {
      term: "Longest day",
      meaning:
        "The day with the most minutes of films, as far as runtimes are known. Filled-in days are left out.",
    },
    {
      term: "Double bill",
      id: "double-bill",
      meaning:
        "A day with two different films or more. Filled-in days are left out. Two films of a day are a pair if they have a director or a collection in common.",
    },
    {
      term: "Seen when new",
      id: "new",
      meaning:
        "A first watch from TMDB’s first day of release anywhere to seven days later. Filled-in days are left out.",
    },
    {
      term: "Milestone",
      id: "milestone",
      meaning: "The 1st, 50th, 100th and every 250th viewing of the diary.",
    },
    {
      term: "Time to log",
      meaning:
        "Days from the day of watching to that of logging, which Letterboxd dates by New Zealand’s clock: mostly a day ahead in Europe and the Americas. Filled-in days are left out.",
    },
  ];
}

const withoutDays: Definition[] = [
  {
    term: "Days",
    meaning:
      "This site tells months and no days. Nothing on it has an order within a month, and there are no weekdays, streaks, gaps, double bills, milestones or times to log. A day that was filled in afterwards cannot be told from others and counts like them.",
  },
];

function facts({ settings, library }: Site): Definition[] {
  const countries =
    settings.site.countries === "origin"
      ? "countries of origin, or production where none is given"
      : "countries of production, or origin where none is given";
  return [
    {
      term: "Age of a film",
      meaning:
        "The year of its first watch less its year of release. Viewings flagged as rewatches and films without a year are left out.",
    },
    {
      term: "Hours",
      meaning:
        "All runtimes that are known, added up as often as a film was seen, at least once. Nothing is estimated.",
    },
    {
      term: "Countries",
      meaning: `TMDB’s ${countries}. A co-production counts for each.`,
    },
    {
      term: "People",
      meaning:
        "TMDB’s persons, never names: two people of one name stay two. Cast counts down to the fifteenth billing.",
    },
    {
      term: "Seen together",
      meaning:
        "Two people are named on each other’s pages if they worked on two or more of the films seen, in whatever roles. A person’s page names twelve at most.",
    },
    ...(settings.site.womenDirectors ? [womenDirectors] : []),
    {
      term: "Decade, year of release",
      meaning:
        "Letterboxd’s year, which is that of the first showing. A year before 1870, or more than ten years ahead, counts as unknown.",
    },
    ...(settings.publish.tags ? [tag] : []),
    ...(library.canon.length > 0 || settings.publish.lists ? [listSeen] : []),
    ...(settings.publish.watchlist ? [waiting] : []),
    ...(settings.publish.reviews ? [words] : []),
  ];
}

const sinceLast: Definition = {
  term: "Since the last export",
  id: "exports",
  meaning:
    "What an import found that the export imported before it lacks: films by address, else by name and year; viewings by film and day. A rating changed if both exports have one and they differ. An export put into its folder by hand is not compared.",
};

const womenDirectors: Definition = {
  term: "Directed by women",
  meaning: `A film counts if TMDB records one of its directors as female. The share is of the films for which TMDB records the gender of a director. It is shown if these are ${enoughForShare} or more, and at least half of all.`,
};

const tag: Definition = {
  term: "Tag",
  meaning:
    "As written in the diary. Capitals make no second tag: shown is the spelling used most often.",
};

const listSeen: Definition = {
  term: "Seen of a list",
  meaning:
    "Films of the list that are seen, by address for your own lists. For lists of others: by the page at TMDB where the list and the match both have one, otherwise by name and year. Hours left add up the known runtimes of the films not seen. Over time a film counts from its first viewing in the diary.",
};

const waiting: Definition = {
  term: "Watchlist",
  meaning:
    "Films on the watchlist that are not seen. They wait from the day they were added. People whose films are proposed have three rated films or more and a weighted rating that is a tenth of a star or more above the mean of all films.",
};

const words: Definition = {
  term: "Words of a review",
  meaning: "Words by the rules of Unicode, without markup.",
};
