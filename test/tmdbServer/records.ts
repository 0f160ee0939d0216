import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { Problem } from "../../src/problem.ts";
import { isObject, type Json } from "./json.ts";

/** Films or series in the shape of TMDB's details, read one at a time. */
export interface Records {
  readonly length: number;
  read(at: number): Json;
}

const sample = (name: string) =>
  fileURLToPath(new URL(`../../data/sample/tmdb/${name}.jsonl`, import.meta.url));

/**
 * The records to serve. Without `films` the bundled sample is read; a sample without series, or
 * given films without given series, means none.
 */
export function loadSources(
  films: string | readonly object[] | undefined,
  series: string | readonly object[] | undefined,
): { films: Records; series: Records } {
  const sampleSeries = sample("series");
  const defaultSeries = films === undefined && existsSync(sampleSeries) ? sampleSeries : [];
  return {
    films: loadRecords(films ?? sample("films")),
    series: loadRecords(series ?? defaultSeries),
  };
}

/**
 * @param source JSON lines, plain or gzipped (by the name's `.gz`), or the objects themselves.
 * @throws {Problem} for a file that is not there, or (when read) a line that is no JSON object.
 */
export function loadRecords(source: string | readonly object[]): Records {
  return typeof source === "string" ? fileRecords(source) : objectRecords(source);
}

function objectRecords(source: readonly object[]): Records {
  return {
    length: source.length,
    read: (at) => ({ ...source[at] }),
  };
}

// The text stays one buffer and a line is parsed when it is asked for: 59,000 films with credits
// as objects would take five times the memory.
function fileRecords(path: string): Records {
  const bytes = readBytes(path);
  const lines: { start: number; end: number; line: number }[] = [];
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    if (bytes.toString("latin1", start, end).trim() !== "") lines.push({ start, end, line });
    start = end + 1;
  }
  return {
    length: lines.length,
    read(at) {
      const found = lines[at];
      if (!found) throw new RangeError(`${path} has no record ${at}`);
      return parseLine(bytes.toString("utf8", found.start, found.end), path, found.line);
    },
  };
}

function readBytes(path: string): Buffer {
  try {
    const bytes = readFileSync(path);
    return path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  } catch (cause) {
    throw new Problem(`Cannot read the film data in ${path}: ${message(cause)}`, {
      hint: "Name a file of JSON lines (plain or .gz), one answer of /movie/{id} a line.",
      cause,
    });
  }
}

function parseLine(line: string, path: string, number: number): Json {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new Problem(`${path}, line ${number} is not JSON: ${message(cause)}`, { cause });
  }
  if (!isObject(value)) throw new Problem(`${path}, line ${number} is no JSON object.`);
  return value;
}

const message = (error: unknown) => (error instanceof Error ? error.message : String(error));
