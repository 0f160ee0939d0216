import { runCommand } from "../src/commandLine/command.ts";
import { countOption, readOptions, Usage } from "../src/commandLine/options.ts";
import { buildingReport } from "./bench/building.ts";
import { enrichingReport } from "./bench/enriching.ts";
import { readingReport } from "./bench/reading.ts";

const PARTS = ["reading", "enriching", "building"];

const usage = `npm run bench -- [reading] [enriching] [building] [--export FOLDER] [--films N] [--records FILE]

Measures how long reading an export takes, enriching films in every way that matters, and building the
sites of 10,000 and 30,000 films with whole crews.
  --export FOLDER  an unpacked export to read, default: the sample
  --films N        number of films to enrich (default: 1000) or to build a site of
  --records FILE   TMDB's details of films, as JSON lines (default: the sample's)`;

await runCommand(async () => {
  const { values, positionals } = readOptions(
    {
      allowPositionals: true,
      options: {
        export: { type: "string", default: "data/sample" },
        records: { type: "string", default: "data/sample/tmdb/films.jsonl" },
        films: { type: "string" },
      },
    },
    usage,
  );
  const count = values.films === undefined ? null : countOption("--films", values.films, usage);
  const other = positionals.find((part) => !PARTS.includes(part));
  if (other !== undefined) {
    const [call = ""] = usage.split("\n");
    throw new Usage(`There is no part ${other}, but ${PARTS.join(" and ")}.\n${call}`);
  }
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const wanted = (part: string) => positionals.length === 0 || positionals.includes(part);
  if (wanted("reading")) for (const line of await readingReport(values.export)) print(line);
  if (wanted("enriching")) await enrichingReport(values.records, count ?? 1000, print);
  if (wanted("building")) await buildingReport(count === null ? [10_000, 30_000] : [count], print);
});
