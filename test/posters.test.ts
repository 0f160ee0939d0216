import { expect, test } from "vitest";
import { choosePosters, posterOrigin } from "../src/posters.ts";
import { readSettings } from "../src/settings.ts";
import { type FilmSpec, makeLibrary } from "./support/libraryMaker.ts";
import { temporaryFolder } from "./support/temporaryFolder.ts";

const films: FilmSpec[] = [{ name: "Stalker", tmdb: { poster: "/abc.jpg" } }];
const local = { folder: "cache/posters", files: new Set(["w154/abc.jpg"]) };

const settings = (posters: "remote" | "local" | "off") =>
  readSettings({
    config: { posters },
    env: { BASE_PATH: "/ledger", TMDB_IMAGE_URL: "https://img.example/t/p" },
    root: temporaryFolder(),
  });

const chosen = (
  posters: "remote" | "local" | "off",
  { kind = "folder" as "folder" | "sample", specs = films, here = local } = {},
) => choosePosters(settings(posters), makeLibrary(specs, { ledger: { kind } }), here);

test("remote posters come from TMDB in the size asked for, and the site brings none along", () => {
  const posters = chosen("remote");
  expect(posters.from).toBe("TMDB");
  expect(posters.address("/abc.jpg", "w342")).toBe("https://img.example/t/p/w342/abc.jpg");
  expect(posters.address(null, "w342")).toBeNull();
  expect(posters.shown.size).toBe(0);
});

test("local posters lie under the base path, those that are there", () => {
  const posters = chosen("local");
  expect(posters.from).toBe("site");
  expect(posters.address("/abc.jpg", "w154")).toBe("/ledger/posters/w154/abc.jpg");
  expect(posters.address("/abc.jpg", "w342")).toBeNull();
  expect(posters.address("/other.jpg", "w154")).toBeNull();
  expect(posters.address("/../abc.jpg", "w154")).toBeNull();
  expect(posters.address(null, "w154")).toBeNull();
});

test("what a page shows is brought along, and nothing else", () => {
  const files = new Set(["w154/abc.jpg", "w342/abc.jpg", "w154/def.jpg"]);
  const posters = chosen("local", { here: { ...local, files } });
  posters.address("/abc.jpg", "w154");
  posters.address("/abc.jpg", "w154");
  posters.address("/gone.jpg", "w154");
  expect([...posters.shown]).toEqual(["w154/abc.jpg"]);
});

test.each([
  ["switched off", chosen("off")],
  ["of the sample", chosen("remote", { kind: "sample" })],
  ["of the sample, were they local", chosen("local", { kind: "sample" })],
  ["of films without any", chosen("remote", { specs: [{ name: "Stalker", tmdb: {} }] })],
])("there are none when they are %s", (_, posters) => {
  expect(posters.from).toBe("none");
  expect(posters.address("/abc.jpg", "w154")).toBeNull();
});

test("pages may load images from TMDB only where posters are remote", () => {
  expect(posterOrigin(settings("remote"))).toBe("https://img.example");
  expect(posterOrigin(settings("local"))).toBeNull();
  expect(posterOrigin(settings("off"))).toBeNull();
});
