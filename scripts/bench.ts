import { parseArgs } from "node:util";
import { enrichingReport } from "./bench/enriching.ts";
import { readingReport } from "./bench/reading.ts";
import { run } from "./command.ts";

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      export: { type: "string", default: "data/sample" },
      records: { type: "string", default: "data/sample/tmdb/films.jsonl" },
      films: { type: "string", default: "1000" },
    },
  });
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const wanted = (part: string) => positionals.length === 0 || positionals.includes(part);
  if (wanted("reading")) for (const line of await readingReport(values.export)) print(line);
  if (wanted("enriching")) await enrichingReport(values.records, Number(values.films), print);
});
