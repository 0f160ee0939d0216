import { expect, test } from "vitest";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import { enrichFrom, film, temporaryFolder, wanted } from "../world.ts";

const famous = film(1, "Truth or Dare", 2018, { vote_count: 3763 });
const older = film(2, "Truth or Dare", 2017, { vote_count: 50 });
const films = [wanted("Truth or Dare", 2018), wanted("Truth or Dare", 2017)];

test("a film whose match another has more surely is searched for without it, once", async () => {
  const server = await runTmdbServer({ films: [famous, older] });
  const cacheDir = temporaryFolder();
  const { metadata } = await enrichFrom(server, { films, cacheDir });
  expect(films.map(({ key }) => metadata.get(key)?.match)).toMatchObject([
    { type: "movie", id: 1, confidence: 1 },
    { type: "movie", id: 2 },
  ]);
  expect(metadata.get(films[1]?.key ?? "")?.film?.title).toBe("Truth or Dare");
  // The next build knows it, and asks for nothing.
  server.resetCounters();
  const next = await enrichFrom(server, { films, cacheDir });
  expect(server.counters.requests).toBe(0);
  expect(next.metadata).toEqual(metadata);
});

test("where nothing else is sure it is kept as doubtful, with what it seemed to be", async () => {
  const server = await runTmdbServer({ films: [famous] });
  const cacheDir = temporaryFolder();
  const { metadata } = await enrichFrom(server, { films, cacheDir });
  expect(metadata.get(films[1]?.key ?? "")?.match).toMatchObject({
    type: "none",
    candidates: [{ type: "movie", id: 1 }],
  });
  server.resetCounters();
  await enrichFrom(server, { films, cacheDir });
  expect(server.counters.requests).toBe(0);
});
