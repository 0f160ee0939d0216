import fc from "fast-check";
import { expect, test } from "vitest";
import { safeNames } from "../../src/import/safeNames.ts";

const named = (...names: string[]) => Object.fromEntries(safeNames(names));

test("the names of Letterboxd stay as they are", () => {
  expect(named("by-the-sea.csv", "null-123.csv", "été ★.csv", "console.csv")).toEqual({
    "by-the-sea.csv": "by-the-sea.csv",
    "null-123.csv": "null-123.csv",
    "été ★.csv": "été ★.csv",
    "console.csv": "console.csv",
  });
});

test.each([
  ['what: "now"?.csv', "what- -now--.csv"],
  ["a<b>c|d*e\\f.csv", "a-b-c-d-e-f.csv"],
  ["bell\u0007 and\ttab.csv", "bell- and-tab.csv"],
  ["stop..csv", "stop-.csv"],
  ["blank .csv", "blank-.csv"],
  ["CON.csv", "_CON.csv"],
  ["com1.old.csv", "_com1.old.csv"],
  [`${"é".repeat(120)}.csv`, `${"é".repeat(50)}.csv`],
])("%j becomes a name that every system can write", (name, safe) => {
  expect(named(name)).toEqual({ [name]: safe });
});

test("names that some disks take for one become two", () => {
  // The second "é" is an e with a combining accent.
  expect(named("Noir.csv", "noir.csv", "caf\u00e9.csv", "cafe\u0301.csv")).toEqual({
    "Noir.csv": "Noir.csv",
    "noir.csv": "noir-2.csv",
    "caf\u00e9.csv": "caf\u00e9.csv",
    "cafe\u0301.csv": "cafe\u0301-2.csv",
  });
});

test("a replaced name never takes the place of one that was safe", () => {
  expect(named("a:b.csv", "a-b.csv", "a?b.csv", "a-b-2.csv")).toEqual({
    "a-b.csv": "a-b.csv",
    "a-b-2.csv": "a-b-2.csv",
    "a:b.csv": "a-b-3.csv",
    "a?b.csv": "a-b-4.csv",
  });
});

test("any names become as many that are legal on Windows and differ on a disk that folds case", () => {
  const pieces = fc.constantFrom(
    "a",
    "A",
    "é",
    "e\u0301",
    ":",
    "-",
    "2",
    ".",
    " ",
    "CON",
    "\0",
    "ß",
    "🎬",
  );
  const name = fc
    .array(pieces, { minLength: 1, maxLength: 90 })
    .map((all) => `${all.join("")}.csv`);
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
      const safe = [...safeNames(names).values()];
      expect(safe).toHaveLength(names.length);
      expect(new Set(safe.map((one) => one.normalize("NFC").toLowerCase())).size).toBe(safe.length);
      for (const one of safe) {
        expect(one).toMatch(/^(?!con *\.)[^<>:"|?*\\/\p{Cc}]*[^. <>:"|?*\\/\p{Cc}]\.csv$/iu);
        expect(Buffer.byteLength(one)).toBeLessThan(255);
      }
    }),
  );
});
