import { expect, test } from "vitest";
import { favouritesText, readFavourites } from "../../src/letterboxd/favourites.ts";
import { films } from "../import/world.ts";
import { ledgerOf } from "./exportText.ts";

const uris = ["https://boxd.it/f3", "https://boxd.it/f1"];

const profile = (favourites: string) =>
  `Username,Given Name,Family Name,Email Address,Favorite Films\nida,Ida,Sample,ida@example.org,"${favourites}"\n`;

test("favourites are read from the profile, in its order, and nothing else of it but the names", () => {
  const ledger = ledgerOf({ "watched.csv": films(3), "profile.csv": profile(uris.join(", ")) });
  expect(ledger.favourites).toEqual(uris);
  expect(ledger.complaints).toEqual([]);
  expect(JSON.stringify(ledger)).not.toContain("example.org");
});

test("a profile may have none, or no such column", () => {
  expect(ledgerOf({ "watched.csv": films(3), "profile.csv": profile("") }).favourites).toEqual([]);
  const old = "Username,Given Name,Family Name\nida,Ida,Sample\n";
  expect(ledgerOf({ "watched.csv": films(3), "profile.csv": old }).favourites).toEqual([]);
});

test("favourites.csv is read as it is written", () => {
  const text = favouritesText(uris);
  expect(text).toBe("Letterboxd URI\nhttps://boxd.it/f3\nhttps://boxd.it/f1\n");
  const read = readFavourites(Buffer.from(text), "data/favourites.csv");
  expect(read).toEqual({ favourites: uris, complaints: [] });
});

test("by hand it may lack the heading; a foreign address is reported with its line", () => {
  const text = '"https://boxd.it/f3"\r\nhttps://example.org/f2\r\nhttp://boxd.it/f1/\r\n';
  const { favourites, complaints } = readFavourites(Buffer.from(text), "data/favourites.csv");
  expect(favourites).toEqual(uris);
  expect(complaints).toMatchObject([{ file: "data/favourites.csv", line: 2, level: "warning" }]);
});
