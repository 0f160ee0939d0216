import type { RichText } from "../words/richText.ts";

const references: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => references[character] ?? character);

/**
 * The markup of a text that holds only words and links; null if it holds anything else. Astro takes
 * several times as long for each link, and a film may name 300 people.
 */
export function linksHtml(parts: RichText): string | null {
  let html = "";
  for (const part of parts) {
    if (typeof part === "string") html += escaped(part);
    else if ("text" in part) html += `<a href="${escaped(part.href)}">${escaped(part.text)}</a>`;
    else return null;
  }
  return html;
}
