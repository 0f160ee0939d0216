import { parseHTML } from "linkedom";

/** One element a line, indented, so that a changed drawing is a diff a person can read. */
export function pretty(svg: string): string {
  let depth = 0;
  return svg
    .replace(/></g, ">\n<")
    .split("\n")
    .map((line) => {
      if (line.startsWith("</")) depth -= 1;
      const indented = `${"  ".repeat(depth)}${line}`;
      if (/^<[^/]/.test(line) && !line.endsWith("/>") && !line.includes("</")) depth += 1;
      return indented;
    })
    .join("\n")
    .concat("\n");
}

/** The drawings in a chart's SVG text. */
export const drawingsIn = (svg: string): Element[] => [
  ...parseHTML(`<body>${svg}</body>`).document.querySelectorAll("body > svg"),
];

/** Addresses of the marks that lead somewhere. */
export const linksIn = (svg: string): string[] =>
  Array.from(svg.matchAll(/<a [^>]*?\bhref="([^"]*)"/g), ([, href]) => `${href}`);

/** What is written on the drawing, as its reader sees it. */
export const textsIn = (svg: string): string[] =>
  drawingsIn(svg).flatMap((drawing) =>
    [...drawing.querySelectorAll("text")].map(({ childNodes }) =>
      [...childNodes]
        .filter(({ nodeName }) => nodeName.toLowerCase() !== "title")
        .map(({ textContent }) => textContent ?? "")
        .join(""),
    ),
  );
