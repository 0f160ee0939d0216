import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Problem } from "./problem.ts";

const NAME = "site.config.ts";

/**
 * The current export of site.config.ts. Its hash is part of the address, because Node would otherwise
 * return the first version for as long as the process lives.
 *
 * @throws Problem if the file is missing or cannot be run
 */
export async function readSiteConfig(root = process.cwd()): Promise<unknown> {
  const url = pathToFileURL(resolve(root, NAME));
  url.search = createHash("sha256").update(read(url)).digest("hex");
  try {
    return (await import(url.href)).default;
  } catch (error) {
    if (error instanceof SyntaxError) throw syntaxProblem(error);
    if (error instanceof Error) throw runProblem(error);
    throw error;
  }
}

function read(url: URL): Buffer {
  try {
    return readFileSync(new URL(url.pathname, url));
  } catch (error) {
    throw new Problem(`${NAME} cannot be read: ${(error as Error).message}.`, {
      hint: `Restore it: git checkout ${NAME}. The shortest valid file is: export default {};`,
    });
  }
}

function syntaxProblem(error: SyntaxError): Problem {
  const [place = "", ...lines] = (error.stack ?? "").split("\n");
  const marked = lines.slice(0, lines.findIndex((line) => line.includes("^")) + 1).join("\n");
  return new Problem(`${at(/:(\d+)$/.exec(place)?.[1])} cannot be read: ${error.message}.`, {
    hint: `${marked}\nIs a comma, quote or bracket missing there or on the line before?`,
  });
}

function runProblem(error: Error): Problem {
  const line = /site\.config\.ts[^:]*:(\d+)/.exec(error.stack ?? "")?.[1];
  return new Problem(`${at(line)} cannot be run: ${error.message}.`, {
    hint: "Is a name misspelt, or a quote missing around a text?",
  });
}

const at = (line: string | undefined): string => (line ? `${NAME}, line ${line},` : NAME);
