import { allKinds, kindOf } from "../../src/library/kinds.ts";
import { allRoles, jobsOf } from "../../src/roles.ts";
import { rolePath } from "../../src/views/people/rolePeople.ts";

/** The page with its two tables replaced, between the marks around each. */
export const withTables = (page: string): string =>
  between(between(page, "kinds", kindsTable()), "roles", rolesTable());

function between(page: string, name: string, table: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${start} and ${end} are not in the page.`);
  return `${page.slice(0, from)}${start}\n${table}\n${page.slice(to)}`;
}

const kindsTable = (): string =>
  markdownTable(
    [
      "kind",
      "ranking",
      "page of a member",
      "a page from",
      "blocks of a member",
      "blocks of the ranking",
    ],
    allKinds
      .map(kindOf)
      .map(({ many, folder, pageFrom, memberBlocks, rankingBlocks }) =>
        Number.isFinite(pageFrom)
          ? [
              many,
              `\`/${folder}/\``,
              `\`/${folder}/{name}/\``,
              films(pageFrom),
              memberBlocks.join(", "),
              [...rankingBlocks, "table"].join(", "),
            ]
          : [many, "none", "none", "", "", ""],
      ),
  );

const rolesTable = (): string =>
  markdownTable(
    ["role", "ranking", "a page from", "TMDB's jobs"],
    allRoles.map(({ role, many, pageFrom }) => [
      many,
      `\`${rolePath(role)}\``,
      Number.isFinite(pageFrom) ? films(pageFrom) : "none",
      jobsOf(role).join(", ") || "the cast, billing below 15",
    ]),
  );

const films = (count: number): string => (count === 1 ? "1 film" : `${count} films`);

const markdownTable = (head: string[], rows: string[][]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
