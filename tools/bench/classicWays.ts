import { request } from "undici";
import type { ExportFilm } from "../../src/tmdb/metadata.ts";

export interface ClassicResult {
  requests: number;
  /** Number of 429s. Their films are lost, because these ways do not retry. */
  throttled: number;
  /** Films with details at the end. */
  found: number;
  seconds: number;
}

/** How such sites are usually written: one film after the other, search first, details then. */
export const oneAtATime = (films: readonly ExportFilm[], apiUrl: string): Promise<ClassicResult> =>
  inBatches(films, apiUrl, 1);

/** Or in batches of ten, each of which waits for the last of the one before. */
export const batchesOfTen = (
  films: readonly ExportFilm[],
  apiUrl: string,
): Promise<ClassicResult> => inBatches(films, apiUrl, 10);

async function inBatches(
  films: readonly ExportFilm[],
  apiUrl: string,
  size: number,
): Promise<ClassicResult> {
  const result = { requests: 0, throttled: 0, found: 0, seconds: 0 };
  const ask = async (path: string, query: Record<string, string>): Promise<unknown> => {
    result.requests += 1;
    const { statusCode, body } = await request(
      `${apiUrl}${path}?${new URLSearchParams({ ...query, api_key: "0123456789abcdef0123456789abcdef" })}`,
    );
    const answer = await body.json();
    if (statusCode === 429) result.throttled += 1;
    return statusCode === 200 ? answer : null;
  };
  const one = async ({ name }: ExportFilm): Promise<void> => {
    const found = (await ask("/search/movie", { query: name })) as { results: { id: number }[] };
    const id = found?.results[0]?.id;
    if (id === undefined) return;
    const details = await ask(`/movie/${id}`, { append_to_response: "credits,keywords" });
    if (details) result.found += 1;
  };
  const started = performance.now();
  for (let at = 0; at < films.length; at += size) {
    await Promise.all(films.slice(at, at + size).map(one));
  }
  result.seconds = (performance.now() - started) / 1000;
  return result;
}
