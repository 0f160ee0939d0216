import { describe, expect, test } from "vitest";
import {
  addresses,
  filmAddress,
  groupAddress,
  namesakeAddress,
  slug,
  yearPath,
} from "../../src/library/address.ts";
import { countryName } from "../../src/library/placeNames.ts";

const film = (name: string, year: number | null, code: string) => ({
  key: `https://boxd.it/${code}`,
  uri: `https://boxd.it/${code}`,
  name,
  year,
});
type Film = Parameters<typeof filmAddress>[0];
/** In the order of the films. */
const pathsOf = (...films: Film[]) => {
  const paths = addresses("films", films, filmAddress);
  return films.map((one) => paths.get(one) ?? "");
};
const personPath = (person: { id: number; name: string }) =>
  addresses("people", [person], namesakeAddress).get(person);

test.each([
  ["1917", "1917"],
  ["What's Up, Doc?", "whats-up-doc"],
  ["Don’t Look Now", "dont-look-now"],
  ["Pain & Gain", "pain-and-gain"],
  ["8½", "8-half"],
  ["Dìdi (弟弟)", "didi"],
  ["Æon Flux", "aeon-flux"],
  ["Straße", "strasse"],
  ["Кино", "kino"],
  ["Face/Off", "face-off"],
  ["WandaVision", "wandavision"],
  ["../../etc", "etc"],
  ["★", ""],
  ["千と千尋の神隠し", ""],
])("%s is written %s", (name, expected) => {
  expect(slug(name)).toBe(expected);
});

test("a film's address is its name and year", () => {
  expect(
    pathsOf(film("1917", 2019, "a1"), film("8½", 1963, "b2"), film("Ran", null, "c3")),
  ).toEqual(["/films/1917-2019/", "/films/8-half-1963/", "/films/ran/"]);
});

test("a name of which nothing can be written gives way to the film code", () => {
  expect(pathsOf(film("★", 2020, "aB1"), film("弟弟", null, "c2"))).toEqual([
    "/films/film-a_b1-2020/",
    "/films/film-c2/",
  ]);
});

test("two films that would share an address both carry their code, whichever comes first", () => {
  const [one, other] = [film("Nosferatu", 1922, "a1"), film("NOSFERATU!", 1922, "b2")];
  expect(pathsOf(one, other)).toEqual(["/films/nosferatu-1922-a1/", "/films/nosferatu-1922-b2/"]);
  expect(pathsOf(other, one)).toEqual(["/films/nosferatu-1922-b2/", "/films/nosferatu-1922-a1/"]);
});

test("a title that ends in a year may equal a title with its year", () => {
  expect(pathsOf(film("Wonder Woman 1984", null, "a1"), film("Wonder Woman", 1984, "b2"))).toEqual([
    "/films/wonder-woman-1984-a1/",
    "/films/wonder-woman-1984-b2/",
  ]);
});

test("codes that differ only by case are distinct on a disk that ignores case", () => {
  const paths = pathsOf(
    film("Rain", 2019, "aBc"),
    film("Rain", 2019, "abC"),
    film("Rain", 2019, "abc"),
  );
  expect(paths).toEqual([
    "/films/rain-2019-a_bc/",
    "/films/rain-2019-ab_c/",
    "/films/rain-2019-abc/",
  ]);
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(3);
});

test("an address made of name and code does not take that of another film", () => {
  const paths = pathsOf(
    film("Rain", null, "x1"),
    film("Rain", null, "y2"),
    film("Rain x1", null, "z3"),
  );
  expect(paths).toEqual(["/films/rain-x1_/", "/films/rain-y2/", "/films/rain-x1/"]);
});

test("a film without an address of its own still gets one that a browser can ask for", () => {
  const [path] = pathsOf({ key: "★\x002020", uri: null, name: "★", year: 2020 });
  expect(path).toMatch(/^\/films\/film-[a-z0-9_~-]+-2020\/$/);
});

describe("a name of 250 characters", () => {
  const long = (end: string) => `${"Borat ".repeat(41)}${end}`;

  test("is cut at the end of a word, and the year stays", () => {
    // 17 words of five letters with 16 hyphens are 101 characters: one too many.
    const words = Array(16).fill("borat").join("-");
    expect(words).toHaveLength(95);
    expect(pathsOf(film(long("end"), 2006, "a1"))).toEqual([`/films/${words}-2006/`]);
    expect(personPath({ id: 7, name: long("end") })).toBe(`/people/${words}-7/`);
    const word = "a".repeat(100);
    expect(slug(word)).toBe(word);
    expect(slug(`${word} b`)).toBe(word);
    expect(slug(`${word}b`)).toBe(word);
  });

  test("is distinct from another that differs only in its end", () => {
    const paths = pathsOf(film(long("one"), 2006, "a1"), film(long("two"), 2006, "b2"));
    expect(paths[0]).toMatch(/-2006-a1\/$/);
    expect(paths[1]).toMatch(/-2006-b2\/$/);
  });

  test.each(["★", "Ö"])("of %s alone, without a film address, can be a folder", (letter) => {
    const films = ["1", "2"].map((end) => {
      const name = letter.repeat(249) + (letter === "★" ? "☆".repeat(Number(end)) : end);
      return { key: `${name}\x002020`, uri: null, name, year: 2020 };
    });
    const paths = pathsOf(...films);
    expect(new Set(paths).size).toBe(2);
    for (const path of paths) {
      expect(path).toMatch(/^\/films\/[a-z0-9-]+\/$/);
      expect(path.length).toBeLessThan(150);
    }
  });
});

