import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PageServer } from "./pageServer.ts";

/** What stands in every private file, and nowhere else. */
const SECRET = "tell-nobody";

/** The secret as a text may hold it: plainly, or in base64, which differs with the bytes before it. */
const forms = [SECRET, ...[0, 1, 2].map(inBase64)];

function inBase64(bytesBefore: number): string {
  const text = Buffer.from("\0".repeat(bytesBefore) + SECRET).toString("base64");
  // A letter stands for 6 bits; those at the ends depend on the neighbours too.
  const [from, to] = [bytesBefore, bytesBefore + SECRET.length].map((bytes) => (bytes * 8) / 6);
  return text.slice(Math.ceil(from ?? 0), Math.floor(to ?? 0));
}

const tellsSecret = (text: string): boolean => forms.some((form) => text.includes(form));

/** A private file of each kind that servers treat in a way of its own, by its name. */
export const secretTexts = {
  "profile.csv": `Email Address\n${SECRET}`,
  "x.zip": SECRET,
  "notes.md": `# ${SECRET}`,
  "notes.txt": SECRET,
  "notes.json": `{ "note": "${SECRET}" }`,
  "notes.html": `<p>${SECRET}</p>`,
  "notes.css": `a { content: "${SECRET}" }`,
  "notes.ts": `export const note = "${SECRET}";`,
  "face.svg": `<svg xmlns="http://www.w3.org/2000/svg"><text>${SECRET}</text></svg>`,
};

/** The files by their paths, when they lie in the folder. */
export const within = (folder: string, files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

/** Private files of a project, by their paths in it. */
const texts = {
  ...within("data/mine", secretTexts),
  "cache/tmdb.sqlite": SECRET,
  ".env": `# ${SECRET}`,
  ".git/config": SECRET,
  "site.config.ts": `export default { title: "First title" }; // ${SECRET}`,
};
export const privateFiles = Object.keys(texts);

export function layOutSecrets(root: string, files: Record<string, string> = texts): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${text}\n`);
  }
}

/** Who asks: a browser for a module, and anybody. */
const askers: Record<string, string>[] = [{ "sec-fetch-dest": "script" }, {}];
/** A browser for a page. What is no page is answered with that of /404, which takes a while. */
const pageAsker = { accept: "text/html" };
const pageQueries = /^[^?]*(?:|\?raw|\?import|\?url&inline)$/;

/** Asks a server for a file in every way; those that were answered with the secret. */
export async function leaks(server: PageServer, root: string, file: string): Promise<string[]> {
  const requests = waysToAsk(root, file).flatMap((path) =>
    [...askers, ...(pageQueries.test(path) ? [pageAsker] : [])].map((headers) => ({
      path,
      headers,
    })),
  );
  const answers = await Promise.all(
    requests.map(async ({ path, headers }) => {
      const { status, body } = await server.get(path, headers);
      return tellsSecret(body) ? [`${status} ${path} ${JSON.stringify(headers)}`] : [];
    }),
  );
  return answers.flat();
}

/** A file of public/ also has an address of its own. */
const publicPlaces = (path: string): string[] => [
  path,
  `/${path}`,
  `/.${path}`,
  path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  path.toUpperCase(),
  `/_image?href=${path}&f=svg`,
];

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
    // Who reads these as a browser reads an address finds the path in them.
    ...[`http://localhost${path}`, `/\\localhost${path}`, `/src\\..\\${file}`].map(
      (place) => `${place}?raw`,
    ),
    ...(file.startsWith("public/") ? publicPlaces(file.replace("public", "")) : []),
  ];
  const queries = [
    "",
    "?raw",
    "?url",
    "?import",
    "?import&raw",
    "?raw??",
    "?inline",
    "?url&inline",
    "?import&url&inline",
    "?raw&inline",
    "?no-inline",
    "?x.svg",
    "?t=1",
  ];
  const more = ["?.svg?.wasm?init", "?worker", "?component", "?content", "?direct"];
  const astro = ["?astro&type=script&index=0&lang.ts", "?astro&type=style&index=0&lang.css"];
  return places.flatMap((place) =>
    place.includes("?") ? [place] : [...queries, ...more, ...astro].map((query) => place + query),
  );
}
