import type { CanonFile } from "../../letterboxd/canonFiles.ts";
import type { LedgerFilm } from "../../letterboxd/ledger.ts";
import { canonKey, findCanonFilms } from "../match/findCanonFilms.ts";
import type { Override } from "../match/overrides.ts";
import type { ExportFilm, Metadata } from "../metadata.ts";
import type { ExtraReport } from "../report/extrasReport.ts";
import { type EnrichOptions, enrich } from "./enrich.ts";

/**
 * Fetches what TMDB says of the unseen films of canon lists, and adds it to `metadata`: under the key of
 * the film of the export that a row means, otherwise under `canonKey`.
 *
 * @throws Problem as `enrich` does
 */
export async function enrichCanon(
  lists: readonly CanonFile[],
  films: readonly LedgerFilm[],
  metadata: Map<string, Metadata>,
  options: Omit<EnrichOptions, "films" | "seenCount" | "extras">,
): Promise<ExtraReport> {
  const wanted = new Map<string, ExportFilm>();
  const overrides: Override[] = [...options.overrides];
  for (const { row, film } of lists.flatMap((list) => findCanonFilms(list, films, metadata))) {
    const key = film?.key ?? canonKey(row);
    if (film?.seen || metadata.has(key)) continue;
    const { name, year, page } = row;
    wanted.set(key, film ?? { key, uri: key, name, year });
    if (!film && page) overrides.push({ name, year, uri: key, target: targetOf(page) });
  }
  const asked = [...wanted.values()];
  const result = await enrich({ ...options, overrides, films: asked, seenCount: 0 });
  for (const [key, known] of result.metadata) metadata.set(key, known);
  return {
    what: "canon films",
    wanted: asked.length,
    known: asked.filter(({ key }) => metadata.get(key)?.film).length,
    failures: result.report.failed.map(({ message }) => message),
    stopped: result.report.stopped,
  };
}

function targetOf(page: string): Exclude<Override["target"], "none"> {
  const [type, id] = page.split("/");
  return { type: type === "tv" ? "tv" : "movie", id: Number(id) };
}
