import { filled, hash, isObject, type Json, number, objects, text } from "./json.ts";

/** `credits` of a film or a series; made from `aggregate_credits` where only these are known. */
export function creditsOf(record: Json): { cast: Json[]; crew: Json[] } {
  const { credits, aggregate_credits: aggregate, id } = record;
  const source = isObject(credits) ? credits : isObject(aggregate) ? flattened(aggregate) : {};
  return {
    cast: objects(source.cast).map((person, at) => castMember(person, number(id), at)),
    crew: objects(source.crew).map((person) => crewMember(person, number(id))),
  };
}

/** `aggregate_credits` of a series: one entry a person, roles and jobs inside. */
export function aggregateCreditsOf(record: Json): Json {
  if (isObject(record.aggregate_credits)) return record.aggregate_credits;
  const { cast, crew } = creditsOf(record);
  const episodes = number(record.number_of_episodes);
  return {
    cast: cast.map(({ cast_id, character, credit_id, order, ...person }) => ({
      ...person,
      roles: [{ credit_id, character, episode_count: episodes }],
      total_episode_count: episodes,
      order,
    })),
    crew: crew.map(({ credit_id, department, job, ...person }) => ({
      ...person,
      jobs: [{ credit_id, job, episode_count: episodes }],
      department,
      total_episode_count: episodes,
    })),
  };
}

function flattened(aggregate: Json): Json {
  const spread = (people: unknown, key: "roles" | "jobs") =>
    objects(people).flatMap((person) =>
      objects(person[key]).map((part) => ({ ...person, ...part })),
    );
  return { cast: spread(aggregate.cast, "roles"), crew: spread(aggregate.crew, "jobs") };
}

function castMember(person: Json, title: number, at: number): Json {
  return filled(
    {
      ...emptyPerson(person, "Acting"),
      cast_id: at,
      character: "",
      credit_id: creditId(title, person, `cast ${at}`),
      order: at,
    },
    person,
  );
}

function crewMember(person: Json, title: number): Json {
  const department = text(person.department);
  return filled(
    {
      ...emptyPerson(person, department),
      credit_id: creditId(title, person, text(person.job)),
      department,
      job: "",
    },
    person,
  );
}

const emptyPerson = (person: Json, department: string): Json => ({
  adult: false,
  gender: 0,
  id: 0,
  known_for_department: department,
  name: "",
  original_name: text(person.name),
  popularity: 0,
  profile_path: null,
});

/** 24 hex digits, as TMDB's. */
const creditId = (title: number, person: Json, part: string): string =>
  ["a", "b", "c"]
    .map((salt) => hash(`${salt}/${title}/${person.id}/${part}`).toString(16).padStart(8, "0"))
    .join("");
