import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allKinds, type Kind } from "../../src/library/kinds.ts";
import { pageLimits } from "../../src/library/pageLimits.ts";
import { allRoles, type Role } from "../../src/roles.ts";
import { actor, director, makeLibrary } from "../support/libraryMaker.ts";

const pool = Array.from({ length: 50 }, (_, i) => ({ film: i }));

/**
 * Members by their numbers of films: of a kind, or of a person in each role. A person's films in one role
 * are among those in another with more.
 */
function members({
  people = [],
  ...kinds
}: Partial<Record<Kind, number[]>> & { people?: Partial<Record<Role, number>>[] }) {
  const films = (count = 0) => pool.slice(0, count);
  return {
    groups: Object.fromEntries(
      allKinds.map((kind) => [kind, (kinds[kind] ?? []).map((count) => ({ films: films(count) }))]),
    ) as Record<Kind, { films: unknown[] }[]>,
    people: people.map((counts) => ({
      credits: Object.fromEntries(
        allRoles.map(({ role }) => [role, films(counts[role])]),
      ) as Record<Role, unknown[]>,
    })),
  };
}

/** Twelve pages: of all but a keyword, an actor and a writer of one film. */
const small = members({
  genre: [1, 40],
  keyword: [1, 2, 2, 3],
  studio: [2, 4],
  collection: [2],
  people: [{ director: 1 }, { actor: 1 }, { actor: 2 }, { editor: 2 }, { writer: 1, songs: 3 }],
});

const limited = (maxFiles: number) => pageLimits(small, { maxFiles, otherFiles: 100 });

describe("a limit of files", () => {
  test("changes nothing where all pages fit", () => {
    const { kinds, roles, raised, files } = limited(112);
    expect(files).toBe(112);
    expect(raised).toEqual([]);
    expect(kinds).toMatchObject({ genre: 1, country: 1, studio: 2, keyword: 2, collection: 2 });
    expect(roles).toMatchObject({ director: 1, actor: 2, editor: 2 });
  });

  test.each([
    [111, 110, { keywords: 3 }],
    [109, 109, { keywords: 4 }],
    [108, 108, { keywords: 4, crew: 3 }],
    [107, 107, { keywords: 5, crew: 4 }],
    [106, 106, { keywords: 5, crew: 4, studios: 3 }],
    [105, 105, { keywords: 6, crew: 5, studios: 4, actors: 3 }],
    [103, 103, { keywords: 12, crew: 11, studios: 10, actors: 9, directors: 2 }],
  ])("of %i takes the pages of the fewest films, keywords first", (maxFiles, files, raised) => {
    const found = limited(maxFiles);
    expect(found.files).toBe(files);
    expect(Object.fromEntries(found.raised.map(({ name, from }) => [name, from]))).toEqual(raised);
  });

  test("never takes the page of a genre, even if the site is then larger", () => {
    const { kinds, files } = limited(50);
    expect(files).toBe(102);
    expect(kinds).toMatchObject({ genre: 1, country: 1, language: 1, decade: 1 });
  });

  test("leaves a page to somebody who has enough films in another role", () => {
    const both = { editor: 2, director: 1 };
    const { files, raised } = pageLimits(members({ people: [both, { editor: 2 }] }), {
      maxFiles: 1,
      otherFiles: 0,
    });
    expect(raised).toMatchObject([{ name: "keywords" }, { name: "crew", from: 3 }]);
    expect(files).toBe(1);
  });

  test("counts the pictures of a member with its page", () => {
    const { files } = pageLimits(small, {
      maxFiles: 1000,
      otherFiles: 100,
      filesOf: (kind) => (kind === "genre" ? 3 : 1),
    });
    expect(files).toBe(116);
  });
});

const counts = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 12 });
const credits = fc.record(
  { director: fc.nat(5), actor: fc.nat(9), editor: fc.nat(9), writer: fc.nat(9) },
  { requiredKeys: [] },
);
const anyMembers = fc.record({
  genre: counts,
  keyword: counts,
  studio: counts,
  collection: counts,
  people: fc.array(credits, { maxLength: 12 }),
});

