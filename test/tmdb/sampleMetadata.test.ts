import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSampleMetadata } from "../../src/tmdb/sampleMetadata.ts";
import { film, temporaryFolder } from "./world.ts";

function sample(matches: object): string {
  const dir = temporaryFolder();
  writeFileSync(`${dir}/films.jsonl`, `${JSON.stringify(film(1, "Ran", 1985, { runtime: 0 }))}\n`);
  writeFileSync(`${dir}/series.jsonl`, `${JSON.stringify({ id: 1, name: "Dekalog" })}\n`);
  writeFileSync(`${dir}/matches.json`, JSON.stringify(matches));
  return dir;
}

const match = (type: string, id: number) => ({ type, id, confidence: 1, reason: "Given." });

test("the sample's films are trimmed like TMDB's answers", async () => {
  const metadata = await readSampleMetadata(sample({ u1: match("movie", 1), u2: match("tv", 1) }));
  expect(metadata.get("u1")).toMatchObject({
    match: { id: 1 },
    film: { title: "Ran", runtime: null, crew: [{ name: "Ida Lupino", role: "director" }] },
    series: null,
  });
  expect(metadata.get("u2")).toMatchObject({ film: null, series: { title: "Dekalog" } });
});

test("a match without its film is a mistake in the sample", async () => {
  await expect(readSampleMetadata(sample({ u1: match("movie", 2) }))).rejects.toThrow("movie/2");
});
