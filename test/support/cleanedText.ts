const MARKUP = /<(\/?)([a-z]+)((?: [a-z]+="[^"<>]*")*)( \/)?>/g;

/** What no cleaned text may hold, found by a reader of its own rules: nothing is closed for it. */
export function faultsOf(html: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  for (const [tag, slash, name = "", attributes, isVoid] of html.matchAll(MARKUP)) {
    if (slash !== "") {
      if (open.pop() !== name) faults.push(`${tag} closes another`);
    } else if (!isVoid) open.push(name);
    const isLink =
      name === "a" && /^ href="https?:\/\/[^"]*" rel="nofollow noopener"$/i.test(attributes ?? "");
    if (attributes !== "" && !isLink) faults.push(`${tag} has attributes`);
  }
  faults.push(...open.map((name) => `${name} stays open`));
  if (/[<>]/.test(html.replace(MARKUP, ""))) faults.push("a bare bracket");
  return faults;
}

/** How many elements of a balanced text lie inside each other at most. */
export function depthOf(html: string): number {
  let [depth, deepest] = [0, 0];
  for (const [, slash, , , isVoid] of html.matchAll(MARKUP)) {
    if (!isVoid) depth += slash === "" ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
