import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { zipBytes, zipFolder } from "../letterboxd/zipBytes.ts";
import { type Outcome, runScript, stackPattern, startScript } from "../support/command.ts";
import { fingerprint, listFiles } from "../support/owner.ts";

/** The sample as somebody's export: as a zip, and as the folder they would unpack it to. */
let home: string;
let data: string;
let zip: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "film-ledger-import-"));
  data = join(home, "data");
  cpSync("data/sample", join(home, "export"), {
    recursive: true,
    filter: (path) => !/sample.(tmdb|README\.md)$/.test(path),
  });
  zip = join(home, "letterboxd-ida-2026-11-02-10-00-utc.zip");
  writeFileSync(zip, zipFolder(join(home, "export")));
});
afterEach(() => rmSync(home, { recursive: true }));

const command = (
  name: string,
  args: string[],
  dataDir = data,
  more: Record<string, string> = {},
): Promise<Outcome> => {
  const folders = { DATA_DIR: dataDir, CACHE_DIR: join(home, "cache") };
  return runScript(name, { args, env: { ...folders, BUILD_DATE: "2026-11-20", ...more } });
};
const importing = (...args: string[]) => command("import", args);

/** What it said. Asserts that it ended well. */
async function imported(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await importing(...args);
  expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: "" });
  return stderr;
}

/** What it said. Asserts that the owner must act, and that no file below data/ changed. */
async function refused(...args: string[]): Promise<string> {
  const before = existsSync(data) ? fingerprint(data) : null;
  const { code, stdout, stderr } = await importing(...args);
  expect({ code, stdout }, stderr).toEqual({ code: 1, stdout: "" });
  expect(stderr).not.toMatch(stackPattern);
  expect(existsSync(data) ? fingerprint(data) : null).toBe(before);
  return stderr;
}

/** The zip of the same export with the first so many films in watched.csv and diary.csv. */
function shorter(rows: number): string {
  const files = listFiles(join(home, "export")).map((name) => {
    const content = readFileSync(join(home, "export", name), "utf8");
    const isMain = name === "watched.csv" || name === "ratings.csv" || name === "diary.csv";
    return {
      name,
      content: isMain
        ? content
            .split("\n")
            .slice(0, rows + 1)
            .join("\n")
        : content,
    };
  });
  const path = join(home, "shorter.zip");
  writeFileSync(path, zipBytes(files));
  return path;
}

test("an export comes into data/ without the e-mail address, and gives the same figures", async () => {
  const address = /Email Address.*?([\w.]+@[\w.]+)/s.exec(
    readFileSync(join(home, "export/profile.csv"), "utf8"),
  )?.[1];
  expect(address).toBeDefined();

  const said = await imported(zip, "--keep-all");
  expect(said).toMatch(/^Export: .+\.zip \(last logged 2026-11-01\)\.$/m);
  expect(said).toMatch(/This is the first import: 545 films seen, 384 viewings\./);
  expect(said).toMatch(/Left behind: profile\.csv with your e-mail address, comments\.csv/);
  expect(said).toMatch(/deleted\/ with \d+ files?\.$/m);
  expect(said.trimEnd()).toMatch(/Next: DATA_DIR=\S+ npm run build$/);

  expect(listFiles(data)).toEqual([
    "diary.csv",
    "favourites.csv",
    "history.csv",
    "likes/films.csv",
    ...listFiles("data/sample/lists").map((name) => `lists/${name}`),
    "ratings.csv",
    "reviews.csv",
    "watched.csv",
    "watchlist.csv",
  ]);
  for (const file of listFiles(data)) {
    const text = readFileSync(join(data, file), "utf8");
    expect(text).not.toContain(address);
    if (file === "favourites.csv" || file === "history.csv") continue;
    expect(text).toBe(readFileSync(join(home, "export", file), "utf8"));
  }

  const figures = async (dataDir: string) => {
    const { code, stdout, stderr } = await command("doctor", ["--json"], dataDir);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const summary = JSON.parse(stdout);
    return { ...summary, export: { ...summary.export, kind: null } };
  };
  expect(await figures(data)).toEqual(await figures(zip));

  expect(await imported(zip, "--keep-all")).toMatch(/Nothing new since the last export/);
});

