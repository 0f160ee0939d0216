import { expect, test } from "vitest";
import { runScript, stackPattern } from "../support/command.ts";
import { startTmdbServer } from "../tmdbServer/server.ts";

test("npm run tmdb on a port that is in use says so, and what to do", async () => {
  const server = await startTmdbServer({ films: [] });
  try {
    const { port } = new URL(server.url);
    const { code, stderr } = await runScript("tools/tmdb", { args: ["--port", port] });
    expect(code).toBe(1);
    expect(stderr).toContain(`Port ${port} is in use.\nChoose another port with --port`);
    expect(stderr).not.toMatch(stackPattern);
  } finally {
    await server.close();
  }
});
