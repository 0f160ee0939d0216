import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkSite } from "../../src/audit/checkSite.ts";
import { grouped } from "../../src/counted.ts";
import { quietLog } from "../../src/log.ts";
import { listFiles } from "../../src/publish/listFiles.ts";
import { pathBeside } from "../../src/publish/pathBeside.ts";
import { renderSite } from "../../src/publish/renderSite.ts";
import { readSettings } from "../../src/settings.ts";
import { createSite, provideSite } from "../../src/site.ts";
import { pagesStart } from "../../src/words/pageLimits.ts";
import { makeLibrary } from "../../test/support/libraryMaker.ts";
import { madeFilms } from "./madeFilms.ts";

/** Builds the site of so many invented films, each size in a process of its own. */
export async function buildingReport(
  sizes: readonly number[],
  print: (line: string) => void,
): Promise<void> {
  print("Building sites of invented films with crews of 40 to 300:");
  for (const films of sizes) {
    const child = fork(import.meta.filename, [`${films}`]);
    const closed = once(child, "close");
    child.on("message", (line) => print(`  ${line}`));
    const [code] = await closed;
    if (code !== 0) throw new Error(`the building process ended with ${code}`);
  }
}

async function build(films: number, print: (line: string) => void): Promise<void> {
  const root = process.cwd();
  const cacheDir = await mkdtemp(join(tmpdir(), "film-ledger-bench-"));
  const folder = pathBeside(join(root, "dist"), "new");
  const seconds = timer();
  try {
    const settings = { ...readSettings({ config: {}, env: {}, root: cacheDir }), cacheDir };
    const specs = madeFilms(films);
    const made = seconds();
    const { maxFiles } = settings.site;
    const library = makeLibrary(specs, { maxFiles });
    const joined = seconds();
    provideSite(createSite(settings, library));
    await renderSite(root, folder, quietLog);
    const rendered = seconds();
    const { pages, links } = await checkSite(folder);
    const checked = seconds();
    const files = await listFiles(folder);
    const { pageLimits, people } = library;
    print(`${grouped(films)} films, ${grouped(people.length)} people, made in ${made} s`);
    print(`  ${pagesStart(pageLimits) ?? "Every page fits."}`);
    print(
      `  ${grouped(pages)} pages, ${grouped(files.length)} files of ${grouped(pageLimits.files)} planned, ${grouped(links)} links`,
    );
    print(`  library ${joined} s, pages ${rendered} s, check ${checked} s`);
    print(`  at most ${grouped(Math.round(process.resourceUsage().maxRSS / 1024))} MB of memory`);
    print(`  largest page: ${await largest(folder, files)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(cacheDir, { recursive: true, force: true });
  }
}

/** Seconds since the last call, or since it was made. */
function timer(): () => string {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const passed = (now - last) / 1000;
    last = now;
    return passed.toFixed(1);
  };
}

async function largest(folder: string, files: readonly string[]): Promise<string> {
  let found = { file: "", size: 0 };
  for (const file of files.filter((name) => name.endsWith(".html"))) {
    const { size } = await stat(join(folder, file));
    if (size > found.size) found = { file, size };
  }
  return `${found.file}, ${grouped(Math.round(found.size / 1000))} kB`;
}

if (process.send) {
  const send = process.send.bind(process);
  await build(Number(process.argv[2]), (line) => send(line));
  process.disconnect();
}
