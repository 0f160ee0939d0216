import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ExportPlace } from "../../src/letterboxd/chooseExport.ts";
import { readExport } from "../../src/letterboxd/readExport.ts";
import { Problem } from "../../src/problem.ts";
import { DIARY, WATCHED } from "./exportText.ts";
import { zipBytes } from "./zipBytes.ts";

const EVERYDAY = join(import.meta.dirname, "../fixtures/exports/everyday");

/** A data folder that holds the sample and no export. */
let data: string;
let said: string[];
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "film-ledger-data-"));
  cpSync(EVERYDAY, join(data, "sample"), { recursive: true });
  said = [];
});
afterEach(() => rmSync(data, { recursive: true }));

const read = (place: Partial<ExportPlace> = {}) =>
  readExport({
    dataDir: data,
    sampleDir: join(data, "sample"),
    ...place,
    buildDate: "2024-06-30",
    log: {
      info: (message) => void said.push(message),
      warn: (message) => void said.push(`! ${message}`),
    },
  });

/** Message and hint of the Problem that reading ends with. */
async function refused(place: Partial<ExportPlace> = {}): Promise<string> {
  const error: unknown = await read(place).catch((reason: unknown) => reason);
  if (!(error instanceof Problem)) throw new Error("it was read", { cause: error });
  return `${error.message}\n${error.hint}`.replaceAll(`${data}/`, "data/");
}

const put = (path: string, content: string | Buffer) => {
  mkdirSync(join(data, path, ".."), { recursive: true });
  writeFileSync(join(data, path), content);
};

const photos = zipBytes([{ name: "one.txt", content: "no export" }]);
const zipInZip = zipBytes([
  { name: "ida.zip", content: photos },
  { name: "__MACOSX/._ida.zip", content: "" },
]);

