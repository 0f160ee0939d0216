import { expect, test } from "vitest";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import { enrichFrom, film, temporaryFolder, wanted } from "../world.ts";

// A namesake of 2017 with 50 votes gives way to the well-known film of 2018, which was seen as well.
test("what is surely one film of the export is no other film of it", async () => {
  const server = await runTmdbServer({
    films: [
      film(1, "Truth or Dare", 2017, { vote_count: 50 }),
      film(2, "Truth or Dare", 2018, { vote_count: 3763 }),
    ],
  });
  const [older, newer] = [wanted("Truth or Dare", 2017), wanted("Truth or Dare", 2018)];
  const cacheDir = temporaryFolder();
  const alone = await enrichFrom(server, { films: [older], cacheDir });
  expect(alone.metadata.get(older.key)?.film?.id).toBe(2);

  const { metadata, report } = await enrichFrom(server, { films: [older, newer], cacheDir });
  expect(metadata.get(newer.key)?.film?.id).toBe(2);
  expect(metadata.get(older.key)?.film?.id).toBe(1);
  expect(report).toMatchObject({ matched: 2, unmatched: 0, doubtful: [] });

  const overrides = [{ ...older, target: { type: "movie" as const, id: 2 } }];
  const said = await enrichFrom(server, { films: [older, newer], cacheDir, overrides });
  expect([...said.metadata.values()].map(({ film }) => film?.id)).toEqual([2, 2]);
});

test("however sure both are, the less sure of two addresses gives way", async () => {
  const server = await runTmdbServer({ films: [film(1, "Home", 2009)] });
  // Taken alone, 0.92 and 1, 0.85 and 1.
  for (const [other, year, confidence] of [
    ["Home", 2008, 0.92],
    ["Home", 2010, 0.85],
  ] as const) {
    const films = [wanted(other, year), wanted("Home", 2009)];
    const alone = await enrichFrom(server, {
      films: films.slice(0, 1),
      cacheDir: temporaryFolder(),
    });
    expect([...alone.metadata.values()][0]?.match).toMatchObject({ id: 1, confidence });
    const { metadata } = await enrichFrom(server, { films, cacheDir: temporaryFolder() });
    expect([...metadata.values()].map(({ film }) => film?.id)).toEqual([undefined, 1]);
  }
});

test("of two that are equally sure the title to the letter counts, and without it neither is used", async () => {
  const server = await runTmdbServer({ films: [film(1, "Maelström", 2000)] });
  const idsOf = async (...names: string[]) => {
    const films = names.map((name) => wanted(name, 2000));
    const { metadata } = await enrichFrom(server, { films, cacheDir: temporaryFolder() });
    return [...metadata.values()].map(({ film }) => film?.id);
  };
  expect(await idsOf("Maelstrom", "Maelström")).toEqual([undefined, 1]);
  expect(await idsOf("Maelstrom", "MAELSTRÖM")).toEqual([undefined, undefined]);
});

test("a film without an address may be one that has another name by now", async () => {
  const server = await runTmdbServer({ films: [film(1, "Home", 2009)] });
  const renamed = { ...wanted("Home", 2008), uri: null };
  const films = [renamed, wanted("Home", 2009)];
  const { metadata } = await enrichFrom(server, { films, cacheDir: temporaryFolder() });
  expect([...metadata.values()].map(({ film }) => film?.id)).toEqual([1, 1]);
});

test("the owner's word takes the film from one that is not quite sure of it", async () => {
  const server = await runTmdbServer({ films: [film(1, "Home", 2009)] });
  const films = [wanted("Home", 2008), wanted("Casa", 2009)];
  const overrides = [
    { name: "Casa", year: 2009, uri: null, target: { type: "movie" as const, id: 1 } },
  ];
  const { metadata } = await enrichFrom(server, {
    films,
    cacheDir: temporaryFolder(),
    overrides,
  });
  expect([...metadata.values()].map(({ film }) => film?.id)).toEqual([undefined, 1]);
});
