import { reportError } from "../src/commandLine/command.ts";
import { readOptions } from "../src/commandLine/options.ts";
import { Problem } from "../src/problem.ts";
import { failEvenly } from "../test/tmdbServer/faults.ts";
import { startTmdbServer, testTokens } from "../test/tmdbServer/server.ts";

// Starts the tests' server that plays TMDB, to try the site by hand.

const usage = `npm run tmdb -- [--films FILE] [--series FILE] [--port PORT] [--latency MS] [--limit N] [--fail-rate SHARE] [--crews]

Plays TMDB on this machine. It knows the films of the sample.
  --films FILE, --series FILE  JSON lines in the shape of TMDB's details, plain or gzipped (default: the sample's)
  --port PORT                  default: any free one
  --latency MS                 milliseconds before each answer
  --limit N                    requests a second before it answers 429
  --fail-rate SHARE            share of requests that fail, 0 to 1
  --crews                      fill up crews with made-up people, 40 to 300 a film`;

function amount(name: string, value: string, most = Number.POSITIVE_INFINITY): number {
  const number = Number(value);
  if (value.trim() === "" || !(number >= 0 && number <= most)) {
    throw new Problem(`--${name} ${value} is not a number between 0 and ${most}.`);
  }
  return number;
}

try {
  const { values } = readOptions(
    {
      options: {
        films: { type: "string" },
        series: { type: "string" },
        port: { type: "string", default: "0" },
        latency: { type: "string", default: "0" },
        limit: { type: "string" },
        "fail-rate": { type: "string", default: "0" },
        crews: { type: "boolean", default: false },
      },
    },
    usage,
  );
  const server = await startTmdbServer({
    ...(values.films === undefined ? {} : { films: values.films }),
    ...(values.series === undefined ? {} : { series: values.series }),
    port: amount("port", values.port, 65535),
    latency: amount("latency", values.latency),
    limit: values.limit === undefined ? null : amount("limit", values.limit),
    madeUpCrews: values.crews,
  });
  server.fault = failEvenly(amount("fail-rate", values["fail-rate"], 1));
  console.log(`TMDB_API_URL=${server.url}`);
  console.log(`TMDB_IMAGE_URL=${server.imageUrl}`);
  console.log(`TMDB_API_TOKEN=${testTokens[0]}`);
  process.once("SIGINT", async () => {
    await server.close();
    const { requests, search, details, images, throttled, maxPerSecond } = server.counters;
    console.log({ requests, search, details, images, throttled, maxPerSecond });
  });
} catch (error) {
  process.exitCode = reportError(error);
}
