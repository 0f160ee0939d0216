import { pathsToRemove, privateFiles } from "../src/audit/privateFiles.ts";
import { type Visibility, visibilityOf } from "../src/audit/publicRepository.ts";
import { runCommand } from "../src/commandLine/command.ts";
import { readOptions } from "../src/commandLine/options.ts";
import { grouped } from "../src/counted.ts";
import { quoted } from "../src/npmRun.ts";
import { Problem } from "../src/problem.ts";

const usage = `npm run check:repository

Stops where Git tracks files that a public repository must not hold: profile.csv, comments.csv and
deleted/, loose or in a zip. In a workflow of a private repository they may be there.`;

const SHOWN = 10;

const GITHUB_ON_REMOVING =
  "https://docs.github.com/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository";

await runCommand(async () => {
  readOptions({ options: {} }, usage);
  const found = await privateFiles(process.cwd());
  if (found.length === 0) {
    process.stdout.write(`Git tracks no profile.csv, comments.csv or deleted/ of yours.
Earlier commits were not searched: what was once pushed is still in them. How to take it out:
${GITHUB_ON_REMOVING}
`);
    return;
  }
  const visibility = await visibilityOf(process.env);
  if (visibility.is !== "private") throw tracked(found, visibility);
  process.stdout.write("Git tracks files that give you away; the repository is private.\n");
});

function tracked(found: string[], visibility: Visibility): Problem {
  const shown = found.slice(0, SHOWN).map((path) => `  ${path}`);
  const rest = found.length > SHOWN ? [`  … and ${grouped(found.length - SHOWN)} more`] : [];
  const what = "Git tracks files that a public repository must not hold:";
  const isUnknown = visibility.is === "unknown";
  const doubt = isUnknown
    ? [`It is not known whether the repository is public: ${visibility.why}.`]
    : [];
  const later = process.env.GITHUB_REPOSITORY ? " Run its workflow again later." : "";
  const first = isUnknown
    ? `If the repository is private, they may stay: change nothing.${later}\n`
    : "";
  return new Problem([...doubt, what, ...shown, ...rest].join("\n"), {
    hint: `${first}${howToPurge(pathsToRemove(found))}`,
  });
}

function howToPurge(paths: string[]): string {
  return `They may hold your e-mail address, what you wrote to others and what you deleted. To purge them:
  1. Make the repository private for now: Settings > General > Danger Zone.
  2. Take them out of the next commit; your own copies stay:
     git rm -r --cached -- ${paths.map((path) => quoted(path)).join(" ")}
     git commit -m "Remove private files"
     git push
  3. Take them out of all earlier ones, in a fresh clone outside of this folder, with
     https://github.com/newren/git-filter-repo, which pip install git-filter-repo brings. ADDRESS is that
     of your repository:
     git clone ADDRESS purged
     cd purged
     git filter-repo --invert-paths ${paths.map((path) => `--path ${quoted(path)}`).join(" ")}
     git remote add origin ADDRESS
     git push --force --all --set-upstream origin
     git push --force --tags
     Go on in that clone: a push from an older one would bring them back.
     Or push the files of today to a new repository without history, and delete this one.
  4. Forks, pull requests and GitHub's caches may have them still. Ask the owners of forks to delete
     them, and GitHub's support for the rest:
     ${GITHUB_ON_REMOVING}
npm run import puts into data/ only what the site uses.`;
}
