import { readingReport } from "./bench/reading.ts";
import { run } from "./command.ts";
import { readOptions } from "./options.ts";

const usage = `npm run bench -- [--export FOLDER]

Measures how long reading an export takes.
  --export FOLDER  an unpacked export, the sample unless told`;

await run(async () => {
  const { values } = readOptions(
    { options: { export: { type: "string", default: "data/sample" } } },
    usage,
  );
  for (const line of await readingReport(values.export)) process.stdout.write(`${line}\n`);
});
