import type { Result } from "lighthouse";

const categories = ["performance", "accessibility", "best-practices", "seo"];

/** The medians for one page: four scores of 100, LCP in s, TBT in ms and CLS. */
export function median(results: Result[]): string[] {
  const middle = (of: (result: Result) => number) =>
    results.map(of).toSorted((a, b) => a - b)[results.length >> 1] ?? 0;
  const value = (audit: string) => middle((result) => result.audits[audit]?.numericValue ?? 0);
  return [
    ...categories.map((name) =>
      Math.round(middle((result) => (result.categories[name]?.score ?? 0) * 100)).toString(),
    ),
    (value("largest-contentful-paint") / 1000).toFixed(2),
    value("total-blocking-time").toFixed(0),
    value("cumulative-layout-shift").toFixed(3),
  ];
}

/** Titles and findings of the audits that cost a page points in any run. */
export function shortcomings(results: Result[]): string[] {
  const found = results.flatMap((result) =>
    categories.flatMap((name) =>
      (result.categories[name]?.auditRefs ?? [])
        .filter(({ weight }) => weight > 0)
        .flatMap(({ id }) => {
          const audit = result.audits[id];
          if (!audit || audit.score === null || audit.score >= 0.9) return [];
          return [`${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ""}`];
        }),
    ),
  );
  return [...new Set(found)];
}
