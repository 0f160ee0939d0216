import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

/** One line of finder.json. The path stands without the base path. */
export type FinderRow = [name: string, note: string, path: string];

interface Props {
  /** Address of finder.json. */
  source: string;
  /** The site's base path, with a slash at its end. */
  base: string;
}

const shown = 20;

/** A search box over films, people, genres and years. What was typed stands in the address as `?q=`. */
export default function Finder({ source, base }: Props) {
  const [query, setQuery] = useState("");
  const [rows, setRows] = useState<FinderRow[] | null>(null);
  const [failed, setFailed] = useState(false);

  // The box is left to the browser: what was typed before the script came must not be lost.
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (!box.current) return;
    if (box.current.value) type(box.current.value);
    else {
      box.current.value = new URLSearchParams(location.search).get("q") ?? "";
      setQuery(box.current.value);
    }
  }, []);

  // One fetch for the first letter, not one for each that is typed before the answer is there.
  const wanted = query !== "";
  useEffect(() => {
    if (!wanted || rows) return;
    setFailed(false);
    fetch(source)
      .then((response) => response.json())
      .then(setRows, () => setFailed(true));
  }, [wanted, rows, source]);

  const type = (text: string) => {
    setQuery(text);
    const address = new URL(location.href);
    if (text) address.searchParams.set("q", text);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  };

  const folded = useMemo(() => (rows ?? []).map((row) => ({ row, text: fold(row[0]) })), [rows]);
  const found = useMemo(() => search(folded, query), [folded, query]);

  /** Arrows walk from the box through what was found and back; Enter takes the first. */
  const move = (event: TargetedKeyboardEvent<HTMLElement>) => {
    // Enter and the arrows choose among what an input method offers.
    if (event.isComposing) return;
    const links = [...(list.current?.querySelectorAll("a") ?? [])];
    const at = links.findIndex((link) => link.matches(":focus"));
    if (event.key === "Enter" && at === -1) links[0]?.click();
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || links.length === 0) return;
    event.preventDefault();
    if (at + step < 0) box.current?.focus();
    else links[Math.min(at + step, links.length - 1)]?.focus();
  };

  return (
    <search class="finder" onKeyDown={move}>
      <label>
        Find a film, a person, a genre or a year
        <input type="search" ref={box} onInput={(e) => type(e.currentTarget.value)} />
      </label>
      <p class="small" role="status">
        {failed && "The list of films could not be loaded."}
        {rows &&
          query &&
          (found.length === 0
            ? "Nothing found. Part of a name is enough."
            : `${found.length} found${found.length > shown ? `, the first ${shown}:` : ""}`)}
      </p>
      {found.length > 0 && (
        <ul ref={list}>
          {found.slice(0, shown).map(([name, note, path]) => (
            <li key={path}>
              <a href={base + path.slice(1)}>{name}</a> <span class="small">{note}</span>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}

/** Rows that hold every word of the query, those that begin with it first, else in their order. */
function search(folded: { row: FinderRow; text: string }[], query: string): FinderRow[] {
  const wanted = fold(query);
  if (wanted === "") return [];
  const words = wanted.split(" ");
  const rank = (text: string) =>
    text === wanted ? 0 : text.startsWith(wanted) ? 1 : ` ${text}`.includes(` ${wanted}`) ? 2 : 3;
  return folded
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .sort((a, b) => rank(a.text) - rank(b.text))
    .map(({ row }) => row);
}

/** Letter case, accents and punctuation do not matter to whoever searches. */
const fold = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}|['’]/gu, "")
    .toLowerCase()
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/đ/g, "d")
    .replace(/ß/g, "ss")
    .replace(/æ/g, "ae")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
