import { expect, test } from "vitest";
import { runTmdbServer } from "../tmdbServer/client.ts";
import { enrichFrom, film, temporaryFolder, wanted } from "./world.ts";

const famous = film(1, "In the Mood for Love", 2000, { vote_count: 5000 });
const short = film(2, "@ in the mood for love", 2001, { vote_count: 0 });
const films = [wanted("In the Mood for Love", 2000), wanted("@ in the mood for love", 2001)];

test("a film whose match another has more surely is searched for without it, once", async () => {
  const server = await runTmdbServer({ films: [famous, short] });
  const cacheDir = temporaryFolder();
  const { metadata } = await enrichFrom(server, { films, cacheDir });
  expect(films.map(({ key }) => metadata.get(key)?.match)).toMatchObject([
    { type: "movie", id: 1, confidence: 1 },
    { type: "movie", id: 2 },
  ]);
  expect(metadata.get(films[1]?.key ?? "")?.film?.title).toBe("@ in the mood for love");
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