test("what is not published stays out of data/, and every figure of films stays the same", async () => {
  const said = await imported(zip);
  expect(said).toContain(
    "Left out, because your settings do not publish them: the texts of 48 reviews, the tags of 310 entries, 3 lists and the watchlist with 60 films.",
  );
  expect(listFiles(data)).not.toContain("watchlist.csv");
  const all = listFiles(data).map((file) => readFileSync(join(data, file), "utf8"));
  expect(all.join("\n")).not.toMatch(/the Rialto|Ninety minutes of somebody|Rainy Sundays/);
  const figures = async (dataDir: string) => {
    const { code, stdout } = await command("doctor", ["--json"], dataDir);
    expect(code).toBe(0);
    return { ...JSON.parse(stdout), export: null };
  };
  expect(await figures(data)).toEqual(await figures(zip));

  const doctor = await command("doctor", [], data, { PUBLISH: "tags,exactDates" });
  expect(doctor.stdout).toContain("tags (none in the export: if you have some, import it again)");
  expect(doctor.stdout).toContain(
    "To publish reviews, lists, listNotes, watchlist later, change the settings",
  );

  expect(await imported(zip, "--keep-all")).not.toContain("Left out");
  expect(listFiles(data)).toContain("watchlist.csv");
});

test("two imports make a history, which the site shows", async () => {
  await imported(shorter(350));
  await imported(zip);
  const [heading, first, second, ...rest] = readFileSync(join(data, "history.csv"), "utf8")
    .trimEnd()
    .split("\n");
  expect(heading).toBe(
    "Date,Films,Viewings,Rated,Average,Likes,Watchlist,NewFilms,NewViewings,ChangedRatings,SeenFromWatchlist",
  );
  // Withheld as it is, the watchlist has no number.
  expect(first).toMatch(/^2026-\d\d-\d\d,\d{3},350,\d+,3\.\d+,\d+,,,,,$/);
  expect(second).toMatch(/^2026-\d\d-\d\d,545,384,439,3\.4806,108,,\d+,34,\d+,$/);
  expect(rest).toEqual([]);
  const out = join(home, "site");
  const { code, stderr } = await command("build", ["--out", out]);
  expect(code, stderr).toBe(0);
  expect(readFileSync(join(out, "timeline/index.html"), "utf8")).toContain('id="exports"');
  expect(readFileSync(join(out, "index.html"), "utf8")).toMatch(/id="favourites".*id="lately"/s);
});

test("the name that stays behind is offered by the import, and missed by build and doctor", async () => {
  const named = { PUBLISH: "name,exactDates" };
  const said = await command("import", [zip], data, named);
  expect(said.stderr).toContain('Write it into site.config.ts: owner: "Ottoline Quillfeather",');
  expect(listFiles(data)).not.toContain("profile.csv");

  const missing =
    /publish\.name is on, but your name is not known: owner .+ no name in a profile\.csv/;
  const out = join(home, "site");
  const built = await command("build", ["--out", out], data, named);
  expect(built).toMatchObject({ code: 0, stderr: expect.stringMatching(missing) });
  expect(readFileSync(join(out, "index.html"), "utf8")).not.toContain("Kept by");
  const doctor = await command("doctor", [], data, named);
  expect(doctor.stdout).toMatch(missing);
  expect(doctor.stdout).toMatch(/published +name \(not known\), exactDates/);

  // The export as downloaded has its profile.csv, whose name serves.
  const whole = await command("build", ["--out", out], zip, named);
  expect(whole.stderr).not.toMatch(missing);
  expect(readFileSync(join(out, "index.html"), "utf8")).toContain("Kept by Ottoline Quillfeather.");
});

