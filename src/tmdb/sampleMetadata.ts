import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { filmDetails, seriesDetails } from "./client/details.ts";
import type { Match, Metadata } from "./metadata.ts";

const matchesSchema = z.record(
  z.string(),
  z.discriminatedUnion("type", [
    z.object({
      type: z.enum(["movie", "tv"]),
      id: z.number().int().positive(),
      confidence: z.number().min(0).max(1),
      reason: z.string(),
    }),
    z.object({
      type: z.literal("none"),
      confidence: z.literal(0),
      reason: z.string(),
      candidates: z.tuple([]),
    }),
  ]),
);

/**
 * Reads the metadata that comes with the sample. `films.jsonl` and `series.jsonl` contain answers of
 * `/movie/{id}` and `/tv/{id}`, which are trimmed like live answers. `matches.json` gives each film its page.
 *
 * @returns film key → metadata
 */
export async function readSampleMetadata(dir: string): Promise<Map<string, Metadata>> {
  const films = new Map((await readLines(dir, "films.jsonl", filmDetails)).map((f) => [f.id, f]));
  const series = new Map(
    (await readLines(dir, "series.jsonl", seriesDetails)).map((s) => [s.id, s]),
  );
  const file = join(dir, "matches.json");
  const matches = matchesSchema.parse(JSON.parse(await readFile(file, "utf8")));
  return new Map(
    Object.entries(matches).map(([key, match]: [string, Match]): [string, Metadata] => {
      if (match.type === "none") return [key, { match, film: null, series: null }];
      const film = match.type === "movie" ? (films.get(match.id) ?? null) : null;
      const show = match.type === "tv" ? (series.get(match.id) ?? null) : null;
      if (!film && !show)
        throw new Error(`${file}: ${key} names ${match.type}/${match.id}, which is missing`);
      return [key, { match, film, series: show }];
    }),
  );
}

async function readLines<T>(dir: string, name: string, read: (answer: unknown) => T): Promise<T[]> {
  const file = join(dir, name);
  const lines = (await readFile(file, "utf8")).split("\n");
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    try {
      return [read(JSON.parse(line))];
    } catch (error) {
      throw new Error(`${file}, line ${index + 1}: not an answer of TMDB`, { cause: error });
    }
  });
}
