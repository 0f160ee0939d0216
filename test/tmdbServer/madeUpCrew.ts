import { hash, isObject, type Json, number, objects } from "./json.ts";

/** Jobs of a large crew by department, about as often as they stand in one. */
const jobs: [department: string, job: string, people: number][] = [
  ["Production", "Producer", 3],
  ["Production", "Executive Producer", 4],
  ["Production", "Casting", 2],
  ["Production", "Production Manager", 2],
  ["Directing", "First Assistant Director", 1],
  ["Directing", "Second Assistant Director", 2],
  ["Directing", "Second Unit Director", 1],
  ["Directing", "Script Supervisor", 1],
  ["Camera", "Camera Operator", 4],
  ["Camera", "First Assistant Camera", 4],
  ["Camera", "Key Grip", 2],
  ["Lighting", "Gaffer", 2],
  ["Lighting", "Lighting Technician", 6],
  ["Art", "Production Design", 1],
  ["Art", "Art Direction", 3],
  ["Art", "Set Decoration", 2],
  ["Art", "Set Designer", 4],
  ["Art", "Construction Coordinator", 1],
  ["Costume & Make-Up", "Costume Design", 1],
  ["Costume & Make-Up", "Makeup Artist", 5],
  ["Costume & Make-Up", "Hairstylist", 4],
  ["Costume & Make-Up", "Set Costumer", 3],
  ["Sound", "Sound Effects Editor", 6],
  ["Sound", "Foley Artist", 3],
  ["Sound", "Boom Operator", 2],
  ["Sound", "Songs", 2],
  ["Crew", "Stunts", 25],
  ["Crew", "Stunt Coordinator", 2],
  ["Crew", "Choreographer", 1],
  ["Crew", "Special Effects", 6],
  ["Crew", "Driver", 4],
  ["Crew", "Catering", 2],
  ["Visual Effects", "Visual Effects Supervisor", 4],
  ["Visual Effects", "Digital Compositor", 40],
  ["Visual Effects", "Animation", 20],
  ["Visual Effects", "VFX Artist", 30],
  ["Art", "Title Designer", 1],
  ["Editing", "First Assistant Editor", 3],
];
const places = jobs.flatMap(([department, job, people]) =>
  Array.from({ length: people }, () => ({ department, job })),
);

const givenNames =
  "Ada Bo Carla Dmitri Elif Femi Grace Hiro Ines Jonas Kaya Lars Mina Noor Olga Pavel";
const surnames =
  "Abara Bergström Castellanos Dąbrowska Eriksen Fontaine Grigoryan Hashimoto Ibrahim Jankowski Kowalczyk Lindqvist Montgomery Nakamura Oyelaran Papadopoulos";
const pick = (names: string, at: number): string => {
  const list = names.split(" ");
  return list[at % list.length] ?? "";
};

/** Ids from here on are made up. The film data have made-up ids of their own above 900 million. */
const FIRST_ID = 800_000_000;
/** The people of a craft. They return in many films, as real crews do. */
const POOL = 4000;

const FEWEST = 40;
const MOST = 300;

/** 40 to 300, always the same for a film. */
const sizeOf = (film: number): number => FEWEST + (hash(`crew ${film}`) % (MOST - FEWEST + 1));

/** The film with its crew filled up to `size` entries. Those that the data has come first. */
export function withMadeUpCrew(film: Json, size = sizeOf(number(film.id))): Json {
  const credits = isObject(film.credits) ? film.credits : {};
  const known = objects(credits.crew);
  const missing = Math.max(0, size - known.length);
  const more = Array.from({ length: missing }, (_, at) => member(`${film.id}/${at}`));
  return { ...film, credits: { ...credits, crew: [...known, ...more] } };
}

function member(entry: string): Json {
  const place = places[hash(entry) % places.length];
  const person = hash(`${place?.job} ${hash(`person ${entry}`) % POOL}`) % 100_000_000;
  return {
    id: FIRST_ID + person,
    name: `${pick(givenNames, person)} ${pick(surnames, person >>> 4)}`,
    gender: person % 4,
    profile_path: person % 3 === 0 ? `/crew${person}.jpg` : null,
    ...place,
  };
}
