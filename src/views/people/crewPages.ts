import type { Library } from "../../library/library.ts";
import { crewRoles, type Role, roles } from "../../roles.ts";
import type { Site } from "../../site.ts";
import { byFilms, rankingRows } from "../../stats/ranking.ts";
import { crewWords } from "../../words/crew.ts";
import { metadataNotice } from "../../words/metadataNotice.ts";
import { capital, link, type RichText, withCommas } from "../../words/richText.ts";
import type { BlockPage } from "../block.ts";
import type { SectionPage } from "../section.ts";
import { crewFolder, crewRolesWithPage, rolePath, seenTwice } from "./rolePeople.ts";
import { roleRanking } from "./roleRanking.ts";

/** The names of each role on the page of all roles. */
const listed = 5;

const path = `/${crewFolder}/`;
const name = "Crew";

/** The page of all roles of the crew, and the rankings below it. */
export const crewPages = (site: Site): SectionPage[] => [
  { path, view: () => crewPage(site) },
  ...crewRolesWithPage(site.library).flatMap((role) => roleRanking(site, role, [[path, name]])),
];

/** The people with two films or more in one of the roles. */
export const countCrew = ({ people }: Library): number =>
  people.filter(({ credits }) => crewRoles.some((role) => credits[role].length > 1)).length;

function crewPage(site: Site): BlockPage {
  const { library } = site;
  const own = new Set(crewRolesWithPage(library));
  const facts = crewRoles.flatMap((role) => {
    const value = namesOf(site, role, own.has(role));
    return value.length > 0
      ? [
          {
            label: [
              link(capital(roles[role].many), own.has(role) ? site.href(rolePath(role)) : null),
            ],
            value,
          },
        ]
      : [];
  });
  return {
    ...crewWords(site, { people: countCrew(library), roles: facts.length }),
    title: name,
    above: [],
    figures: [],
    notice: metadataNotice(site, name),
    blocks:
      facts.length > 0 ? [{ id: "roles", title: "By role", shown: [{ as: "facts", facts }] }] : [],
  };
}

/** The first names of a role, or all of them if they have no page. */
function namesOf({ library, format, href }: Site, role: Role, hasPage: boolean): RichText {
  const rows = rankingRows(seenTwice(library, role), ({ credits }) => credits[role]).sort(byFilms);
  const shown = (hasPage ? rows.slice(0, listed) : rows).map(
    ({ subject, films }): RichText => [
      link(subject.name, subject.path && href(subject.path)),
      "\u00a0",
      { small: format.integer(films) },
    ],
  );
  const way = { text: `all ${format.integer(rows.length)}`, href: href(rolePath(role)) };
  return withCommas([...shown, ...(hasPage ? [way] : [])]);
}
