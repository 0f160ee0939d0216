import { privateFiles } from "../src/audit/privateFiles.ts";
import { visibilityOf } from "../src/audit/publicRepository.ts";
import { GITHUB_ON_REMOVING, trackedProblem } from "../src/audit/trackedProblem.ts";
import { runCommand } from "../src/commandLine/command.ts";
import { readOptions } from "../src/commandLine/options.ts";

const usage = `npm run check:repository

Fails if Git tracks files that a public repository must not contain: profile.csv, comments.csv and
deleted/, loose or in a zip. In a workflow of a private repository they are allowed.`;

await runCommand(async () => {
  readOptions({ options: {} }, usage);
  const found = await privateFiles(process.cwd());
  if (found.length === 0) {
    process.stdout.write(`Git tracks none of your private files (profile.csv, comments.csv, deleted/).
Earlier commits were not searched. They still contain anything that was ever pushed. To remove it:
${GITHUB_ON_REMOVING}
`);
    return;
  }
  const visibility = await visibilityOf(process.env);
  if (visibility.is !== "private") {
    const isWorkflow = Boolean(process.env.GITHUB_REPOSITORY);
    throw trackedProblem(found, visibility, { isWorkflow });
  }
  process.stdout.write("Git tracks private files of yours, but the repository is private.\n");
});
