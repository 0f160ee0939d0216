/** What a browser fetches for one page, without pictures: bytes, compressed. */
export interface PageWeight {
  /** File of the built site. */
  file: string;
  html: number;
  styles: number;
  /** Inline scripts, loaded scripts, islands, and everything they import. */
  scripts: number;
  /** Fonts of every style for plain Latin letters and digits. */
  fonts: number;
  /** The sum; inline scripts count only as part of the HTML. */
  total: number;
  /** Other hosts that the page loads from. */
  hosts: string[];
}

/** Maximum bytes. */
export const limits = {
  total: 100_000,
  /** Replaces `total` on the page of all films. */
  browse: 250_000,
  scripts: 15_000,
  styles: 15_000,
  fonts: 45_000,
  /** HTML of the dashboard. */
  dashboard: 40_000,
};

/** One sentence for each limit that is exceeded and for each host that is not in `hosts`. */
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
      ...page.hosts
        .filter((host) => !hosts.includes(host))
        .map((host) => `${file}: loads from ${host}`),
    ];
  });
}

const head = ["kB, compressed", "HTML", "styles", "scripts", "fonts", "total", "similar pages"];

/** A text table of the heaviest page of each kind, heaviest first. */
export function weightTable(pages: PageWeight[]): string[] {
  const rows = heaviestOfEachKind(pages).map(({ page, alike }) => [
    page.file.replace(/index\.html$/, "") || "dashboard",
    ...[page.html, page.styles, page.scripts, page.fonts, page.total].map(kilobytes),
    `${alike}`,
  ]);
  return alignedTable([head, ...rows]);
}

/** `alike` is the number of pages of that kind. */
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

/** Pads columns to their widest cell; the first is left-aligned, the others right-aligned. */
export function alignedTable(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, i) => (i > 0 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join("  "),
  );
}

/** Pages of one folder are of one kind: for films/ran-1985/ it is "films/[one]/index.html". */
const kindOf = (file: string): string => file.replace(/(?<=\/)[^/]+(?=\/index\.html$)/, "[one]");

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
