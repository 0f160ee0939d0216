import { jobsOfRoles } from "../../src/jobs.ts";
import type { Named } from "../../src/tmdb/metadata.ts";
import { type Chance, chanceOf } from "../../test/letterboxd/chance.ts";
import { crewByJob, type FilmSpec } from "../../test/support/libraryMaker.ts";

/** TMDB's jobs, and among them some that count for no role. */
const jobs = [
  ...Object.values(jobsOfRoles).flatMap((departments) => Object.values(departments).flat()),
  ...["Thanks", "Driver", "Catering", "Stand In", "Production Assistant", "Accountant"],
];
const [LEAST_CREW, MOST_CREW] = [40, 300];
const CAST = 15;
const FIRST_YEAR = 2010;

/** Invented films with a viewing each and whole crews, the same for the same number. */
export function madeFilms(count: number): FilmSpec[] {
  // The more films somebody has seen, the more of them have people and subjects in common.
  const sized = (perFilm: number) => Math.ceil(perFilm * count ** 0.9);
  const people = sized(40);
  const names = namesOf("Person");
  const [studios, keywords, collections] = ["Studio", "Keyword", "Collection"].map(namesOf);
  if (!studios || !keywords || !collections) throw new Error("three kinds are named");
  return Array.from({ length: count }, (_, i): FilmSpec => {
    const chance = chanceOf(1, i);
    const many = (most: number, size: number, name: (id: number) => Named): Named[] =>
      distinct(Array.from({ length: 1 + chance.below(most) }, () => name(common(chance, size))));
    const crew = LEAST_CREW + chance.below(MOST_CREW - LEAST_CREW + 1);
    const day = `${FIRST_YEAR + (i % 15)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`;
    const director = names(common(chance, sized(1)));
    return {
      name: `Film ${i}`,
      year: 2024 - common(chance, 100),
      rating: (1 + chance.below(10)) / 2,
      viewings: [day],
      tmdb: {
        runtime: 60 + chance.below(120),
        genres: many(3, 19, namesOf("Genre")).map(({ id, name }) => ({ id, name })),
        originCountries: [
          chance.pick(["US", "US", "GB", "FR", "JP", "DE", "IN", "KR", "IT", "SE"]),
        ],
        originalLanguage: chance.pick(["en", "en", "en", "fr", "ja", "de", "hi", "ko", "it", "sv"]),
        companies: many(5, sized(0.8), studios),
        keywords: many(15, sized(2), keywords),
        collection: chance.happens(0.15) ? collections(common(chance, sized(0.2))) : null,
        cast: distinct(Array.from({ length: CAST }, () => names(common(chance, people)))).map(
          (person, order) => ({ ...person, character: "", order }),
        ),
        crew: crewByJob([
          ["Director", director.id, director.name],
          ...Array.from({ length: crew }, (): [string, number, string] => {
            const job = chance.below(jobs.length);
            // Most people have one job.
            const { id, name } = names(people + jobs.length * common(chance, sized(1)) + job);
            return [jobs[job] ?? "", id, name];
          }),
        ]),
        voteAverage: 5 + chance.below(40) / 10,
        voteCount: 200 + chance.below(5000),
      },
    };
  });
}

const two = (number: number): string => `${number}`.padStart(2, "0");

const namesOf =
  (kind: string) =>
  (id: number): Named => ({ id: id + 1, name: `${kind} ${id + 1}` });

/** 0 to `size` - 1, low numbers far more often, as few people made many films. */
const common = (chance: Chance, size: number): number =>
  Math.floor(size * (chance.below(1e6) / 1e6) ** 3);

const distinct = (members: Named[]): Named[] => [
  ...new Map(members.map((member) => [member.id, member])).values(),
];
