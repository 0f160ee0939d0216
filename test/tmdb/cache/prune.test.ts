import { mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openCache } from "../../../src/tmdb/cache/cache.ts";
import { describePruned, pruneCache } from "../../../src/tmdb/cache/prune.ts";
import { readStoredFilm, storedFilm } from "../../../src/tmdb/cache/records.ts";
import { openStore } from "../../../src/tmdb/cache/store.ts";
import type { ExportFilm, FilmDetails } from "../../../src/tmdb/metadata.ts";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import { enrichFrom, film, recordingLog, temporaryFolder, wanted } from "../world.ts";

const log = recordingLog();
const catalogue = Array.from({ length: 200 }, (_, id) =>
  film(id + 1, `Film ${id + 1}`, 1960, { overview: "x" }),
);
const series = [{ id: 1, name: "Small Axe", first_air_date: "2020-11-15", created_by: [] }];
const films = [...catalogue.map(({ title }) => wanted(title, 1960)), wanted("Small Axe", 2020)];

async function filled(all: ExportFilm[] = films) {
  const server = await runTmdbServer({ films: catalogue, series });
  const cacheDir = temporaryFolder();
  await enrichFrom(server, { films: all, cacheDir });
  return { server, cacheDir };
}

test("data that no film needs is deleted, the rest stays, and the file shrinks", async () => {
  const { server, cacheDir } = await filled();
  const file = `${cacheDir}/tmdb.sqlite`;
  const before = statSync(file).size;
  const kept = films.slice(0, 50);
  const pruned = await pruneCache({ films: kept, overrides: [], cacheDir, log });
  // Of 200 films and a series 50 films are left.
  expect(pruned).toEqual({
    matches: 151,
    films: 150,
    series: 1,
    lists: 0,
    posters: 0,
    before,
    after: statSync(file).size,
  });
  expect(pruned.after).toBeLessThan(before / 2);
  expect(describePruned({ ...pruned, before: 4_210_000, after: 1_000_000 })).toBe(
    "Cache: deleted 151 matches and the details of 150 films and 1 series that no film in this export needs. It now takes 1.0 MB, 3.2 MB less than before.",
  );

  server.resetCounters();
  expect((await enrichFrom(server, { films: kept, cacheDir })).report.requests).toBe(0);
  expect(await pruneCache({ films: kept, overrides: [], cacheDir, log })).toMatchObject({
    matches: 0,
    films: 0,
    series: 0,
  });
});

test("details that an override names stay, also where it means no film of this export", async () => {
  const { server, cacheDir } = await filled();
  const target = (id: number) => ({ type: "movie" as const, id });
  const overrides = [
    { name: "Film 1", year: 1960, uri: null, target: target(7) },
    { name: "Gone", year: 1990, uri: null, target: target(8) },
    { name: "Film 2", year: 1960, uri: null, target: "none" as const },
  ];
  const kept = films.slice(0, 2);
  const { matches, films: dropped } = await pruneCache({ films: kept, overrides, cacheDir, log });
  // Left are the matches of both films, and the details of 7 and 8: nobody needs those of 1 and 2.
  expect({ matches, dropped }).toEqual({ matches: 199, dropped: 198 });
  server.resetCounters();
  await enrichFrom(server, { films: kept, overrides, cacheDir });
  expect(server.counters.requests).toBe(0);
});