describe("for any library", () => {
  test("the files are those of the members with enough films, and few enough if they can be", () => {
    fc.assert(
      fc.property(anyMembers, fc.nat(70), (all, maxFiles) => {
        const { groups, people } = members(all);
        const found = pageLimits({ groups, people }, { maxFiles, otherFiles: 5 });
        const pages =
          allKinds.flatMap((kind) =>
            groups[kind].filter(({ films }) => films.length >= found.kinds[kind]),
          ).length +
          people.filter(({ credits }) => {
            const films = Math.max(...allRoles.map(({ role }) => credits[role].length));
            return allRoles.some(
              ({ role }) => credits[role].length > 0 && films >= found.roles[role],
            );
          }).length;
        expect(found.files).toBe(5 + pages);
        if (found.files > maxFiles) expect(pages).toBe(groups.genre.length);
      }),
    );
  });

  test("no order of the members matters", () => {
    fc.assert(
      fc.property(anyMembers, fc.nat(70), (all, maxFiles) => {
        const backwards = { ...all, keyword: all.keyword.toReversed() };
        backwards.people = all.people.toReversed();
        const limits = { maxFiles, otherFiles: 5 };
        expect(pageLimits(members(backwards), limits)).toEqual(pageLimits(members(all), limits));
      }),
    );
  });

  test("a higher limit takes no page that a lower one leaves", () => {
    fc.assert(
      fc.property(anyMembers, fc.nat(70), (all, maxFiles) => {
        const low = pageLimits(members(all), { maxFiles, otherFiles: 5 });
        const high = pageLimits(members(all), { maxFiles: maxFiles + 1, otherFiles: 5 });
        for (const kind of allKinds) expect(high.kinds[kind]).toBeLessThanOrEqual(low.kinds[kind]);
        for (const { role } of allRoles)
          expect(high.roles[role]).toBeLessThanOrEqual(low.roles[role]);
      }),
    );
  });
});

test("names without enough films have no address", () => {
  const keyword = (id: number) => ({ id, name: `Keyword ${id}` });
  const film = (name: string, keywords: number[], people: number[]) => ({
    name,
    tmdb: {
      keywords: keywords.map(keyword),
      crew: people.map((id) => director(id, `Director ${id}`)),
      cast: people.map((id) => actor(id + 10, `Actor ${id}`)),
    },
  });
  const specs = [film("A", [1, 2], [1]), film("B", [1, 2], [1]), film("C", [1], [2])];
  const whole = makeLibrary(specs);
  // Three films, two keywords, two directors and an actor of two films.
  const { pageLimits: limits } = whole;
  expect(limits.raised).toEqual([]);
  const { groups, people } = makeLibrary(specs, { maxFiles: limits.files - 2 });
  expect(groups.keyword.map(({ path }) => path)).toEqual([null, null]);
  expect(people.map(({ name, path }) => [name, path !== null])).toEqual([
    ["Director 1", true],
    ["Actor 1", true],
    ["Director 2", true],
    ["Actor 2", false],
  ]);
});

const writer = (id: number, name: string) => ({ id, name, role: "writer" as const });

test("two films in two roles are enough for a page, the same film in both is not", () => {
  const films = [
    { name: "A", tmdb: { cast: [actor(1, "Ann")], crew: [director(9, "Zoe"), writer(2, "Bo")] } },
    { name: "B", tmdb: { cast: [actor(2, "Bo")], crew: [writer(3, "Cy")] } },
    { name: "C", tmdb: { cast: [actor(3, "Cy")] } },
    { name: "D", tmdb: { cast: [actor(4, "Di")], crew: [writer(4, "Di")] } },
  ];
  const { people } = makeLibrary(films);
  expect(people.filter(({ path }) => path !== null).map(({ name }) => name)).toEqual([
    "Zoe",
    "Bo",
    "Cy",
  ]);
});
