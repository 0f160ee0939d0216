import type { Site } from "../../site.ts";
import { countFilms } from "../../stats/counts.ts";
import { runtimeBands } from "../../stats/runtimes.ts";
import type { Section, SectionPage } from "../section.ts";
import { bandPages } from "./runtimes/band.ts";
import { runtimesPage } from "./runtimes/overview.ts";

/** How long the films are, and how much time they took. */
export const runtimes: Section = {
  folder: "runtimes",
  name: "Runtimes",
  part: "Films",
  count: ({ library }) => countFilms(library.films).withRuntime,
  pages,
};

function pages(site: Site): SectionPage[] {
  const { films } = site.library;
  if (countFilms(films).withRuntime === 0) return [];
  return [
    { path: "/runtimes/", view: () => runtimesPage(site) },
    ...runtimeBands(films)
      .filter((row) => row.films.length > 0)
      .flatMap((row) => bandPages(site, row)),
  ];
}
