import { describe, expect, test } from "vitest";
import { parseUri } from "../../src/letterboxd/fields.ts";

/** The address that is kept, and what is said about it. */
function read(text: string) {
  const said: string[] = [];
  const address = parseUri(text, (_, message) => void said.push(message));
  return { address, said };
}

describe("an address", () => {
  test.each([
    "https://boxd.it/k7Qe",
    "https://boxd.it/k7qE",
    "https://letterboxd.com/film/rope/",
    "https://letterboxd.com/ida/film/rope/1/",
  ])("as Letterboxd writes it stays as it is: %s", (text) => {
    expect(read(text)).toEqual({ address: text, said: [] });
  });

  test.each([
    ["http://boxd.it/k7qE", "https://boxd.it/k7qE"],
    ["https://boxd.it/k7Qe/", "https://boxd.it/k7Qe"],
    ["https://boxd.it:443/k7Qe", "https://boxd.it/k7Qe"],
    ["https://BOXD.it/k7Qe?utm_source=x#top", "https://boxd.it/k7Qe"],
    ["https://www.letterboxd.com/film/rope", "https://letterboxd.com/film/rope/"],
    ["HTTPS://Letterboxd.com/Film/rope//", "https://letterboxd.com/Film/rope/"],
  ])("spelled in another way is the same one: %s", (text, address) => {
    expect(read(text)).toEqual({ address, said: [] });
  });

  test.each([
    "https://evil.example/film/rope/",
    "https://letterboxd.com.evil.example/film/rope/",
    "https://notletterboxd.com/film/rope/",
    "https://boxd.it.evil.example/k7Qe",
    "https://www.boxd.it/k7Qe",
    "https://evil.example/https://boxd.it/k7Qe",
    "https://evil.example?https://boxd.it/k7Qe",
    "https://boxd.it:8080/k7Qe",
    "https:/boxd.it/k7Qe",
    "//boxd.it/k7Qe",
    "boxd.it/k7Qe",
    "ftp://boxd.it/k7Qe",
    "javascript:alert('https://boxd.it/k7Qe')",
    "https://boxd.it/k7Qe https://boxd.it/k7qE",
    "https://",
  ])("anywhere else is none, and that is said: %s", (text) => {
    expect(read(text)).toEqual({
      address: null,
      said: [`"${text}" is not an address at Letterboxd; it is ignored.`],
    });
  });

  const PASSWORD = "An address with a password";
  test.each([
    ["https://me:secret@letterboxd.com/film/rope/", PASSWORD],
    ["https://me:sec/ret@letterboxd.com/film/rope/", PASSWORD],
    ["https://me:secret%40letterboxd.com/film/rope/", PASSWORD],
    ["https://me:secret%2540letterboxd.com/film/rope/", PASSWORD],
    ["https://letterboxd.com:secret@evil.example/x", PASSWORD],
    ["me:secret@boxd.it/k7Qe", PASSWORD],
    ["https://secret@boxd.it/k7Qe", '"…@boxd.it/k7Qe"'],
    ["https://sec/ret@boxd.it/k7Qe", '"…@boxd.it/k7Qe"'],
    ["https://me%3Asecret%40boxd.it/k7Qe", '"…%40boxd.it/k7Qe"'],
    ["https://boxd.it\\@evil.example/k7Qe", '"…@evil.example/k7Qe"'],
  ])("with a user or a password is none, and the message keeps them: %s", (text, shown) => {
    expect(read(text)).toEqual({
      address: null,
      said: [`${shown} is not an address at Letterboxd; it is ignored.`],
    });
  });

  test("that is absent is no matter", () => {
    expect(read("")).toEqual({ address: null, said: [] });
  });
});
