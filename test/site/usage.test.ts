import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runScript, stackPattern } from "../support/command.ts";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
};
/** `npm test` hands its arguments on to vitest. */
const commands = Object.entries(scripts).filter(([command]) => command !== "test");

test.each([
  [["enrich"], "There is no part enrich, but reading and enriching and building."],
  [["enriching", "--films", "x"], "--films x is not a whole number above 0."],
])("the bench measures nothing for %j", async (args, message) => {
  const { code, stdout, stderr } = await runScript("tools/bench", { args });
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toBe(
    `\n${message}\nnpm run bench -- [reading] [enriching] [building] [--export FOLDER] [--films N] [--records FILE]\n`,
  );
});

test.each(commands)("npm run %s tells its usage and its options", async (command, script) => {
  const name = script.split(" ").at(-1) ?? "";
  const asked = await runScript(name, { args: ["--help"] });
  expect(asked, asked.stderr).toMatchObject({ code: 0, stderr: "" });
  expect(asked.stdout).toMatch(new RegExp(`^npm run ${command}\\b.*\n\n[A-Z]`));

  const { code, stdout, stderr } = await runScript(name, { args: ["--no-such-option"] });
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).not.toMatch(stackPattern);
  const [, known = ""] =
    /There is no option --no-such-option\. The options are: (.+)\.\n/.exec(stderr) ?? [];
  expect(known).toContain("--help");
  for (const option of known.split(", ").filter((one) => one !== "--help")) {
    expect(asked.stdout).toMatch(new RegExp(`^ {2}.*${option}\\b.* \\S`, "m"));
  }
});
