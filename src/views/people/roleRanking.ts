import type { Person } from "../../library/person.ts";
import { type Role, roles } from "../../roles.ts";
import type { Site } from "../../site.ts";
import { careers } from "../../stats/careers.ts";
import { creditedFilms } from "../../stats/creditedFilms.ts";
import { foremost } from "../../stats/finding.ts";
import { bestRatedOf, byFilms, personRule, rankingRows } from "../../stats/ranking.ts";
import { averageRating } from "../../stats/ratings.ts";
import { metadataNotice } from "../../words/metadataNotice.ts";
import { capital } from "../../words/richText.ts";
import { describeRole, roleHeading, roleKicker, severalTitle } from "../../words/roles.ts";
import { type Block, type BlockPage, blocksOf } from "../block.ts";
import { rankedPages } from "../rankedPages.ts";
import type { SectionPage } from "../section.ts";
import { newcomersBlock, pairsBlock, scatterBlock, singleBlock, womenBlock } from "./roleBlocks.ts";
import { rolePath, seenIn, seenTwice } from "./rolePeople.ts";

/** The rows of a table from which there are links to what is below it. */
const longTable = 30;

/** The pages that rank the people of a role. They list everybody with two films or more. */
export function roleRanking(site: Site, role: Role, above: BlockPage["above"] = []): SectionPage[] {
  const { library } = site;
  const { one, many } = roles[role];
  const filmsOf = ({ credits }: Person) => credits[role];
  const people = seenIn(library, role);
  const overallMean = averageRating(library.films);
  const rows = rankingRows(seenTwice(library, role), filmsOf, {
    rule: personRule,
    overallMean,
  }).sort(byFilms);
  const first = foremost(people, (person) => filmsOf(person).length, { all: library.films.length });
  const best =
    bestRatedOf(rows, { filmsOf, all: library.films, rule: personRule })?.subject ?? null;
  const words = { role, people, several: rows.length, first, best };
  const hasCharts = role === "director" || role === "actor";
  const firstPage = (table: Block | null): BlockPage => {
    const below = blocksOf([
      hasCharts && newcomersBlock(site, role),
      role === "actor" && pairsBlock(site),
      role === "director" && womenBlock(site),
    ]);
    return {
      title: capital(many),
      description: describeRole(site, words),
      above,
      heading: roleHeading(site, words),
      kicker: roleKicker(site, words),
      figures: [],
      ...(rows.length > longTable &&
        below.length > 0 && {
          jumps: {
            label: "Below the table",
            links: below.map(({ id, title: name }) => ({ name, href: `#${id}` })),
          },
        }),
      notice: metadataNotice(site, capital(many)),
      blocks: blocksOf([
        hasCharts && scatterBlock(site, { role, rows, overallMean, lit: [...first, best] }),
        table ?? singleBlock(site, role),
        ...below,
      ]),
    };
  };
  return rankedPages(
    site,
    {
      path: rolePath(role),
      one,
      many,
      above,
      title: severalTitle(site, role, rows.length),
      rows,
      rule: personRule,
      named: best ? [...first, best] : first,
      totals: careersOf(site, role, rows),
    },
    firstPage,
  );
}

/** The number of released films in this role, for everybody whose films TMDB has listed. */
const careersOf = (
  { library }: Site,
  role: Role,
  rows: { subject: Person }[],
): Map<Person, number> =>
  new Map(
    rows.flatMap(({ subject }) => {
      const career = careers(library, subject, creditedFilms(subject)).find(
        (one) => one.role === role,
      );
      return career ? [[subject, career.total] as const] : [];
    }),
  );
