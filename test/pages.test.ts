import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";

/** Pages and layouts lay out what a view gives them: more code than this decides something. */
const mostLines = 20;

const files = globSync("src/{pages,layouts}/**/*.{astro,ts}");

/** The code of a page: its front matter, or the whole of a file that is no page of HTML. */
const codeOf = (file: string): string => {
  const text = readFileSync(file, "utf8");
  return file.endsWith(".astro") ? (/^---\n(.*?)^---$/ms.exec(text)?.[1] ?? "") : text;
};

/** Lines that do something: no imports, no types, no comments and no empty lines. */
const linesOf = (code: string): string[] =>
  code
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^import [^;]*;/gm, "")
    .replace(/^(?:export )?interface \w+ \{[\s\S]*?^\}/gm, "")
    .replace(/^(?:export )?type \w+ =[^;]*;/gm, "")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.trim().startsWith("//"));

describe("pages hold routes and markup", () => {
  test("in files that all have an address", () => {
    expect(files).not.toEqual([]);
    expect(files.filter((file) => basename(file).startsWith("_"))).toEqual([]);
  });

  test.each(files)("%s decides nothing", (file) => {
    expect(linesOf(codeOf(file)).length).toBeLessThanOrEqual(mostLines);
  });

  test("whose lines are counted without imports, types, comments and blanks", () => {
    const code = `import { a } from "./a.ts";
import type {
  B,
} from "./b.ts";

// Why.
interface Props {
  a: number;
}

type C = B;

const { a } = Astro.props;
`;
    expect(linesOf(code)).toEqual(["const { a } = Astro.props;"]);
  });
});
