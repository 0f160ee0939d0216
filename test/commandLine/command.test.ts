import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { stackPattern } from "../support/command.ts";

const modules = Object.fromEntries(
  ["src/commandLine/command", "src/problem"].map((name) => [
    name,
    new URL(`../../${name}.ts`, import.meta.url).href,
  ]),
);

/** Runs the body of a command; once it has written "ready" it gets the signal, if there is one. */
async function runCommand(body: string, signal?: NodeJS.Signals) {
  const code = `
    const { runCommand, interruptionSignal } = await import("${modules["src/commandLine/command"]}");
    const { Problem } = await import("${modules["src/problem"]}");
    await runCommand(async () => { ${body} });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code]);
  if (signal) child.stdout.once("data", () => child.kill(signal));
  const [stderr] = await Promise.all([text(child.stderr), once(child, "close")]);
  return { code: child.exitCode, stderr };
}

/** Waits for the signal, and then comes to the end that is given. */
const afterSignal = (end: string) => `
  const signal = interruptionSignal();
  const alive = setInterval(() => {}, 1000);
  process.stdout.write("ready");
  await new Promise((resolve) => signal.addEventListener("abort", resolve));
  clearInterval(alive);
  ${end}`;

test.each([
  ["its reason", "signal.throwIfAborted();"],
  [
    "what the end of a helper causes",
    "throw Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });",
  ],
  ["an uncaught error", "setImmediate(() => undefined.length); await new Promise(() => {});"],
  [
    "a rejection nobody waits for",
    "void Promise.reject(new TypeError('x')); await new Promise(() => {});",
  ],
  ["a problem", "throw new Problem('Something else.');"],
  ["what is no error", "throw 'a text';"],
])("after a signal %s is told as the interruptionSignal that it is", async (_what, end) => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const { code, stderr } = await runCommand(afterSignal(end), signal);
    expect(stderr).toMatch(/^\nStopping …\n\nInterrupted\. The last site is unchanged\.\n/);
    expect(stderr).not.toMatch(stackPattern);
    expect(code).toBe(1);
  }
});

test("what ends well after a signal has ended well", async () => {
  expect(await runCommand(afterSignal(""), "SIGINT")).toMatchObject({ code: 0 });
});

test.each([
  ["thrown", "throw new TypeError('a fault');"],
  [
    "uncaught",
    "setImmediate(() => { throw new TypeError('a fault'); }); await new Promise(() => {});",
  ],
  ["left to itself", "void Promise.reject(new TypeError('a fault')); await new Promise(() => {});"],
])("a bug that is %s is one: stack and 70", async (_how, body) => {
  const { code, stderr } = await runCommand(body);
  expect(stderr).toMatch(/TypeError: a fault/);
  expect(stderr).toMatch(stackPattern);
  expect(code).toBe(70);
});

test.each([
  ["a name that is too long", "ENAMETOOLONG", "x".repeat(300), /A name is too long/],
  ["a path through a file", "ENOTDIR", "package.json/a", /leads through a file/],
])("%s is the owner's to mend", async (_what, _code, path, message) => {
  const { code, stderr } = await runCommand(`
    const { mkdirSync } = await import("node:fs");
    mkdirSync(${JSON.stringify(path)});`);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(stackPattern);
  expect(code).toBe(1);
});

test("a port that may not be listened on is named, and nobody is told to take a folder", async () => {
  const { code, stderr } = await runCommand(`
    throw Object.assign(new Error("listen EACCES: permission denied 0.0.0.0:80"),
      { code: "EACCES", syscall: "listen", address: "0.0.0.0", port: 80 });`);
  expect(stderr).toBe(
    "\nPort 80 is forbidden.\nChoose another port with --port, or leave it out to use any free one.\n",
  );
  expect(code).toBe(1);
});

test("a program that may not be started is not reported as the owner's file", async () => {
  const { code, stderr } = await runCommand(`
    throw Object.assign(new Error("spawn git EACCES"),
      { code: "EACCES", syscall: "spawn git", path: "git" });`);
  expect(stderr).not.toContain("chown");
  expect(code).toBe(70);
});

test("what a signal breaks off after the site was made is not called unchanged", async () => {
  const { stderr } = await runCommand(
    `(await import("${modules["src/commandLine/command"]}")).noteReplacing(); ${afterSignal("throw new TypeError('x');")}`,
    "SIGINT",
  );
  expect(stderr).toContain("Interrupted while the new site was replacing the last one.");
  expect(stderr).not.toContain("unchanged");
});

test("answers of TMDB's are called kept after a signal, unless one could not be", async () => {
  const kept = await runCommand(afterSignal("signal.throwIfAborted();"), "SIGINT");
  expect(kept.stderr).toContain("TMDB's answers are kept");
  const noteLostAnswers = `(await import("${modules["src/commandLine/command"]}")).noteLostAnswers();`;
  for (const end of ["signal.throwIfAborted();", "throw new TypeError('x');"]) {
    const { stderr } = await runCommand(`${noteLostAnswers} ${afterSignal(end)}`, "SIGINT");
    expect(stderr).toContain("Some of TMDB's answers could not be kept");
    expect(stderr).not.toContain("is kept");
  }
});
