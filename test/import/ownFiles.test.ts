import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { HISTORY_HEADING } from "../../src/letterboxd/history.ts";
import { RATINGS, WATCHED } from "../letterboxd/exportText.ts";
import { films, newWorld, type Texts, viewings, type World } from "./world.ts";

let world: World;
beforeEach(() => {
  world = newWorld();
});

const rated = (...ratings: [film: number, rating: string][]) =>
  `${RATINGS}${ratings.map(([n, rating]) => `2024-01-01,Film ${n},2000,https://boxd.it/f${n},${rating}\n`).join("")}`;
const wanted = (...numbers: number[]) =>
  `${WATCHED}${numbers.map((n) => `2024-01-01,Film ${n},2000,https://boxd.it/f${n}\n`).join("")}`;

/** Ten films to 10 January, six viewings, ratings of 4 and 4.5, two wishes. */
const before: Texts = {
  "watched.csv": films(10),
  "diary.csv": viewings(6),
  "ratings.csv": rated([1, "4"], [2, "4.5"]),
  "watchlist.csv": wanted(11, 99),
};
/** Two films more to 12 January, one of them from the watchlist; one rating changed, one is new. */
const after: Texts = {
  "watched.csv": films(12),
  "diary.csv": viewings(9),
  "ratings.csv": rated([1, "3"], [2, "4.5"], [3, "5"]),
  "watchlist.csv": wanted(99),
};

describe("history.csv", () => {
  test("gets a line with each import: what there is, and what is new", async () => {
    await world.import(world.download(before));
    expect(world.history()).toEqual(["2024-01-10,10,6,2,4.25,,2,,,,"]);
    await world.import(world.download(after));
    expect(world.history()).toEqual([
      "2024-01-10,10,6,2,4.25,,2,,,,",
      // (3 + 4.5 + 5) ÷ 3
      "2024-01-12,12,9,3,4.1667,,1,2,3,1,1",
    ]);
    expect(world.said()).toContain("history.csv      2 imports");
  });

  test("begins with the export before, if an export is there and no history", async () => {
    world.hold(before);
    await world.import(world.download(after));
    expect(world.history()).toEqual([
      "2024-01-10,10,6,2,4.25,,2,,,,",
      "2024-01-12,12,9,3,4.1667,,1,2,3,1,1",
    ]);
  });

  test("gets none for the same export again, or for the data folder itself", async () => {
    await world.import(world.download(before));
    await world.import(world.unpack(before));
    await world.import(world.dataDir);
    expect(world.history()).toHaveLength(1);
  });

  test("says nothing of a watchlist that is withheld, nor counts what is hidden", async () => {
    const options = { publish: { watchlist: false }, hide: { films: ["Film 1", "Film 12"] } };
    await world.import(world.download(before), options);
    await world.import(world.download(after), options);
    expect(world.history()).toEqual([
      "2024-01-10,9,5,1,4.5,,,,,,",
      "2024-01-12,10,8,2,4.75,,,1,3,0,",
    ]);
  });

  test("keeps what stands in it, also without a line end", async () => {
    world.hold({ "history.csv": `${HISTORY_HEADING}\n2023-05-05,1,1,,,,,,,,` });
    await world.import(world.download(before));
    expect(world.history()).toEqual(["2023-05-05,1,1,,,,,,,,", "2024-01-10,10,6,2,4.25,,2,,,,"]);
  });

  test("that cannot be read stays as it is, and that is said", async () => {
    world.hold({ "history.csv": "Name;Year\nRan;1985\n" });
    await world.import(world.download(before));
    expect(readFileSync(join(world.dataDir, "history.csv"), "utf8")).toBe("Name;Year\nRan;1985\n");
    expect(world.said()).toContain("! data/history.csv stays as it is");
  });

  test("stays as it was if the import comes to nothing", async () => {
    await world.import(world.download(after));
    const less = world.download({ "watched.csv": films(1) });
    expect(await world.refused(less)).toContain("Nothing was imported, nothing was changed.");
    expect(world.history()).toHaveLength(1);
  });
});

describe("favourites.csv", () => {
  const profile = (favourites: string) =>
    `Username,Given Name,Email Address,Favorite Films\nida,Ida,ida@example.org,"${favourites}"\n`;
  const withProfile = (favourites: string) => ({ ...before, "profile.csv": profile(favourites) });
  const held = () => world.held()["favourites.csv"];

  test("has the addresses of the profile and nothing else of it", async () => {
    await world.import(world.download(withProfile("https://boxd.it/f2, https://boxd.it/f1")));
    expect(held()).toBe("Letterboxd URI\nhttps://boxd.it/f2\nhttps://boxd.it/f1\n");
    expect(world.held()).not.toHaveProperty("profile.csv");
    expect(world.said()).toContain("favourites.csv   2 favourites");
    await world.import(world.download(withProfile("https://boxd.it/f3")));
    expect(held()).toBe("Letterboxd URI\nhttps://boxd.it/f3\n");
  });

  test("stays as it is if the profile is missing or names none, or if favourites are withheld", async () => {
    const own = "https://boxd.it/f9\n";
    world.hold({ "favourites.csv": own });
    await world.import(world.download(before));
    await world.import(world.download(withProfile("")));
    await world.import(world.download(withProfile("https://boxd.it/f3")), {
      publish: { favourites: false },
    });
    expect(held()).toBe(own);
  });
});

test("lists of other origin, corrections, favourites and the history are never taken away", async () => {
  const own = {
    "canon/top.csv": "Position,Name,Year,TMDB\n",
    "overrides.csv": "Name,Year,Letterboxd URI,TMDB\n",
    "favourites.csv": "Letterboxd URI\nhttps://boxd.it/f1\n",
  };
  world.hold({ ...own, "history.csv": `${HISTORY_HEADING}\n2023-05-05,1,1,,,,,,,,\n` });
  await world.import(world.download(before));
  expect(world.held()).toMatchObject(own);
  expect(world.history()[0]).toBe("2023-05-05,1,1,,,,,,,,");
});
