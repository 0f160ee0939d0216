import { grouped } from "../counted.ts";
import { quoted } from "../npmRun.ts";
import { Problem } from "../problem.ts";
import { pathsToRemove } from "./privateFiles.ts";
import type { Visibility } from "./publicRepository.ts";

const SHOWN = 10;

export const GITHUB_ON_REMOVING =
  "https://docs.github.com/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository";

/**
 * Says which private files Git tracks and how to remove them from its history.
 *
 * @param found as `privateFiles` names them
 * @param isWorkflow whether the check runs on GitHub, where it can be run again
 */
export function trackedProblem(
  found: string[],
  visibility: Visibility,
  { isWorkflow }: { isWorkflow: boolean },
): Problem {
  const shown = found.slice(0, SHOWN).map((path) => `  ${path}`);
  const rest = found.length > SHOWN ? [`  … and ${grouped(found.length - SHOWN)} more`] : [];
  const what = "Git tracks files that a public repository must not contain:";
  const isUnknown = visibility.is === "unknown";
  const doubt = isUnknown
    ? [`It is not known whether the repository is public: ${visibility.why}.`]
    : [];
  const later = isWorkflow ? " Run its workflow again later." : "";
  const first = isUnknown ? `If the repository is private, they may stay.${later}\n` : "";
  return new Problem([...doubt, what, ...shown, ...rest].join("\n"), {
    hint: `${first}${howToPurge(pathsToRemove(found))}`,
  });
}

function howToPurge(paths: string[]): string {
  return `They may hold your e-mail address, your comments and your deleted entries. To purge them:
  1. Make the repository private for now: Settings > General > Danger Zone.
  2. Remove them from the next commit. Your own copies stay:
     git rm -r --cached -- ${paths.map((path) => quoted(path)).join(" ")}
     git commit -m "Remove private files"
     git push
  3. Remove them from all earlier commits, in a fresh clone outside this folder, with
     https://github.com/newren/git-filter-repo (pip install git-filter-repo). ADDRESS is the address
     of your repository:
     git clone ADDRESS purged
     cd purged
     git filter-repo --invert-paths ${paths.map((path) => `--path ${quoted(path)}`).join(" ")}
     git remote add origin ADDRESS
     git push --force --all --set-upstream origin
     git push --force --tags
     Continue in that clone. A push from an older clone would bring them back.
     Or push the current files to a new repository without history, and delete this one.
  4. Forks, pull requests and GitHub's caches may still have them. Ask the owners of forks to delete
     them, and ask GitHub's support about the rest:
     ${GITHUB_ON_REMOVING}
npm run import copies only what the site uses into data/.`;
}
