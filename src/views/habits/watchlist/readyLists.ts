import { monthOf } from "../../../day.ts";
import { slug } from "../../../library/address.ts";
import type { Library } from "../../../library/library.ts";
import type { Title } from "../../../library/title.ts";
import { remembered } from "../../../remembered.ts";
import type { Site } from "../../../site.ts";
import {
  collectionsWaiting,
  isOfLength,
  lengths,
  type PersonWaiting,
  peopleWaiting,
  titlesByDecade,
  titlesByGenre,
  waitingTitles,
} from "../../../stats/waiting.ts";
import { collectionNote, personNote, titleNote } from "../../../words/watchlist.ts";
import type { TitleRow } from "../../block.ts";

/** What the lists of a row of the watchlist's page have in common. */
export const readyParts = ["Length", "Genre", "Decade", "Taste"] as const;

/** A part of the watchlist with a page of its own: short films, comedies, films by favourite directors. */
export interface ReadyList {
  part: (typeof readyParts)[number] | null;
  path: string;
  name: string;
  /** In order, each with a reason to see it, if the list is about more than the title. */
  items: { title: Title; reason?: string }[];
  /** How the list is made, as a sentence. */
  rule: string;
}

const waitingOrder = "Longest waiting first.";

/** The ready lists of the watchlist, all of them with a film. The first has every film. */
export function readyLists(site: Site): ReadyList[] {
  const { library } = site;
  const titles = waitingTitles(library);
  const plain = (part: ReadyList["part"], id: string, name: string, own: Title[]): ReadyList => ({
    part,
    path: `/watchlist/${id}/`,
    name,
    items: own.map((title) => ({ title })),
    rule: waitingOrder,
  });
  const lists: ReadyList[] = [
    plain(null, "all", "All films", titles),
    ...lengths.map((length) =>
      plain("Length", length.id, length.name, titles.filter(isOfLength(length))),
    ),
    ...titlesByGenre(titles).map(({ name, titles: own }) =>
      plain("Genre", `genre-${slug(name)}`, name, own),
    ),
    ...titlesByDecade(titles).map(({ decade, titles: own }) =>
      plain("Decade", `${decade}s`, `${decade}s`, own),
    ),
    ...byTaste(site, titles),
  ];
  return lists.filter(({ items }) => items.length > 0);
}

function byTaste(site: Site, titles: Title[]): ReadyList[] {
  const people = (role: "director" | "actor", name: string, word: "by" | "with"): ReadyList => ({
    part: "Taste",
    path: `/watchlist/${role}s/`,
    name,
    items: bestFirst(peopleOf(site.library)[role]).map(({ title, person }) => ({
      title,
      reason: personNote(site, word, person),
    })),
    rule: `People with three rated films or more whose weighted rating is above the mean of all films, best first. Films are ordered by the best of theirs.`,
  });
  return [
    people("director", "By directors you rate highly", "by"),
    people("actor", "With actors you rate highly", "with"),
    {
      part: "Taste",
      path: "/watchlist/collections/",
      name: "From collections you have begun",
      items: collectionsWaiting(site.library, titles).flatMap((collection) =>
        collection.titles.map((title) => ({ title, reason: collectionNote(site, collection) })),
      ),
      rule: "Collections of which you have seen a film. Those that the watchlist completes come first.",
    },
  ];
}

const peopleOf = remembered((library: Library) => {
  const titles = waitingTitles(library);
  return {
    director: peopleWaiting(library, titles, "director"),
    actor: peopleWaiting(library, titles, "actor"),
  };
});

/** Each title once, with the best rated of its people. */
function bestFirst(people: PersonWaiting[]): { title: Title; person: PersonWaiting }[] {
  const best = new Map<Title, PersonWaiting>();
  for (const person of people) {
    for (const title of person.titles) if (!best.has(title)) best.set(title, person);
  }
  return Array.from(best, ([title, person]) => ({ title, person }));
}

/** A film of the watchlist as a row. It links to Letterboxd, else to TMDB. */
export function waitingRow(site: Site, { title, reason }: ReadyList["items"][number]): TitleRow {
  const { format } = site;
  const { page, uri, watchlisted } = title;
  return {
    title,
    href: uri ?? (page && `https://www.themoviedb.org/${page}`),
    note: titleNote(site, title, reason),
    ...(watchlisted && { beside: `since ${format.month(monthOf(watchlisted))}` }),
  };
}
