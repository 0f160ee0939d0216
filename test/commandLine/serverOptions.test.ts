import { expect, test } from "vitest";
import { Usage } from "../../src/commandLine/options.ts";
import { serverOptions } from "../../src/commandLine/serverOptions.ts";

const usage = "npm run dev -- [--port PORT] [--host ADDRESS]\n\nServes.";
const read = (...args: string[]) => serverOptions(usage, { args });

test("a port and an address are taken, and nothing is made up", () => {
  expect(read("--port", "65535", "--host", "0.0.0.0")).toEqual({ port: 65_535, host: "0.0.0.0" });
  expect(read("--port", "0")).toEqual({ port: 0 });
  expect(read()).toEqual({});
});

test.each(["abc", "8080x", "80.5", "65536", ""])("--port %s is refused", (port) => {
  const reading = () => read("--port", port);
  expect(reading).toThrow(Usage);
  expect(reading).toThrow(`--port ${port}`);
});
