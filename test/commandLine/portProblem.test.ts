import { once } from "node:events";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { portProblem, tryListening } from "../../src/commandLine/portProblem.ts";
import { runScript, stackPattern } from "../support/command.ts";

// https://www.rfc-editor.org/rfc/rfc5737: an address of no machine, for documentation.
const NOWHERE = "203.0.113.7";

test("an address of another machine is told as such", async () => {
  const error = await tryListening({ host: NOWHERE }).catch((error: unknown) => error);
  expect(portProblem(error)?.message).toBe(`${NOWHERE} is not an address of this machine.`);
});

test("a port in use is reported only for servers that cannot take the next", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void other.close());
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  await tryListening({ port, host: "127.0.0.1" });

  const [error] = await once(createServer().listen(port, "127.0.0.1"), "error").catch((e) => [e]);
  expect(portProblem(error)?.message).toBe(`Port ${port} is in use.`);
});

test("any other error has no explanation", () => {
  expect(portProblem(new TypeError("a fault"))).toBe(null);
  expect(portProblem(Object.assign(new Error(), { code: "EACCES", syscall: "open" }))).toBe(null);
});

test("dev says in a sentence where it cannot listen", async () => {
  const { code, stderr } = await runScript("dev", { args: ["--host", NOWHERE] });
  expect(stderr).toContain(`${NOWHERE} is not an address of this machine.`);
  expect(stderr).not.toMatch(stackPattern);
  expect(code).toBe(1);
});