test("what cannot be imported leaves data/ as it was and says what to do", async () => {
  expect(await refused()).toMatch(/Name the export to import\.\nnpm run import -- ~\/Downloads/);
  expect(await refused(zip, zip)).toMatch(/Only one export/);
  expect(await refused(zip, "--forse")).toContain(
    "There is no option --forse. The options are: --force, --keep-all, --help.",
  );
  expect(await refused("https://letterboxd.com/data/export/")).toMatch(
    /is a web address, but import takes a file on this computer\.\nDownload the zip in a browser/,
  );
  expect(await refused(join(home, "gone.zip"))).toMatch(/There is no file or folder .+gone\.zip/);
  expect(existsSync(data)).toBe(false);

  await imported(zip);
  writeFileSync(join(data, "overrides.csv"), "Name,Year,Letterboxd URI,TMDB\n");
  writeFileSync(join(home, "export/watched.csv"), "Film;Seen\nStalker;yes\n");
  expect(await refused(join(home, "export"))).toContain("watched.csv, line 1");
  writeFileSync(zip, zipBytes([{ name: "../../escaped.csv", content: "x" }]));
  expect(await refused(zip)).toContain(zip);
  expect(existsSync(join(home, "escaped.csv"))).toBe(false);

  const { code, stderr } = await command("import", [join(home, "export")], zip);
  expect(code).toBe(1);
  expect(stderr).toContain(`DATA_DIR is ${zip}, but an export can only be imported into a folder.`);
});

test("an export that holds far less needs --force, since nobody can be asked", async () => {
  await imported(zip);
  const less = shorter(200);
  expect(await refused(less)).toMatch(
    /lacks much .+ of 545 films: gone \(.+ more\)\n {2}184 of 384 viewings: gone\n.+\nNothing was imported, nothing was changed\.\nIf that is right: DATA_DIR=\S+ npm run import -- .+shorter\.zip --force\n$/s,
  );
  expect(await imported(less, "--force")).toMatch(
    /viewings +200\n.*! {3}184 of 384 viewings: gone/s,
  );
  expect(await imported(zip)).toMatch(/viewings +384, 184 new/);
});

test("after an import that was killed nothing is built, and the next one puts the files back", async () => {
  await imported(zip);
  const good = fingerprint(data);
  // Killed in the midst of the swap: a part of the last export is out of the way.
  mkdirSync(join(data, ".import/old"), { recursive: true });
  renameSync(join(data, "watched.csv"), join(data, ".import/old/watched.csv"));
  for (const name of ["doctor", "build"]) {
    const { code, stderr } = await command(name, []);
    expect(code).toBe(1);
    expect(stderr).toMatch(/An import into .+ was interrupted.+\nRun it again: npm run import/);
  }
  // Also if the next one comes to nothing.
  const { code } = await importing(join(home, "gone.zip"));
  expect(code).toBe(1);
  expect(fingerprint(data)).toBe(good);
  expect(existsSync(join(data, ".import"))).toBe(false);
});

test("a second import at the same time is refused", async () => {
  await imported(zip);
  mkdirSync(join(data, ".import"));
  writeFileSync(join(data, ".import/pid"), `${process.pid}`);
  expect(await refused(zip)).toContain(`Another import is running (process ${process.pid}).`);
});

test("of a path with blanks the command is said that takes it", async () => {
  const path = join(home, "my export.zip");
  renameSync(zip, path);
  expect(await refused(...path.split(" "))).toContain(
    `Only one export can be imported.\nPut a path with spaces in quotes: npm run import -- "${path}"`,
  );
});

test("an import that is interrupted leaves nothing of itself", async () => {
  const { child, outcome } = startScript("import", { args: [zip], env: { DATA_DIR: data } });
  child.stderr?.once("data", () => child.kill("SIGINT"));
  const { code, stderr } = await outcome;
  expect(stderr).not.toMatch(stackPattern);
  expect(existsSync(join(data, ".import"))).toBe(false);
  if (code === 0) expect(listFiles(data)).toContain("watched.csv");
  else {
    // Unless the import was quicker than the signal.
    expect(stderr).toContain(
      "The import was interrupted.\nNothing was imported, nothing was changed.",
    );
    expect(existsSync(data)).toBe(false);
  }
});