describe("a data folder without an export, which nobody named,", () => {
  test("gives the sample, and nothing is said of what belongs there", async () => {
    put("overrides.csv", "Name,Year,Letterboxd URI,TMDB\n");
    put("README.md", "Put your export here.");
    put("readme.txt", "Put your export here.");
    put("canon/best.csv", "Name,Year\n");
    put("canon/old/best.csv", "Name,Year\n");
    put("node_modules/csv/watched.csv", WATCHED);
    put(".gitkeep", "");
    put(".cache/watched.xlsx", "");
    expect((await read()).kind).toBe("sample");
    expect(said).toEqual([
      `No export in ${data}/: the sample is used. To see your own: npm run import -- ~/Downloads/letterboxd-….zip`,
    ]);
  });

  test("gives the sample, though a link leads there by another name", async () => {
    symlinkSync(join(data, "sample"), join(data, "mine"));
    expect((await read()).kind).toBe("sample");
    expect(said).toHaveLength(1);
  });

  test.each([
    ["notes.txt", "! data/notes.txt is not a CSV file"],
    ["pictures/one.png", "! data/pictures contains no watched.csv, ratings.csv or diary.csv."],
    ["1/2/3/4/5/6/7/8.png", "! data/1 contains no watched.csv, ratings.csv or diary.csv."],
  ])("gives the sample beside %s, and says that this is no export", async (path, message) => {
    put(path, WATCHED);
    expect((await read()).kind).toBe("sample");
    expect(said.slice(1).map((line) => line.replace(`${data}/`, "data/"))).toEqual([
      expect.stringContaining(message),
    ]);
  });

  test.each([
    ["watched.xlsx", "data/watched.xlsx is not a CSV file: use the zip as downloaded"],
    ["letterboxd-ida.zip.crdownload", "is an incomplete download"],
    ["letterboxd-ida.zip.part", "is an incomplete download"],
    ["watched (1).csv", "data/watched (1).csv is not read under this name"],
    ["Diary (1).CSV", "the export calls it diary.csv"],
    ["reviews.csv", "data/reviews.csv is not enough: an export contains watched.csv"],
    ["a/b/films.csv", "data/a/b/films.csv is not enough"],
    ["deleted/diary.csv", "data/deleted is a part of an export"],
    ["ida/likes/films.csv", "data/ida/likes is a part of an export, without watched.csv, ratings"],
    ["ida/lists/one.csv", "data/ida/lists is a part of an export"],
    ["ida/orphaned/diary.csv", "data/ida/orphaned is a part of an export"],
    ["ida/lists/x.zip", "data/ida/lists/x.zip is inside a part of an export, where no exports are"],
    ["canon/x.zip", "data/canon/x.zip is in canon/, where no exports are searched for."],
    ["canon/ida/watched.csv", "data/canon/ida/watched.csv is in canon/"],
    ["a/canon/likes/films.csv", "data/a/canon/likes is in canon/"],
    ["a/b/c/d/e/f/watched.csv", "data/a/b/c/d/e/f/watched.csv is too deep: exports are searched"],
    ["1/2/3/4/5/6/7/8/x.zip", "data/1/2/3/4/5/6/7/8/x.zip is too deep"],
    ["a/b/c/d/e/f/lists/one.csv", "data/a/b/c/d/e/f/lists is too deep"],
  ])("is a problem with %s in it, which cannot be used", async (path, message) => {
    put(path, WATCHED);
    const refusal = await refused();
    expect(refusal).toContain("There is no export in data/. What is there cannot be used:\n");
    expect(refusal).toContain(message);
    expect(refusal).toContain(
      "Import the zip from letterboxd.com/settings/data: npm run import --",
    );
  });

  test.each<[string, Buffer, string]>([
    [
      "a zip of something else",
      photos,
      "data/x.zip contains no watched.csv, ratings.csv or diary.csv.",
    ],
    [
      "a zip in a zip",
      zipInZip,
      "data/x.zip contains no export, only another zip: ida.zip. Unpack it once: replace it with the zip from inside, or import that one.",
    ],
    ["a broken zip", Buffer.from("PK nothing"), "data/x.zip is not a readable zip"],
    [
      "a zip of parts",
      zipBytes([{ name: "a/deleted/diary.csv", content: DIARY }]),
      "data/x.zip contains no watched.csv",
    ],
  ])("is a problem with %s in it, at the top or below", async (_, zip, message) => {
    put("x.zip", zip);
    expect(await refused()).toContain(message);
    rmSync(join(data, "x.zip"));
    put("a/b/x.zip", zip);
    expect(await refused()).toContain(message.replace("data/x.zip", "data/a/b/x.zip"));
  });

  test("counts what would be too much to name, and names what matters first", async () => {
    for (let n = 10; n < 25; n += 1) put(`picture-${n}.jpg`, "");
    put("reviews.csv", "");
    const [, first, ...rest] = (await refused()).split("\n");
    expect(first).toContain("data/reviews.csv");
    expect(rest).toHaveLength(11);
    expect(rest.at(-2)).toBe("… and 6 more in data/.");
  });

  test("gives no sample in GitHub Actions, since the published site is the owner's", async () => {
    const refusal = await refused({ isOnGitHub: true });
    expect(refusal).toContain("In GitHub Actions the sample is built only if DATA_DIR names it.");
    expect(refusal).toContain("npm run import -- FILE at home, commit data/ and push");
  });
});

describe("a data folder without an export, which was named,", () => {
  test("is a problem", async () => {
    expect(await refused({ isNamed: true })).toMatch(
      /^DATA_DIR is .+, but there is no export in it\.\nImport one: DATA_DIR=\S+ npm run import -- .+ For the sample: DATA_DIR=data\/sample$/,
    );
  });

  test("is a problem that says what the folder holds instead", async () => {
    put("notes.txt", "");
    put("photos.zip", photos);
    expect((await refused({ isNamed: true })).split("\n").slice(1, 3)).toEqual([
      "data/photos.zip contains no watched.csv, ratings.csv or diary.csv.",
      "data/notes.txt is not a CSV file: use the zip as downloaded, or the CSV files in it.",
    ]);
  });
});

describe("the sample that was named", () => {
  test.each<[string, () => string]>([
    ["by its path", () => join(data, "sample")],
    ["with a slash behind it", () => `${data}/sample/`],
    ["from here", () => `./${relative(process.cwd(), join(data, "sample"))}`],
    ["with dots in it", () => `${data}/sample/../sample/.`],
    [
      "by a link to it",
      () => {
        symlinkSync(join(data, "sample"), join(data, ".link"));
        return join(data, ".link");
      },
    ],
  ])("%s is the sample, in GitHub Actions too", async (_, dataDir) => {
    const place = { dataDir: dataDir(), isNamed: true, isOnGitHub: true };
    const { kind, viewings } = await read(place);
    expect({ kind, viewings: viewings.length }).toEqual({ kind: "sample", viewings: 5 });
    expect(said).toEqual([
      expect.stringMatching(/^Export: the sample in .+last logged 2024-03-14/),
    ]);
  });
});
