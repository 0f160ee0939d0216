import { expect, test } from "vitest";
import { loadLibrary } from "../../src/loadLibrary.ts";
import { examination } from "../../src/publish/examination.ts";
import { readSettings } from "../../src/settings.ts";
import { doubtful } from "../../src/tmdb/match.ts";

const settings = readSettings({ config: {}, env: { OFFLINE: "1" } });
const loaded = await loadLibrary(settings);

const examined = (films: number) =>
  examination({
    ...loaded,
    settings,
    remarks: ["Export: the one of May."],
    report: {
      doubtful: Array.from({ length: films }, (_, i) => ({
        key: `${i}`,
        uri: null,
        name: `Film ${i}`,
        year: i === 0 ? null : 1990 + i,
        match: doubtful("Two are equally known.", []),
      })),
    },
  });

test("doubtful films are named with year and reason", () => {
  const lines = examined(2);
  const at = lines.findIndex((line) => /^ {2}worth a look +2$/.test(line));
  expect(lines.slice(at + 1, at + 4)).toEqual([
    "    Film 0 (no year): Two are equally known.",
    "    Film 1 (1991): Two are equally known.",
    "\nSettings",
  ]);
});

test("of many doubtful films ten are named and the rest is counted", () => {
  const lines = examined(13);
  expect(lines.filter((line) => line.includes("Two are equally known."))).toHaveLength(10);
  expect(lines).toContain("    … and 3 more");
});

test("what was said while the export was chosen is told with the export", () => {
  const lines = examined(0);
  expect(lines.slice(0, 2)).toEqual(["\nExport", "Export: the one of May."]);
});
