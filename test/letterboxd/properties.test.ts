import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ParsedExport } from "../../src/letterboxd/parseExport.ts";
import { readExport } from "../../src/letterboxd/readExport.ts";
import { quietLog } from "../../src/log.ts";
import { isProblem } from "../../src/problem.ts";
import { arbitraryExport } from "./arbitraryExport.ts";
import { type ExportModel, onlyParts, PARTS, partOf } from "./exportModel.ts";
import { naiveFigures } from "./naiveFigures.ts";
import { permuted } from "./permuted.ts";
import { BUILD_DATE, parseFiles, readParsed, summaryOf } from "./readModel.ts";
import { slippedExport } from "./slipped.ts";
import { type Writing, writeExport } from "./writeExport.ts";
import { zipBytes } from "./zipBytes.ts";

// A failure prints the seed, the path to the smallest case, and that case.
const SEED = 20260307;
/** Thousands of exports on a slow, busy machine. */
const TIMEOUT_MS = 120_000;
const runs = (numRuns: number) => ({ seed: SEED, numRuns });

const HELPERS = ["line", "nameKey", "yearFault", "isInFuture"];

/** The typed rows without what the model does not know. */
function saidIn({ rows: { member: _, favourites: __, ...rows } }: ParsedExport): unknown {
  const said = { ...rows, lists: rows.lists.map(({ uri: _, ...list }) => list) };
  return JSON.parse(
    JSON.stringify(said, (key, value) => (HELPERS.includes(key) ? undefined : value)),
  );
}

describe("an export written and read again", { timeout: TIMEOUT_MS }, () => {
  test("has the rows it was written from, none left out and none complained about", () => {
    fc.assert(
      fc.property(arbitraryExport, (model) => {
        // A day on which none of its days is still to come.
        const parsed = parseFiles(writeExport(model), "2099-12-31");
        expect(saidIn(parsed)).toEqual(model);
        expect(parsed).toMatchObject({ problem: null, skipped: [], leftOut: {} });
        const unexpected = parsed.complaints.filter(
          ({ message }) => !message.startsWith("The row has no Watched Date"),
        );
        expect(unexpected.filter(({ message }) => !message.includes("rows in all"))).toEqual([]);
      }),
      runs(600),
    );
  });

  test("names the line that each row starts on", () => {
    fc.assert(
      fc.property(arbitraryExport, (model) => {
        const files = writeExport(model);
        const { rows } = parseFiles(files);
        const found = [
          ...(rows.diary ?? []).map((row) => ({ file: "diary.csv", start: row.date, row })),
          ...(rows.reviews ?? []).map((row) => ({ file: "reviews.csv", start: row.date, row })),
          ...rows.lists.flatMap(({ file, items }) =>
            items.map((row) => ({ file, start: `${row.position}`, row })),
          ),
        ];
        for (const { file, start, row } of found) {
          const written = files.get(file)?.toString().split("\r\n")[row.line - 1] ?? "";
          expect(written.startsWith(`${start},`)).toBe(true);
          expect(written).toContain(row.name.replaceAll('"', '""'));
        }
      }),
      runs(300),
    );
  });

  test("reads the same from any line ends, encoding and list version", () => {
    const writing: fc.Arbitrary<Writing> = fc.record({
      lineEnds: fc.constantFrom(["\n"], ["\r"], ["\r\n", "\n"], ["\n", "\r\n", "\r\n"]),
      encoding: fc.constantFrom("utf-8", "utf-16le", "utf-16be"),
      bom: fc.boolean(),
      lastLineEnd: fc.boolean(),
      listHead: fc.constantFrom("Letterboxd list export v7", ""),
    });
    fc.assert(
      fc.property(arbitraryExport, writing, (model, how) => {
        const [plain, other] = [
          parseFiles(writeExport(model)),
          parseFiles(writeExport(model, how)),
        ];
        expect(other).toEqual(plain);
        expect(summaryOf(readParsed(other))).toEqual(summaryOf(readParsed(plain)));
      }),
      runs(300),
    );
  });
});

