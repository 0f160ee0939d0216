import { useEffect, useRef, useState } from "preact/hooks";

/** One film of finder.json. The path stands without the base path. */
export type FinderRow = [name: string, year: number | null, path: string];

interface Props {
  /** Address of finder.json. */
  source: string;
  /** The site's base path, with a slash at its end. */
  base: string;
}

const shown = 12;

/** A search box over the titles. What was typed stands in the address as `?q=`. */
export default function FilmFinder({ source, base }: Props) {
  const [query, setQuery] = useState("");
  const [films, setFilms] = useState<FinderRow[] | null>(null);
  const [failed, setFailed] = useState(false);

  // The box is left to the browser: what was typed before the script came must not be lost.
  const box = useRef<HTMLInputElement>(null);
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
    if (!wanted || films) return;
    fetch(source)
      .then((response) => response.json())
      .then(setFilms, () => setFailed(true));
  }, [wanted, films, source]);

  const type = (text: string) => {
    setQuery(text);
    const address = new URL(location.href);
    if (text) address.searchParams.set("q", text);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  };

  const found = films && query ? films.filter(([name]) => fold(name).includes(fold(query))) : [];
  return (
    <div class="finder">
      <label>
        Find a title
        <input type="search" ref={box} onInput={(e) => type(e.currentTarget.value)} />
      </label>
      <p class="small" role="status">
        {failed && "The list of films could not be loaded."}
        {films &&
          query &&
          `${found.length} found${found.length > shown ? `, the first ${shown}:` : ""}`}
      </p>
      {found.length > 0 && (
        <ul>
          {found.slice(0, shown).map(([name, year, path]) => (
            <li key={path}>
              <a href={base + path.slice(1)}>{name}</a> <span class="small">{year}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Letter case and accents do not matter to whoever searches. */
const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
