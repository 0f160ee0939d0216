import { parseHTML } from "linkedom";

/** A name on a film's page, below "Cast", "Music", "Studios" … */
export interface CreditName {
  label: string;
  isLinked: boolean;
}

/** The names of a film's page: of its cast, and those with commas between them in its facts. */
export function creditNames(html: string): CreditName[] {
  const { document } = parseHTML(html);
  const heads: Element[] = [...document.querySelectorAll(".facts dt, h2")];
  return heads.flatMap((head) => {
    const label = head.textContent ?? "";
    const place = head.nextElementSibling;
    if (!place || (head.localName === "h2" && label !== "Cast")) return [];
    const rows: Element[] = [...place.querySelectorAll("li")];
    const names = rows.length > 0 ? rows.map(hasLink) : inText(place);
    return names.map((isLinked) => ({ label, isLinked }));
  });
}

const hasLink = (element: Element): boolean => element.querySelector("a") !== null;

/** Links, and the texts between the commas that are no figures, such as "3 seen". */
const inText = (place: Element): boolean[] =>
  [...place.childNodes].flatMap((node) => {
    if (node.nodeName === "A") return [true];
    if (node.nodeName === "DETAILS") return inText(node as Element);
    if (node.nodeName !== "#text") return [];
    return (node.textContent ?? "")
      .split(",")
      .filter((text) => /^\s*[^\s\d]/.test(text))
      .map(() => false);
  });
