/** What a reader's browser fetches for one page, pictures aside; in bytes, compressed. */
export interface PageWeight {
  /** File of the built site. */
  file: string;
  html: number;
  styles: number;
  /** Scripts in the page, those it loads, those of its islands, and all they import. */
  scripts: number;
  /** Fonts that plain Latin letters need. */
  fonts: number;
  /** All of it; scripts that stand in the page count once. */
  total: number;
  /** Other hosts that are asked for something. */
  hosts: string[];
}

/** The most that each may weigh. */
export const limits = {
  total: 100_000,
  /** In place of `total`, for the page of all films. */
  browse: 250_000,
  scripts: 15_000,
  styles: 15_000,
  fonts: 45_000,
  /** HTML of the first page. */
  dashboard: 40_000,
};

/** What is heavier than it may be, and who is asked but is none of `hosts`: a sentence each. */
export function overweight(
  pages: PageWeight[],
  { hosts = [] }: { hosts?: string[] } = {},
): string[] {
  return pages.flatMap((page) => {
    const { file } = page;
    const over = (part: "total" | "html" | "scripts" | "styles" | "fonts", most: number) =>
      page[part] > most
        ? [`${file}: ${part} ${kilobytes(page[part])} kB, more than ${kilobytes(most)}`]
        : [];
    return [
      ...over("total", file === "films/index.html" ? limits.browse : limits.total),
      ...(file === "index.html" ? over("html", limits.dashboard) : []),
      ...over("scripts", limits.scripts),
      ...over("styles", limits.styles),
      ...over("fonts", limits.fonts),
      ...page.hosts.filter((host) => !hosts.includes(host)).map((host) => `${file}: asks ${host}`),
    ];
  });
}

const head = ["kB, compressed", "HTML", "styles", "scripts", "fonts", "in all", "pages like it"];

/** A table of the heaviest page of each kind, the heaviest kind first. */
export function weightTable(pages: PageWeight[]): string[] {
  const kinds = [...Map.groupBy(pages, ({ file }) => kindOf(file)).values()];
  const heaviest = kinds.flatMap((same) => {
    const [most] = same.toSorted((a, b) => b.total - a.total);
    return most ? [{ ...most, pages: same.length }] : [];
  });
  const rows = heaviest
    .toSorted((a, b) => b.total - a.total)
    .map((page) => [
      page.file.replace(/index\.html$/, "") || "dashboard",
      ...[page.html, page.styles, page.scripts, page.fonts, page.total].map(kilobytes),
      `${page.pages}`,
    ]);
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  return [head, ...rows].map((row) =>
    row
      .map((cell, i) => (i > 0 ? cell.padStart : cell.padEnd).call(cell, widths[i] ?? 0))
      .join("  "),
  );
}

/** Pages of one folder are of one kind: `films/ran-1985/` and `films/ikiru-1952/`. */
const kindOf = (file: string): string =>
  file.replace(/[^/]+\/index\.html$/, (own, at) => (at > 0 ? "" : own));

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