test.each([
  ["Con", "con"],
  ["PRN", "prn"],
  ["Aux.", "aux"],
  ["nul", "nul"],
  ["COM1", "com1"],
  ["lpt9", "lpt9"],
])("%s does not become a folder that Windows cannot make", (name, device) => {
  expect(pathsOf(film(name, null, "aB1"))).toEqual([`/films/${device}-a_b1/`]);
  expect(pathsOf(film(name, 2006, "aB1"))).toEqual([`/films/${device}-2006/`]);
});

test("a name that only begins like a device's needs no code", () => {
  expect(pathsOf(film("Conan", null, "a1"), film("COM10", null, "b2"))).toEqual([
    "/films/conan/",
    "/films/com10/",
  ]);
});

test("a person's address ends in the TMDB id, which is all of it without Latin letters", () => {
  expect(personPath({ id: 6817, name: "Agnès Varda" })).toBe("/people/agnes-varda-6817/");
  expect(personPath({ id: 25645, name: "是枝裕和" })).toBe("/people/25645/");
  expect(personPath({ id: 1, name: "Steve McQueen" })).not.toBe(
    personPath({ id: 2, name: "Steve McQueen" }),
  );
});

test.each(["Own", "Story", "By rating", "By-Films", "300"])(
  "no member called %s takes the address of another page",
  (name) => {
    const members = [
      { id: "7", name },
      { id: "8", name: "Noir" },
    ];
    const paths = [...addresses("keywords", members, groupAddress).values()];
    expect(paths).toEqual([`/keywords/${slug(name)}-7/`, "/keywords/noir/"]);
  },
);

test.each([
  ["people", namesakeAddress],
  ["genres", groupAddress],
])("a short id alone is not taken for a page of a ranking: %s", (folder, addressOf) => {
  const members = ["7", "999", "1000"].map((id) => ({ id, name: "弟弟" }));
  expect([...addresses(folder, members, addressOf).values()].sort()).toEqual([
    `/${folder}/1000/`,
    `/${folder}/7-7/`,
    `/${folder}/999-999/`,
  ]);
});

test("an address made longer than another's code allows for does not depend on the order either", () => {
  const one = { key: "https://letterboxd.com/film/b-c/", uri: null, name: "A", year: null };
  const [a, b] = [
    { ...one, uri: "https://letterboxd.com/film/a-x/" },
    { ...one, key: "https://letterboxd.com/film/x/", uri: "https://letterboxd.com/film/x/" },
  ];
  // "A" and "a" make a-a-x of their code a-x; "A a" and "a a" make it of their code x.
  const films = [a, { ...a, uri: "https://letterboxd.com/film/y/" }, { ...b, name: "A a" }];
  const all = [...films, { ...b, uri: "https://letterboxd.com/film/z/", name: "A/a" }];
  const forth = pathsOf(...all);
  const back = pathsOf(...all.toReversed()).toReversed();
  expect(forth).toEqual(["/films/a-a-x/", "/films/a-y/", "/films/a-a-x_/", "/films/a-a-z/"]);
  expect(back).toEqual(forth);
});

test("two films whose addresses end alike share a code, and their order does not matter", () => {
  const film = (uri: string) => ({ key: uri, uri, name: "Rope", year: 1948 });
  const films = ["https://letterboxd.com/film/rope/", "https://boxd.it/rope"].map(film);
  const paths = pathsOf(...films);
  expect(paths).toEqual(["/films/rope-1948-rope_/", "/films/rope-1948-rope/"]);
  expect(pathsOf(...films.toReversed())).toEqual(paths.toReversed());
});

test("titles and codes that differ only by case count as one and still get distinct addresses", () => {
  const made = ["Noir", "noir", "NOIR"].map((title) => ({ title, code: title, key: title }));
  const paths = addresses("kinds", made, (one) => one);
  // NOIR, Noir, noir: their keys in Unicode's order.
  expect(made.map((one) => paths.get(one))).toEqual([
    "/kinds/noir-noir_/",
    "/kinds/noir-noir__/",
    "/kinds/noir-noir/",
  ]);
});

describe("groups of any kind", () => {
  const countryPaths = (...codes: string[]) => {
    const countries = codes.map((id) => ({ id, name: countryName(id) }));
    const paths = addresses("countries", countries, groupAddress);
    return Object.fromEntries(countries.map((one) => [one.id, paths.get(one)]));
  };
  const bothGermanies = {
    DD: "/countries/east-germany-dd/",
    XG: "/countries/east-germany-xg/",
    DE: "/countries/germany/",
  };

  test("of one name carry their codes, as TMDB's two of East Germany, whichever comes first", () => {
    expect(countryPaths("DD", "XG", "DE")).toEqual(bothGermanies);
    expect(countryPaths("DE", "XG", "DD")).toEqual(bothGermanies);
  });

  test("have only their name if nothing else has it", () => {
    expect(countryPaths("XG", "DE")).toEqual({
      XG: "/countries/east-germany/",
      DE: "/countries/germany/",
    });
  });

  test("whose names differ only by case, accents or marks are distinct", () => {
    const genres = ["Noir", "NOIR", "Noïr!", "Neo-Noir"].map((name, i) => ({ id: `${i}`, name }));
    const paths = addresses("genres", genres, groupAddress);
    expect([...paths.values()]).toEqual([
      "/genres/noir-0/",
      "/genres/noir-1/",
      "/genres/noir-2/",
      "/genres/neo-noir/",
    ]);
  });

  test("go by their code where nothing of the name can be written, or no disk takes it", () => {
    const groups = [
      { id: "zh", name: "中文" },
      { id: "9", name: "Con" },
      { id: "con", name: "恐" },
    ];
    expect([...addresses("languages", groups, groupAddress).values()].sort()).toEqual([
      "/languages/con-9/",
      "/languages/con-con/",
      "/languages/zh/",
    ]);
  });
});

test("years have plain addresses", () => {
  expect(yearPath(2024)).toBe("/timeline/2024/");
});
