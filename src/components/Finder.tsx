import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Hit } from "../views/finder.ts";
import { type Found, openFinder } from "./finderQuery.ts";

interface Props {
  /** The site's base path, with a slash at its end. */
  base: string;
  /** The hits before anything is typed. */
  start?: { title: string; hits: Hit[] } | undefined;
  /** Whether searching is the purpose of the page. */
  isFocused?: boolean;
}

const shown = 20;

/** A search box over everything that has a page. The address contains the text as `?q=`. */
export default function Finder({ base, start, isFocused = false }: Props) {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<(Found & { query: string }) | null>(null);
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

  // An answer that arrives after the next letter is dropped.
  const search = useMemo(() => openFinder((path) => fetchJson(base + path)), [base]);
  useEffect(() => {
    let isWanted = true;
    setFailed(false);
    search(query).then(
      (hits) => isWanted && setFound({ ...hits, query }),
      () => isWanted && setFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, [query, search]);

  const type = (text: string) => {
    setQuery(text);
    const address = new URL(location.href);
    if (text) address.searchParams.set("q", text);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  };

  const wanted = query.trim() !== "";
  const isReady = found?.query === query;
  const hits = wanted ? [...(found?.exact ?? []), ...(found?.near ?? [])] : (start?.hits ?? []);

  /** Arrow keys move from the box through the hits and back. Enter opens the first hit. */
  const move = (event: TargetedKeyboardEvent<HTMLElement>) => {
    // In an input method, Enter and the arrow keys choose a suggestion.
    if (event.isComposing) return;
    const links = [...(list.current?.querySelectorAll("a") ?? [])];
    const at = links.findIndex((link) => link.matches(":focus"));
    if (event.key === "Enter" && at === -1 && wanted && isReady) links[0]?.click();
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || links.length === 0) return;
    event.preventDefault();
    if (at + step < 0) box.current?.focus();
    else links[Math.min(at + step, links.length - 1)]?.focus();
  };

  return (
    <search class="finder" onKeyDown={move}>
      <label>
        Find a film, a name, a place, a studio …
        <input type="search" ref={box} onInput={(e) => type(e.currentTarget.value)} />
      </label>
      <p class="small" role="status">
        {failed && "The search data could not be loaded."}
        {wanted ? isReady && told(found) : start?.title}
      </p>
      {hits.length > 0 && !(wanted && failed) && (
        <ul ref={list}>
          {hits.slice(0, shown).map(({ name, note, path }) => (
            <li key={path + name}>
              <a href={base + path.slice(1)}>{name}</a> <span class="small">{note}</span>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}

function told({ exact, near, count }: Found): string {
  if (exact.length + near.length === 0) return "Nothing found. The start of a word is enough.";
  if (exact.length === 0) return "Nothing is spelt like that. Close to it:";
  if (near.length > 0) return `${count} found, and close to it:`;
  return `${count} found${count > shown ? `, the first ${shown}:` : ""}`;
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
