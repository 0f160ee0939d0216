import { z } from "zod";

const repository = z.object({ private: z.boolean() });

/**
 * Whether everybody can read the repository of a workflow on GitHub. Outside of a workflow, and where
 * GitHub does not say, it may be so.
 *
 * @param env of the workflow: GITHUB_REPOSITORY, GITHUB_API_URL, and a GITHUB_TOKEN that may read it
 */
export async function isPublicRepository(
  env: Record<string, string | undefined>,
): Promise<boolean> {
  const { GITHUB_REPOSITORY: name, GITHUB_TOKEN: token } = env;
  const { GITHUB_API_URL: api = "https://api.github.com" } = env;
  if (!name) return true;
  try {
    // The event that started the workflow tells it too, but not where that is the schedule.
    const response = await fetch(`${api}/repos/${name}`, {
      headers: {
        accept: "application/vnd.github+json",
        ...(token && { authorization: `Bearer ${token}` }),
      },
      signal: AbortSignal.timeout(30_000),
    });
    const answer = repository.safeParse(response.ok ? await response.json() : null);
    return !answer.data?.private;
  } catch {
    return true;
  }
}
