import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addresses,
  filmAddress,
  groupAddress,
  namesakeAddress,
} from "../../src/library/address.ts";
import { arbitraryCode, arbitraryName, arbitraryYear } from "../letterboxd/arbitraryFields.ts";

const SEED = 20260307;
/** Thousands of sets of films on a slow, busy machine. */
const TIMEOUT_MS = 60_000;
const DEVICE = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/;

/** Names whose addresses are close to each other's, or to a device's. */
const CLOSE = "A|a|a a|a 2019|★|★a|☆a|A/a|a/a|★/a|film a|a_|弟/弟|千/弟|CON|nul|Com1|LPT9|con a";

const anyTitle = {
  name: fc.oneof(arbitraryName, fc.string({ unit: "binary", minLength: 1, maxLength: 300 })),
  year: arbitraryYear,
};
const closeTitle = {
  name: fc.constantFrom(...CLOSE.split("|")),
  year: fc.constantFrom(null, 2019),
};

/** A code of a short address, a name of a long one, which may be that of a member's own film page. */
const shortAddress = arbitraryCode.map((code) => `https://boxd.it/${code}`);
const longAddress = fc
  .tuple(
    fc.constantFrom("", "ida/", "Ida/"),
    fc.string({ unit: fc.constantFrom(..."ab-1290"), minLength: 1, maxLength: 90 }),
  )
  .map(([member, slug]) => `https://letterboxd.com/${member}film/${slug}/`);
/** Addresses that share their last part. */
const likeAddress = fc.constantFrom(
  ...["a", "b"].flatMap((code) => [
    `https://boxd.it/${code}`,
    `https://letterboxd.com/film/${code}/`,
    `https://letterboxd.com/ida/film/${code}/`,
  ]),
);

const film = (uris: fc.Arbitrary<string>) =>
  fc
    .oneof(
      fc.record({ ...anyTitle, uri: fc.option(uris, { freq: 4 }) }),
      fc.record({ ...closeTitle, uri: fc.option(uris, { freq: 1 }) }),
    )
    .map((one) => ({ ...one, key: one.uri ?? `${one.name.normalize("NFC")}\0${one.year ?? ""}` }));

const films = fc
  .constantFrom(shortAddress, longAddress, fc.oneof(shortAddress, longAddress, likeAddress))
  .chain((uris) => fc.uniqueArray(film(uris), { maxLength: 12, selector: ({ key }) => key }));

/** What a disk, a web server and Windows ask of the parts of an address. */
function expectSafe(path: string): void {
  expect(path).toMatch(/^\/[a-z0-9/~_-]+\/$/);
  for (const segment of path.split("/").slice(1, -1)) {
    expect(segment).not.toBe("");
    expect(segment).not.toMatch(DEVICE);
    expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(255);
  }
}

describe("the addresses of any films", { timeout: TIMEOUT_MS }, () => {
  test("are safe, and distinct on a disk that folds case", () => {
    fc.assert(
      fc.property(films, (all) => {
        const paths = [...addresses("films", all, filmAddress).values()];
        expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(all.length);
        for (const path of paths) expectSafe(path);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  test("do not depend on the order of the films", () => {
    const both = films.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(both, ([all, shuffled]) => {
        const [paths, others] = [all, shuffled].map((some) =>
          addresses("films", some, filmAddress),
        );
        for (const [film, path] of paths ?? []) expect(others?.get(film)).toBe(path);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });
});

describe.each([
  ["people", namesakeAddress],
  ["genres", groupAddress],
])("the addresses of any %s", (folder, addressOf) => {
  const member = fc
    .record({
      id: fc.integer({ min: 1, max: 40 }),
      name: fc.oneof(anyTitle.name, closeTitle.name, fc.constantFrom("A 1", "a-2", "A 1 2", "1")),
    })
    .map(({ id, name }) => ({ id: `${id}`, name }));
  const members = fc.uniqueArray(member, { maxLength: 12, selector: ({ id }) => id });
  const both = members.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );

  test("are safe, distinct on a disk that folds case, and the same in any order", () => {
    fc.assert(
      fc.property(both, ([all, shuffled]) => {
        const paths = addresses(folder, all, addressOf);
        const others = addresses(folder, shuffled, addressOf);
        expect(new Set([...paths.values()].map((path) => path.toLowerCase())).size).toBe(
          all.length,
        );
        for (const [one, path] of paths) {
          expectSafe(path);
          expect(others.get(one)).toBe(path);
        }
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});
