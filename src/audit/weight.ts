/** What a reader's browser fetches for one page, pictures not included; in bytes, compressed. */
export interface PageWeight {
  /** File of the built site. */
  file: string;
  html: number;
  styles: number;
  /** Scripts in the page, those it loads, those of its islands, and all they import. */
  scripts: number;
  /** Fonts that plain Latin letters and figures need, those of every style. */
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
  const rows = heaviestOfEachKind(pages).map(({ page, alike }) => [
    page.file.replace(/index\.html$/, "") || "dashboard",
    ...[page.html, page.styles, page.scripts, page.fonts, page.total].map(kilobytes),
    `${alike}`,
  ]);
  return alignedTable([head, ...rows]);
}

/** With the number of pages of the same kind, itself included. */
export function heaviestOfEachKind(
  pages: PageWeight[],
): { page: PageWeight; kind: string; alike: number }[] {
  return [...Map.groupBy(pages, ({ file }) => kindOf(file))]
    .map(([kind, same]) => {
      const page = same.reduce((most, one) => (one.total > most.total ? one : most));
      return { page, kind, alike: same.length };
    })
    .sort((a, b) => b.page.total - a.page.total);
}

/** Columns as wide as their widest cell; all but the first stand to the right. */
export function alignedTable(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, i) => (i > 0 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join("  "),
  );
}

/** Pages of one folder are of one kind: that of films/ran-1985/ is "films/[one]/index.html". */
const kindOf = (file: string): string => file.replace(/(?<=\/)[^/]+(?=\/index\.html$)/, "[one]");

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
