import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { FinderRow } from "../views/finder.ts";
import { searchableRows, searchRows } from "./finderSearch.ts";

interface Props {
  /** Address of finder.json. */
  source: string;
  /** The site's base path, with a slash at its end. */
  base: string;
  /** The hits before anything is typed. */
  start?: { title: string; rows: FinderRow[] } | undefined;
  /** Whether searching is the purpose of the page. */
  isFocused?: boolean;
}

const shown = 20;

/** A search box over films, people, genres and years. The address contains the text as `?q=`. */
export default function Finder({ source, base, start, isFocused = false }: Props) {
  const [query, setQuery] = useState("");
  const [rows, setRows] = useState<FinderRow[] | null>(null);
  const [failed, setFailed] = useState(false);

  // The browser keeps the text of the box, because somebody may type before the script has loaded.
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (!box.current) return;
    if (box.current.value) type(box.current.value);
    else {
      box.current.value = new URLSearchParams(location.search).get("q") ?? "";
      setQuery(box.current.value);
    }
    const isFree = document.activeElement === document.body;
    if (isFocused && isFree) box.current.focus({ preventScroll: true });
  }, []);

  // Only the first letter fetches, not each letter typed before the answer arrives.
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

  const searchable = useMemo(() => searchableRows(rows ?? []), [rows]);
  const { exact, near } = useMemo(() => searchRows(searchable, query), [searchable, query]);
  const found = wanted ? [...exact, ...near] : (start?.rows ?? []);

  /** Arrow keys move from the box through the hits and back. Enter opens the first hit. */
  const move = (event: TargetedKeyboardEvent<HTMLElement>) => {
    // In an input method, Enter and the arrow keys choose a suggestion.
    if (event.isComposing) return;
    const links = [...(list.current?.querySelectorAll("a") ?? [])];
    const at = links.findIndex((link) => link.matches(":focus"));
    if (event.key === "Enter" && at === -1 && wanted) links[0]?.click();
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
        {wanted ? rows && told(exact.length, near.length) : start?.title}
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

function told(exact: number, near: number): string {
  if (exact + near === 0) return "Nothing found. Part of a name is enough.";
  if (exact === 0) return "Nothing is spelt like that. Close to it:";
  if (near > 0) return `${exact} found, and close to it:`;
  return `${exact} found${exact > shown ? `, the first ${shown}:` : ""}`;
}
