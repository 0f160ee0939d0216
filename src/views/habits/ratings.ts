import type { Site } from "../../site.ts";
import { countFilms } from "../../stats/counts.ts";
import { filledSteps } from "../../stats/steps.ts";
import type { Section, SectionPage } from "../section.ts";
import { driftPage, hasDrift } from "./ratings/drift.ts";
import { ratingsPage } from "./ratings/overview.ts";
import { stepPages } from "./ratings/step.ts";
import { hasVoters, votersPage } from "./ratings/voters.ts";

/** How somebody rates: all ratings, the films of each rating, TMDB's voters, ratings that changed. */
export const ratings: Section = {
  folder: "ratings",
  name: "Ratings",
  part: "Films",
  count: ({ library }) => countFilms(library.films).rated,
  pages,
};

function pages(site: Site): SectionPage[] {
  const steps = filledSteps(site.library.films);
  if (steps.length === 0) return [];
  return [
    { path: "/ratings/", view: () => ratingsPage(site) },
    ...(hasVoters(site) ? [{ path: "/ratings/voters/", view: () => votersPage(site) }] : []),
    ...(hasDrift(site) ? [{ path: "/ratings/drift/", view: () => driftPage(site) }] : []),
    ...steps.flatMap((step) => stepPages(site, step, steps)),
  ];
}
