import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runScript, stackPattern } from "../support/command.ts";
import { keepFirstFilms } from "../support/owner.ts";
import { type PageServer, startServer } from "../support/pageServer.ts";
import { copyProject } from "../support/project.ts";
import { layOutSecrets, leaks, privateFiles } from "../support/secrets.ts";

const project = copyProject({ title: "First title" });
const { root } = project;
let preview: PageServer;

beforeAll(async () => {
  mkdirSync(join(root, "data"), { recursive: true });
  copyFileSync("data/sample/watched.csv", join(root, "data/watched.csv"));
  keepFirstFilms(join(root, "data"), 3);
  expect(await runScript("build", { root })).toMatchObject({ code: 0 });
  layOutSecrets(root);
  preview = await startServer("preview", { root, env: {} });
});

afterAll(async () => {
  await preview.stop();
  project.remove();
});

test("the site is served", async () => {
  expect((await preview.get("/")).status).toBe(200);
  expect(JSON.parse((await preview.get("/data/films.json")).body)).toHaveLength(3);
  expect((await preview.get("/favicon.svg")).status).toBe(200);
});

test.each(privateFiles)("%s is not handed out by preview", async (file) => {
  expect((await preview.get(`/${file}`, {})).status).toBe(404);
  expect(await leaks(preview, root, file)).toEqual([]);
});

test("what an owner keeps hidden beside the site is not handed out", async () => {
  mkdirSync(join(root, "dist/.git"));
  for (const file of [".git/a.pack", ".env"]) {
    writeFileSync(join(root, "dist", file), "tell-nobody");
    for (const path of [file, file.replace(".", "%2e")]) {
      expect((await preview.get(`/${path}`)).status, path).toBe(404);
    }
  }
  rmSync(join(root, "dist/.git"), { recursive: true });
});

test.each(["/..%2fpackage.json", "/%", "/%zz/", "/films/%ff/", "/films/..%2f..%2fpackage.json"])(
  "%s is answered as a page that is not there, without a stack",
  async (path) => {
    const { status, body } = await preview.get(path);
    expect(status).toBe(404);
    expect(body).toContain("Not found · First title");
    expect(preview.said()).not.toMatch(stackPattern);
  },
);