test("filmographies, collections and posters go with the films that needed them", async () => {
  const { cacheDir } = await filled(films.slice(0, 5));
  const cache = await openCache(cacheDir, { log });
  const details = async (id: number, changes: Partial<FilmDetails>) => {
    const record = readStoredFilm((await cache.film.getMany([`${id}`])).get(`${id}`));
    if (!record) throw new Error(`film ${id} is not stored`);
    const changed = { ...record, details: { ...record.details, ...changes } };
    await cache.film.set(`${id}`, storedFilm(changed));
  };
  const people = (director: number, actor: number, editor: number) => ({
    crew: [
      { id: director, name: "D", role: "director" as const },
      { id: editor, name: "E", role: "editor" as const },
    ],
    cast: [{ id: actor, name: "A", character: "Part", order: 0 }],
  });
  await details(1, {
    poster: "/one.jpg",
    ...people(71, 73, 75),
    collection: { id: 81, name: "C" },
  });
  await details(2, {
    poster: "/two.jpg",
    ...people(72, 74, 76),
    collection: { id: 82, name: "D" },
  });
  for (const id of ["71", "72", "73", "74", "75", "76"]) await cache.filmography.set(id, {});
  for (const id of ["81", "82"]) await cache.collection.set(id, {});
  await cache.close();
  mkdirSync(`${cacheDir}/posters/w154`, { recursive: true });
  for (const name of ["one", "two"]) writeFileSync(`${cacheDir}/posters/w154/${name}.jpg`, "x");

  const pruned = await pruneCache({ films: films.slice(0, 1), overrides: [], cacheDir, log });
  // The first film's are left; nobody asks for the filmography of an editor.
  expect(pruned).toMatchObject({ matches: 4, films: 4, lists: 5, posters: 1 });
  expect(describePruned(pruned)).toContain("5 filmographies and collections and 1 poster that");
  expect(readdirSync(`${cacheDir}/posters/w154`)).toEqual(["one.jpg"]);
  const after = await openCache(cacheDir, { log });
  expect(await after.filmography.keys()).toEqual(["71", "73"]);
  expect(await after.collection.keys()).toEqual(["81"]);
  await after.close();
});

test("posters that cannot be deleted keep nothing else from being dropped", async () => {
  const { cacheDir } = await filled(films.slice(0, 5));
  mkdirSync(`${cacheDir}/posters`);
  symlinkSync("w154", `${cacheDir}/posters/w154`);
  const said = recordingLog();
  const pruned = await pruneCache({ films: [], overrides: [], cacheDir, log: said });
  expect(pruned).toMatchObject({ matches: 5, films: 5, posters: 0 });
  expect(said.lines).toEqual([expect.stringMatching(/^Posters in .* cannot be deleted \(ELOOP/)]);
});

test("a film without an address keeps its match", async () => {
  const bare = { key: "Film 9\u00001960", uri: null, name: "Film 9", year: 1960 };
  const { server, cacheDir } = await filled([bare, ...films.slice(0, 3)]);
  expect(await pruneCache({ films: [bare], overrides: [], cacheDir, log })).toMatchObject({
    matches: 3,
    films: 3,
    series: 0,
  });
  server.resetCounters();
  await enrichFrom(server, { films: [bare], cacheDir });
  expect(server.counters.requests).toBe(0);
});

test("a value that cannot be read is dropped like any other", async () => {
  const { cacheDir } = await filled(films.slice(0, 5));
  const store = await openStore(`${cacheDir}/tmdb.sqlite`, "film");
  await store.query("UPDATE keyv SET value = 'no JSON' WHERE namespace = 'film'");
  await store.keyv.disconnect();
  const pruned = await pruneCache({ films: films.slice(0, 2), overrides: [], cacheDir, log });
  expect(pruned).toMatchObject({ matches: 3, films: 3 });
});

test("what cannot be written is a problem of the owner's", async () => {
  const { cacheDir } = await filled(films.slice(0, 5));
  const readOnly: typeof openStore = async (file, namespace) => {
    const store = await openStore(file, namespace);
    await store.query("PRAGMA query_only = 1");
    return store;
  };
  const pruning = pruneCache({ films: [], overrides: [], cacheDir, log, openStore: readOnly });
  await expect(pruning).rejects.toMatchObject({
    name: "Problem",
    message: expect.stringMatching(/tmdb\.sqlite cannot be pruned/),
  });
  const cache = await openCache(cacheDir, { log });
  expect(await cache.film.keys()).toHaveLength(5);
  await cache.close();
});

test("a build that goes on at the same time loses nothing it needs", async () => {
  const { server, cacheDir } = await filled(films.slice(0, 100));
  const building = enrichFrom(server, { films, cacheDir });
  await pruneCache({ films, overrides: [], cacheDir, log });
  expect((await building).report).toMatchObject({ matched: 200, series: 1 });
  const { report } = await enrichFrom(server, { films, cacheDir, offline: true });
  expect(report).toMatchObject({ matched: 200, series: 1 });
});
