import type { Role } from "../../../roles.ts";
import type { Site } from "../../../site.ts";
import { againstAll } from "../../../stats/againstAll.ts";
import type { PersonFacts } from "../../../stats/personFacts.ts";
import { personRule } from "../../../stats/ranking.ts";
import { againstAllInWords } from "../../../words/person.ts";
import type { Figure } from "../../block.ts";
import { hoursFigure, seenFigure, viewingFigure } from "../../figures.ts";

/** The figures at the top of a person's page. A film counts once, whatever they did in it. */
export const personFigures = (site: Site, facts: PersonFacts): Figure[] => [
  ...filmsFigures(site, facts),
  ...viewingFigure(facts.viewings, site.format),
  ...meanFigure(site, facts),
  ...hoursFigure(facts.films, site.format),
];

const careerLabels: Partial<Record<Role, string>> = {
  director: "Films directed",
  actor: "Films acted in",
};

/** All films, and how many there are to see where TMDB's list is known. */
function filmsFigures({ format }: Site, { films, careers }: PersonFacts): Figure[] {
  const isCovered = careers.some(({ seen }) => seen === films.length);
  return [
    ...(isCovered ? [] : [{ label: "Films", value: format.integer(films.length) }]),
    ...careers.map((career) =>
      seenFigure(careerLabels[career.role] ?? "Films", career, career.seen, format),
    ),
  ];
}

function meanFigure(site: Site, { films }: PersonFacts): Figure[] {
  const compared = againstAll(films, site.library.films, personRule.minimum);
  return compared
    ? [
        {
          label: "Average rating",
          value: site.format.average(compared.mean),
          note: againstAllInWords(site, compared),
        },
      ]
    : [];
}
