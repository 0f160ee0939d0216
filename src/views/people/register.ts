import type { Person } from "../../library/person.ts";
import type { Site } from "../../site.ts";
import { metadataNotice } from "../../words/metadataNotice.ts";
import { registerWords } from "../../words/people.ts";
import { directorsLink } from "./personPage.ts";
import { seenIn } from "./rolePeople.ts";

/** The page of all people from A to Z. */
export function registerPage(site: Site) {
  const { library, format, href } = site;
  const people = seenIn(library, "director");
  return {
    ...registerWords(site, people.length),
    above: [directorsLink],
    notice: metadataNotice(site, "Directors"),
    letters: register(people).map(({ letter, people: own }) => ({
      letter,
      id: letter.toLowerCase(),
      people: own.map(({ name, path, credits }) => ({
        name,
        href: path && href(path),
        films: format.integer(credits.director.length),
      })),
    })),
  };
}

/** People whose last names begin with one letter. */
export interface Letter {
  /** A to Z, or "Others". */
  letter: string;
  people: Person[];
}

const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Ä goes with A and Ø with O. */
const collator = new Intl.Collator("en", { sensitivity: "base" });
const suffix = /^(jr|sr|i{2,3}|iv)\.?$/i;

/** People by the last word of their names, as in the register of a book. */
export function register(people: readonly Person[]): Letter[] {
  const filed = people
    .map((person) => ({ person, under: lastWord(person.name) }))
    .sort(
      (a, b) =>
        collator.compare(a.under, b.under) ||
        collator.compare(a.person.name, b.person.name) ||
        a.person.id - b.person.id,
    );
  const byLetter = Map.groupBy(filed, ({ under }) => letterOf(under));
  return [...alphabet, "Others"].flatMap((letter) => {
    const own = byLetter.get(letter)?.map(({ person }) => person);
    return own ? [{ letter, people: own }] : [];
  });
}

function lastWord(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  return words.findLast((word) => !suffix.test(word)) ?? name;
}

function letterOf(word: string): string {
  const [first = ""] = word.replace(/^[^\p{L}]+/u, "");
  return alphabet.find((letter) => collator.compare(letter, first) === 0) ?? "Others";
}
