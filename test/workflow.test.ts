import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Step {
  name?: string;
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string>;
  env?: Record<string, string>;
}

interface Workflow {
  on: {
    push: { branches?: string[]; paths?: string[] } | null;
    schedule?: { cron: string }[];
  };
  permissions: Record<string, string>;
  concurrency: { group: string; "cancel-in-progress": boolean };
  jobs: Record<
    string,
    {
      needs?: string;
      permissions?: Record<string, string>;
      environment?: unknown;
      env?: Record<string, string>;
      steps: Step[];
    }
  >;
}

const texts = {
  publish: readFileSync(".github/workflows/publish.yml", "utf8"),
  test: readFileSync(".github/workflows/test.yml", "utf8"),
};
const publish: Workflow = parse(texts.publish);
const test: Workflow = parse(texts.test);
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);
const build = publish.jobs.build?.steps ?? [];

function position(does: (step: Step) => boolean | undefined): number {
  const found = build.findIndex((step) => does(step));
  expect(found).toBeGreaterThan(-1);
  return found;
}
const running = (command: string) => position(({ run }) => run === command);
const using = (action: string) => position(({ uses }) => uses?.startsWith(`${action}@`));

describe("publish.yml", () => {
  it("stops for private files, restores the cache, asks TMDB, builds, saves, checks and uploads, in this order", () => {
    const order = [
      using("actions/checkout"),
      using("actions/setup-node"),
      running("npm ci"),
      running("npm run check:repository"),
      using("actions/cache/restore"),
      running("npm run enrich"),
      running("npm run build"),
      using("actions/cache/save"),
      running("npm run check:site"),
      using("actions/upload-pages-artifact"),
    ];
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it("saves what was answered and drawn even when asking or building fails, but never an empty cache", () => {
    const condition = build[using("actions/cache/save")]?.if ?? "";
    expect(condition).toContain("always()");
    expect(condition).toContain("hashFiles('cache/**') != ''");
    expect(build.some((step) => "continue-on-error" in step)).toBe(false);
  });

  it("saves under a key of its own run, which later runs find by its beginning", () => {
    const restore = build[using("actions/cache/restore")]?.with ?? {};
    const save = build[using("actions/cache/save")]?.with ?? {};
    expect(save).toEqual({ path: "cache", key: restore.key });
    expect(restore.path).toBe("cache");
    expect(restore.key).toMatch(/run_id.*run_attempt/);
    expect(restore.key?.startsWith(`${restore["restore-keys"]}`)).toBe(true);
  });

  it("hands the token to the two steps that need it and to nothing else", () => {
    const holders = stepsOf(publish).filter((step) => JSON.stringify(step).includes("secrets."));
    expect(holders.map(({ run }) => run)).toEqual(["npm run enrich", "npm run build"]);
    for (const { env } of holders) {
      expect(env?.TMDB_API_TOKEN).toBe("$" + "{{ secrets.TMDB_API_TOKEN }}");
    }
    expect(texts.publish.match(/secrets\./g)).toHaveLength(2);
  });

  it("builds and checks for the address that Pages names", () => {
    const id = build[using("actions/configure-pages")]?.id;
    for (const command of ["npm run build", "npm run check:site"]) {
      expect(build[running(command)]?.env).toMatchObject({
        SITE_URL: `\${{ steps.${id}.outputs.origin }}`,
        BASE_PATH: `\${{ steps.${id}.outputs.base_path }}`,
      });
    }
    expect(using("actions/configure-pages")).toBeLessThan(running("npm run build"));
  });

  it("builds the export, or the sample where a variable of the repository names it", () => {
    expect(publish.jobs.build?.env).toEqual({ DATA_DIR: `\${{ vars.DATA_DIR }}` });
  });

  it("may ask GitHub whether the repository is public before anything of it is read", () => {
    expect(build[running("npm run check:repository")]?.env).toEqual({
      GITHUB_TOKEN: "$" + "{{ github.token }}",
    });
  });

  it("lets only the deploying job write, and only to Pages", () => {
    expect(publish.permissions).toEqual({ contents: "read" });
    expect(publish.jobs.build?.permissions).toEqual({ contents: "read", pages: "read" });
    expect(publish.jobs.deploy?.permissions).toEqual({ pages: "write", "id-token": "write" });
    expect(publish.jobs.deploy).toMatchObject({
      needs: "build",
      environment: { name: "github-pages" },
    });
  });

  it("runs on pushes to main, often enough to keep the cache, by hand, and for no pull request", () => {
    expect(Object.keys(publish.on)).toEqual(["push", "schedule", "workflow_dispatch"]);
    expect(publish.on.push?.branches).toEqual(["main"]);
    const [, step] = /^\d+ \d+ \*\/(\d) \* \*$/.exec(publish.on.schedule?.[0]?.cron ?? "") ?? [];
    expect(Number(step)).toBeLessThan(7);
    expect(publish.concurrency).toEqual({ group: "pages", "cancel-in-progress": false });
  });

  it("watches paths that exist", () => {
    const paths = publish.on.push?.paths ?? [];
    expect(paths).toContain("data/**");
    expect(paths).toContain(".github/workflows/publish.yml");
    expect(paths.filter((path) => !existsSync(path.replace("/**", "")))).toEqual([]);
  });
});

describe("test.yml", () => {
  it("runs what a fresh clone needs, with no secret and no right to write", () => {
    expect(stepsOf(test).filter(({ run }) => run)).toMatchObject([{ run: "bash .ci/run" }]);
    expect(texts.test).not.toContain("secrets.");
    expect(test.permissions).toEqual({ contents: "read" });
    expect(Object.values(test.jobs).every((job) => job.permissions === undefined)).toBe(true);
    expect(Object.keys(test.on)).toEqual(["push", "pull_request"]);
  });
});

describe("both workflows", () => {
  it("pin every action to a commit and name its version", () => {
    const lines = [texts.publish, texts.test].flatMap((text) => text.match(/uses: .*/g) ?? []);
    expect(lines).toHaveLength([publish, test].flatMap(stepsOf).filter(({ uses }) => uses).length);
    for (const line of lines) {
      expect(line).toMatch(/^uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it("pin one action to one commit", () => {
    const pins = [publish, test].flatMap(stepsOf).flatMap(({ uses }) => uses ?? []);
    const actions = pins.map((pin) => pin.split("@")[0]);
    expect(new Set(pins).size).toBe(new Set(actions).size);
  });

  it("leave no token in the checked-out repository", () => {
    const checkouts = [publish, test]
      .flatMap(stepsOf)
      .filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.map((step) => step.with)).toEqual([
      { "persist-credentials": false },
      { "persist-credentials": false },
    ]);
  });

  it("call only scripts that package.json has", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    const commands = [texts.publish, texts.test, readFileSync(".ci/run", "utf8")].join("\n");
    const called = [...commands.matchAll(/npm run ([\w:]+)|npm (test)/g)].map(
      ([, script, test]) => script ?? test,
    );
    expect(called).toEqual(expect.arrayContaining(["enrich", "build", "check:site", "test"]));
    expect(called.filter((script) => !(`${script}` in scripts))).toEqual([]);
  });
});
