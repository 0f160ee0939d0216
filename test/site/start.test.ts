import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

let project: string;

// A project of its own: what starts commands, one of them, and no node_modules.
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "film-ledger-start-"));
  for (const folder of ["scripts", "src"]) mkdirSync(join(project, folder));
  for (const file of ["scripts/start.mjs", "src/siteConfig.ts", "src/problem.ts"]) {
    copyFileSync(file, join(project, file));
  }
  const command = "const argv: string[] = process.argv;\nconsole.log(JSON.stringify(argv));\n";
  writeFileSync(join(project, "scripts/tell.ts"), command);
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
  writeFileSync(join(project, "site.config.ts"), "export default {};\n");
});
afterEach(() => rmSync(project, { recursive: true }));

function install() {
  mkdirSync(join(project, "node_modules/astro"), { recursive: true });
  writeFileSync(join(project, "node_modules/astro/package.json"), "{}");
}

function start(args: string[], nodeOptions: string[] = []) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...nodeOptions, "scripts/start.mjs", ...args],
    { cwd: project, encoding: "utf8" },
  );
  return { code: status, stdout, stderr };
}

describe("npm run", () => {
  test("says to install first where nothing is installed", () => {
    expect(start(["scripts/tell"])).toEqual({ code: 1, stdout: "", stderr: "Run npm ci first.\n" });
  });

  test("says so where Node cannot read TypeScript", () => {
    install();
    const { code, stdout, stderr } = start(["scripts/tell"], ["--no-experimental-strip-types"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^Node [\d.]+ is too old\. Run npm ci, .+ npm run\.\n$/);
  });

  test("gives a command its arguments as if it had been started itself", () => {
    install();
    const { code, stdout } = start(["scripts/tell", "--port", "4000"]);
    expect(code).toBe(0);
    const [, script, ...args] = JSON.parse(stdout);
    expect(script).toMatch(/scripts\/tell\.ts$/);
    expect(args).toEqual(["--port", "4000"]);
  });

  test("names the line of site.config.ts that cannot be read", () => {
    install();
    writeFileSync(
      join(project, "site.config.ts"),
      'export default {\n  title: "Anna"\n  locale: "de-DE",\n};\n',
    );
    const { code, stderr } = start(["scripts/tell"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^site\.config\.ts, line 3, cannot be read: .*','/);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test.each([
    ["export default {\n  title: Anna,\n};\n", /^site\.config\.ts, line 2, .*Anna is not defined/],
    [null, /^site\.config\.ts cannot be read: ENOENT/],
  ])("says what is wrong with a site.config.ts of %j", (text, message) => {
    install();
    if (text === null) rmSync(join(project, "site.config.ts"));
    else writeFileSync(join(project, "site.config.ts"), text);
    const { code, stderr } = start(["scripts/tell"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test("starts every command of package.json that way", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    for (const script of Object.values<string>(scripts)) {
      const [, name] = /^node scripts\/start\.mjs ((?:scripts|tools)\/\w+)$/.exec(script) ?? [];
      expect(readFileSync(`${name}.ts`, "utf8"), script).toContain("import");
    }
  });
});
