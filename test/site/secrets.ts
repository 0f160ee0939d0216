import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PageServer } from "./pageServer.ts";

/** What stands in every private file, and nowhere else. */
const SECRET = "tell-nobody";

/** Private files of a project, by their paths in it. */
const texts = {
  "data/mine/profile.csv": `Email Address\n${SECRET}`,
  "data/mine/x.zip": SECRET,
  "data/mine/notes.md": `# ${SECRET}`,
  "data/mine/notes.txt": SECRET,
  "data/mine/notes.json": `{ "note": "${SECRET}" }`,
  "data/mine/notes.html": `<p>${SECRET}</p>`,
  "data/mine/notes.css": `a { content: "${SECRET}" }`,
  "data/mine/notes.ts": `export const note = "${SECRET}";`,
  "data/mine/face.svg": `<svg xmlns="http://www.w3.org/2000/svg"><text>${SECRET}</text></svg>`,
  "cache/tmdb.sqlite": SECRET,
  ".env": `# ${SECRET}`,
  ".git/config": SECRET,
  "site.config.ts": `export default { title: "First title" }; // ${SECRET}`,
};
export const privateFiles = Object.keys(texts);

export function layOutSecrets(root: string): void {
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${text}\n`);
  }
}

/** Who asks: a browser for a page, one for a module, and anybody. */
const askers: Record<string, string>[] = [
  { accept: "text/html" },
  { "sec-fetch-dest": "script" },
  {},
];

/** Asks a server for a file in every way; those that were answered with the secret. */
export async function leaks(server: PageServer, root: string, file: string): Promise<string[]> {
  const found: string[] = [];
  for (const path of waysToAsk(root, file)) {
    for (const headers of askers) {
      const { status, body } = await server.get(path, headers);
      if (body.includes(SECRET)) found.push(`${status} ${path} ${JSON.stringify(headers)}`);
    }
  }
  return found;
}

/** Every way known to us, some of which once worked with some server of Vite's. */
function waysToAsk(root: string, file: string): string[] {
  const path = `/${file}`;
  const [, first = "", ...rest] = path.split("");
  const code = first.charCodeAt(0).toString(16);
  const places = [
    path,
    `/%${code}${rest.join("")}`,
    path.replaceAll("/", "%2f"),
    path.toUpperCase(),
    `/${path}`,
    `/src/..${path}`,
    `/src/%2e%2e${path}`,
    `/src/..%2f${file}`,
    `/@fs${root}${path}`,
    `/@fs${root}/src/..${path}`,
    `/@fs${root}/src/..%2f${file}`,
    `/@fs/${root}${path}`,
    `${root}${path}`,
    `/@id/${root}${path}`,
    `/@id/__x00__${root}${path}`,
    `/_image?href=/@fs${root}${path}&f=svg`,
    `/_image?href=${path}&f=svg`,
  ];
  const queries = [
    "",
    "?raw",
    "?url",
    "?import",
    "?import&raw",
    "?raw??",
    "?inline",
    "?x.svg",
    "?t=1",
  ];
  const more = ["?.svg?.wasm?init", "?worker", "?component", "?content", "?direct"];
  const astro = ["?astro&type=script&index=0&lang.ts", "?astro&type=style&index=0&lang.css"];
  return places.flatMap((place) =>
    place.includes("?") ? [place] : [...queries, ...more, ...astro].map((query) => place + query),
  );
}
