import pLimit from "p-limit";

/**
 * Does the task for each item, so many at once. The first that fails keeps the others from being
 * begun; its error is thrown when those under way have ended, for they may still write to the cache.
 */
export async function mapConcurrently<T>(
  items: T[],
  most: number,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const limit = pLimit(most);
  const failures: unknown[] = [];
  await Promise.all(
    items.map((item) =>
      limit(async () => {
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
