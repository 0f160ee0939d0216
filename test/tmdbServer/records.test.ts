import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { get, runTmdbServer } from "./client.ts";
import { startTmdbServer } from "./server.ts";

const alien = { id: 348, title: "Alien" };
const aliens = { id: 679, title: "Après" };

async function temporaryFile(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tmdb-server-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "films.jsonl");
  await writeFile(path, content);
  return path;
}

describe("film data in files", () => {
  it("may be JSON lines, plain or gzipped", async () => {
    const lines = `${JSON.stringify(alien)}\n\n${JSON.stringify(aliens)}\n`;
    const path = await temporaryFile(lines);
    await writeFile(`${path}.gz`, gzipSync(lines));
    for (const films of [path, `${path}.gz`]) {
      const server = await runTmdbServer({ films });
      expect(await get(server, "/movie/679")).toMatchObject({ title: "Après" });
    }
  });

  it("name file and line when they are broken", async () => {
    const path = await temporaryFile(`${JSON.stringify(alien)}\n{"id":\n`);
    await expect(startTmdbServer({ films: path })).rejects.toThrow(`${path}, line 2`);
    await expect(startTmdbServer({ films: `${path}.missing` })).rejects.toThrow("Cannot read");
  });
});
