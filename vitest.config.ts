import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

// No command a test starts may report to anybody.
process.env.ASTRO_TELEMETRY_DISABLED = "1";
// Hundreds of commands are started: Node compiles Astro and Vite for the first of them alone.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), "film-ledger-compiled");

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/site/**", "test/browser/**"],
          // A file takes longer to load than to run; none leaves anything behind in its process.
          isolate: false,
          // One more than most machines of a CI have cores: some wait for an answer that never comes.
          maxWorkers: 3,
          // Far more than any needs: a machine may be busy with other things.
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // The commands, end to end: each build takes seconds, a failing TMDB half a minute.
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // The sample in a real Chromium, built once for all files; they run beside those of the commands,
        // of which many wait.
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/builtSample.ts"],
          testTimeout: 60_000,
          hookTimeout: 300_000,
          // What a page comes to may take it longer than the second that is usual.
          expect: { poll: { timeout: 30_000 } },
          // Each worker starts one browser.
          isolate: false,
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
