import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Outcome, runScript, stackPattern } from "../support/command.ts";
import { fingerprint, keepFirstFilms, listFiles, newOwner, type Owner } from "../support/owner.ts";
import {
  type Fault,
  type FaultChooser,
  startTmdbServer,
  type TmdbServer,
} from "../tmdbServer/server.ts";

const base64url = (text: string) => Buffer.from(text).toString("base64url");

/** As TMDB gives them out. The v4 token ends in signs that an address must encode. */
const tokens = {
  "v3 key": "c0ffee5ec2e7c0ffee5ec2e7c0ffee42",
  "v4 token": `eyJhbGciOiJIUzI1NiJ9.${base64url('{"aud":"c0ffee5ec2e7","scopes":["api_read"]}')}.x7Qz+/S3cr3t=`,
};

let server: TmdbServer;
const owners: Owner[] = [];

beforeAll(async () => {
  server = await startTmdbServer({ tokens: Object.values(tokens) });
});

afterEach(() => {
  server.fault = null;
});

afterAll(async () => {
  for (const owner of owners) owner.remove();
  await server.close();
});

/** Somebody with eight films: one more without data than a build allows, and some. */
function newcomer(token: string): Owner {
  const owner = newOwner(server, { TMDB_API_TOKEN: token });
  owners.push(owner);
  keepFirstFilms(owner.dataDir, 8);
  return owner;
}

/** The token in every form in which somebody could read it. */
function formsOf(token: string): string[] {
  const forms = [token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)];
  return [...new Set([...forms, Buffer.from(token).toString("base64"), base64url(token)])];
}

function expectNothingSaid({ stdout, stderr }: Outcome, token: string): void {
  for (const form of formsOf(token)) expect(stdout + stderr).not.toContain(form);
}

/** Looks into every file, the database and its log among them. */
function expectNothingWritten(owner: Owner, token: string): void {
  for (const folder of [owner.out, owner.cacheDir]) {
    const files = listFiles(folder);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const bytes = readFileSync(join(folder, file));
      for (const form of formsOf(token)) expect(bytes.includes(form), file).toBe(false);
    }
  }
}

/** An answer that holds what it was asked with, as proxies on the way may give it. */
function repeating(status: number): Fault {
  const said = Object.values(tokens).map(
    (token) => `GET /3/movie/1?api_key=${encodeURIComponent(token)} Authorization: Bearer ${token}`,
  );
  return { status, body: JSON.stringify({ status_code: 7, status_message: said.join(", ") }) };
}

/** Refuses each kind of token from its sixth request on. */
function refuseInTheMiddle(): FaultChooser {
  const counts = { key: 0, token: 0 };
  return ({ query }) =>
    ++counts[query.has("api_key") ? "key" : "token"] > 5 ? repeating(401) : undefined;
}

const redirect: Fault = {
  status: 302,
  headers: { location: `/login?api_key=${tokens["v3 key"]}` },
};

describe.each(Object.entries(tokens))("a %s", (_, token) => {
  test("is in no file of a site or a cache, and in nothing that is said", async () => {
    const owner = newcomer(token);
    const outcome = await owner.build();
    expect(outcome).toMatchObject({ code: 0 });
    expect(owner.json("data/summary.json")).toMatchObject({ films: { seen: 8, matched: 8 } });
    expectNothingSaid(outcome, token);
    expectNothingWritten(owner, token);

    for (const [script, args] of [
      ["enrich", ["--refresh", "--prune"]],
      ["doctor", []],
      ["doctor", ["--json"]],
      ["checkSite", [owner.out]],
    ] as const) {
      const said = await runScript(script, { args: [...args], env: owner.env });
      expect(said).toMatchObject({ code: 0 });
      expectNothingSaid(said, token);
    }
    expectNothingWritten(owner, token);
  });

  test("that TMDB does not know is not said either", async () => {
    const wrong = token.replace("c0ffee", "decaff").replace("S3cr3t", "0ther");
    const owner = newcomer(wrong);
    const outcome = await runScript("enrich", { env: owner.env });
    expect(outcome).toMatchObject({ code: 1 });
    expect(outcome.stderr).toContain("Check TMDB_API_TOKEN");
    expectNothingSaid(outcome, wrong);
  });
});

describe("the last site stays, and nothing says or holds the token, when TMDB answers with", () => {
  let sites: { owner: Owner; token: string; good: string }[] = [];

  beforeAll(async () => {
    sites = await Promise.all(
      Object.values(tokens).map(async (token) => {
        const owner = newcomer(token);
        expect(await owner.build({ TMDB_API_TOKEN: "" })).toMatchObject({ code: 0 });
        return { owner, token, good: fingerprint(owner.out) };
      }),
    );
  });

  test.each<[string, FaultChooser, RegExp[]]>([
    ["401 at the start", () => repeating(401), [/TMDB refuses the token/]],
    ["401 in the middle", refuseInTheMiddle(), [/TMDB refuses the token/]],
    ["422", () => repeating(422), [/no data for 8 films/, /answered 422 \(GET .*\[token\]/]],
    ["a redirect", () => redirect, [/no data for 8 films/, /answered 302/]],
    ["a reset", () => "reset", [/no data for 8 films/, /ECONNRESET/]],
  ])("%s", async (name, fault, messages) => {
    server.fault = fault;
    await Promise.all(
      sites.map(async ({ owner, token, good }) => {
        const cacheDir = join(owner.cacheDir, name);
        const outcome = await owner.build({ CACHE_DIR: cacheDir });
        expect(outcome).toMatchObject({ code: 1, stdout: "" });
        for (const message of messages) expect(outcome.stderr).toMatch(message);
        expect(outcome.stderr).not.toMatch(stackPattern);
        expectNothingSaid(outcome, token);
        expect(fingerprint(owner.out)).toBe(good);
        expectNothingWritten(owner, token);
      }),
    );
  });
});

test("a token with a sign that none has is an error that does not repeat it", async () => {
  const owner = newcomer("eyJhbGciOiJIUzI1NiJ9 secret");
  const outcome = await owner.build();
  expect(outcome).toMatchObject({ code: 1, stdout: "" });
  expect(outcome.stderr).toContain(
    "TMDB_API_TOKEN contains characters that are not allowed in a token.",
  );
  expect(outcome.stderr).not.toContain("secret");
});
