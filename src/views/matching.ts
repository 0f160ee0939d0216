import type { Site } from "../site.ts";
import {
  type Answer,
  countMatching,
  type Question,
  questions,
  sharedPages,
} from "../stats/matching.ts";
import { describeCandidate, pageOf } from "../tmdb/metadata.ts";
import * as words from "../words/matching.ts";
import { phrase } from "../words/richText.ts";

/** Astro's description of one page of several. */
interface PageOf<Row> {
  data: Row[];
  currentPage: number;
  lastPage: number;
  total: number;
}

export const allQuestions = ({ library }: Site): Question[] => questions(library.films);

/** What one page of open matches shows. Only the first has the figures. */
export function matching(site: Site, page: PageOf<Question>) {
  const isFirst = page.currentPage === 1;
  return {
    title: isFirst ? "Matching" : `Matching, page ${page.currentPage}`,
    notAsked: words.notAsked(site),
    counts: isFirst ? counts(site, page.total) : null,
    shared: isFirst ? shared(site) : [],
    howToDecide: page.total > 0 ? words.howToDecide(site) : null,
    isSample: site.library.kind === "sample",
    groups: groups(site, page.data),
    pages: pageLinks(site, page),
  };
}

function counts(site: Site, open: number) {
  const { library, format } = site;
  const { films } = library;
  const tally = countMatching(films);
  const row = (name: string, count: number, meaning: string) => ({
    name,
    count: format.integer(count),
    meaning,
  });
  const remarks: [string, number, string][] = [
    ["Guessed", tally.guessed, "one of several is used"],
    ["Not quite sure", tally.unsure, "right nearly always"],
    [
      "One at TMDB",
      sharedPages(films).flat().length,
      "another entry of the export is the same there",
    ],
    ["Decided", tally.overridden, "by overrides.csv, whatever it is"],
  ];
  return {
    kinds: words
      .matchKinds(site)
      .filter(([, key]) => key === "films" || tally[key] > 0)
      .map(([name, key, meaning]) => row(name, tally[key], meaning)),
    seen: format.integer(films.length),
    remarks: remarks.filter(([, count]) => count > 0).map((remark) => row(...remark)),
    nothingOpen: open === 0 && tally.unanswered === 0 ? "Nothing is open." : null,
    unanswered:
      tally.unanswered > 0
        ? `${format.count(tally.unanswered, "film")} without an answer: ${words.whyUnanswered(site)}.`
        : null,
  };
}

/** Entries of the export that have one film at TMDB: a line for each of its films. */
const shared = ({ library, href }: Site) =>
  sharedPages(library.films).map((films) =>
    films.flatMap(({ name, year, path }, i) =>
      phrase(i > 0 && " and ", { text: name, href: href(path) }, " ", {
        small: `${year ?? "no year"}`,
      }),
    ),
  );

/** The questions of one page, by the kind of doubt. */
function groups(site: Site, open: Question[]) {
  const { library, format } = site;
  const tally = countMatching(library.films);
  return [...Map.groupBy(open, ({ doubt }) => doubt)].map(([doubt, own]) => ({
    id: doubt,
    ...words.doubtWords[doubt],
    count: format.count(tally[doubt], "film"),
    questions: own.map((question) => shownQuestion(site, question)),
  }));
}

export type ShownQuestion = ReturnType<typeof shownQuestion>;

function shownQuestion(site: Site, question: Question) {
  const { name, year, path } = question.film;
  const search = `https://www.themoviedb.org/search?${new URLSearchParams({ query: name })}`;
  return {
    name,
    year: `${year ?? "no year"}`,
    href: site.href(path),
    reason: words.reasonOf(site, question),
    answers: question.answers.map((answer) => shownAnswer(answer, search)),
  };
}

function shownAnswer({ candidate, isTaken, line }: Answer, search: string) {
  const said = candidate
    ? [
        {
          text: describeCandidate(candidate),
          href: `https://www.themoviedb.org/${pageOf(candidate)}`,
        },
      ]
    : ["Nothing at TMDB (", { text: "search there", href: search }, ")"];
  // A line may break between its fields, but not inside the id at its end.
  const fields = line.split(/(?<=,)/);
  return {
    said: phrase(isTaken && "Taken: ", said),
    fields: fields.slice(0, -1),
    lastField: fields.at(-1),
  };
}

/** Links to all pages of open matches; empty if there is only one. */
function pageLinks({ href }: Site, { currentPage, lastPage }: PageOf<Question>) {
  if (lastPage < 2) return [];
  return Array.from({ length: lastPage }, (_, i) => {
    const number = i + 1;
    const isThis = number === currentPage;
    return {
      text: isThis ? `Page ${number}, this one` : `Page ${number}`,
      href: href(number === 1 ? "/about/matching/" : `/about/matching/${number}/`),
      isThis,
    };
  });
}
