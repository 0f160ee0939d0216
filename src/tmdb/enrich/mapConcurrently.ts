import pLimit from "p-limit";

/**
 * Runs the task for each item, at most `limit` at the same time. After a failure no further task starts.
 * The error is thrown once the running tasks have ended, because they may still write to the cache.
 */
export async function mapConcurrently<T>(
  items: T[],
  limit: number,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const run = pLimit(limit);
  const failures: unknown[] = [];
  await Promise.all(
    items.map((item) =>
      run(async () => {
        if (failures.length > 0) return;
        try {
          await task(item);
        } catch (error) {
          failures.push(error);
        }
      }),
    ),
  );
  if (failures.length > 0) throw failures[0];
}