describe("the figures of an export", { timeout: TIMEOUT_MS }, () => {
  test("are those of a slow count, whichever of its files are there", () => {
    fc.assert(
      fc.property(slippedExport, fc.subarray([...PARTS]), (model, parts) => {
        const there = [...writeExport(model)].filter(([file]) => {
          const part = partOf(file);
          return part !== undefined && parts.includes(part);
        });
        const { films, viewings, ratings } = summaryOf(readParsed(parseFiles(new Map(there))));
        expect({
          seen: films.seen,
          rated: films.rated,
          liked: films.liked,
          viewings: viewings.total,
          rewatches: viewings.rewatches,
          dated: films.dated,
          average: ratings.average,
        }).toEqual(naiveFigures(onlyParts(model, parts), BUILD_DATE));
      }),
      runs(1000),
    );
  });

  test("do not depend on the order of rows that no rule orders, nor do its films", () => {
    const shuffled = slippedExport.chain((model) => fc.tuple(fc.constant(model), permuted(model)));
    fc.assert(
      fc.property(shuffled, ([model, other]) => {
        const [before, after] = [ledgerOf(model), ledgerOf(other)];
        expect(filmsOf(after)).toEqual(filmsOf(before));
        expect(summaryOf(after)).toEqual(summaryOf(before));
      }),
      runs(600),
    );
  });
});

const ledgerOf = (model: ExportModel) => readParsed(parseFiles(writeExport(model)));

/** The films with all that was joined to them, in an order that does not come from the files. */
const filmsOf = ({ films }: ReturnType<typeof readParsed>) =>
  films
    .map(({ name, viewings, reviews, ...film }) => ({
      ...film,
      // A film without an address has the spelling of its first row.
      name: name.normalize("NFC"),
      viewings: viewings.map(({ film: _, ...viewing }) => viewing),
      reviews: reviews.map((review) => JSON.stringify(review)).sort(),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

describe("bytes that are no export", { timeout: TIMEOUT_MS }, () => {
  const FILES = [
    "watched.csv",
    "ratings.csv",
    "diary.csv",
    "reviews.csv",
    "likes/films.csv",
    "lists/one.csv",
    "orphaned/diary.csv",
    "profile.csv",
    "__proto__.csv",
  ];
  const almostText = fc
    .string({ unit: fc.constantFrom(...'Date,Name;Year\t""\r\n\n\0\uFEFF é★'), maxLength: 80 })
    .map((text) => Buffer.from(text));
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }).map((array) => Buffer.from(array)),
    almostText,
    fc.tuple(fc.constantFrom(...writtenFiles()), almostText).map((parts) => Buffer.concat(parts)),
  );

  const files = fc.dictionary(fc.constantFrom(...FILES), bytes);

  test("end in rows and complaints, never in an error", () => {
    fc.assert(
      fc.property(files, (files) => {
        const ledger = readParsed(parseFiles(new Map(Object.entries(files))));
        const { seen, dated } = summaryOf(ledger).films;
        expect(dated).toBeLessThanOrEqual(seen);
      }),
      runs(2000),
    );
  });

  test("in a folder or a zip end in a ledger or in a message", async () => {
    const zips = fc.oneof(
      bytes,
      files.map((inside) =>
        zipBytes(Object.entries(inside).map(([name, content]) => ({ name, content }))),
      ),
    );
    await fc.assert(
      fc.asyncProperty(files, fc.option(zips), async (loose, zip) => {
        const data = mkdtempSync(join(tmpdir(), "film-ledger-properties-"));
        try {
          for (const [name, content] of Object.entries(loose)) put(join(data, name), content);
          if (zip) put(join(data, "export.zip"), zip);
          const { kind, exceptions } = await readExport({
            dataDir: data,
            sampleDir: "data/sample",
            buildDate: BUILD_DATE,
            log: quietLog,
          });
          expect(["folder", "zip", "sample"]).toContain(kind);
          for (const count of Object.values(exceptions.leftOut)) expect(count).toBeGreaterThan(0);
        } catch (error) {
          if (!isProblem(error)) throw error;
          expect(error.message).not.toBe("");
        } finally {
          rmSync(data, { recursive: true });
        }
      }),
      runs(150),
    );
  });
});

function put(path: string, content: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Files as Letterboxd writes them, to be spoiled. */
function writtenFiles(): Buffer[] {
  const [model] = fc.sample(arbitraryExport, { seed: SEED, numRuns: 1 });
  return model ? [...writeExport(model).values()] : [];
}
