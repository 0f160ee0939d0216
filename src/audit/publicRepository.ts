import { z } from "zod";

const repository = z.object({ private: z.boolean() });

/** Who can read a repository, or why that is unknown. */
export type Visibility =
  | { is: "public" | "private" }
  /** A sentence without a full stop. */
  | { is: "unknown"; why: string };

const unknown = (why: string): Visibility => ({ is: "unknown", why });

/**
 * Asks GitHub whether the repository of the running workflow is public.
 *
 * @param env of the workflow: GITHUB_REPOSITORY, GITHUB_API_URL, and a GITHUB_TOKEN that may read it
 */
export async function visibilityOf(env: Record<string, string | undefined>): Promise<Visibility> {
  const { GITHUB_REPOSITORY: name, GITHUB_TOKEN: token } = env;
  const { GITHUB_API_URL: api = "https://api.github.com" } = env;
  if (!name) return unknown("only a GitHub workflow asks");
  try {
    // The event of a scheduled workflow does not say it, so the API is asked.
    const response = await fetch(`${api}/repos/${name}`, {
      headers: {
        accept: "application/vnd.github+json",
        ...(token && { authorization: `Bearer ${token}` }),
      },
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) return unknown(`GitHub answered ${response.status}`);
    const answer = repository.safeParse(await response.json());
    if (!answer.success) return unknown("GitHub's answer does not say");
    return { is: answer.data.private ? "private" : "public" };
  } catch (error) {
    return unknown(`GitHub's answer could not be read (${reasonOf(error)})`);
  }
}

/** The message of fetch is only "fetch failed"; its cause says why. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
