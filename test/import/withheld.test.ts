import { beforeEach, describe, expect, test } from "vitest";
import { DIARY, REVIEWS } from "../letterboxd/exportText.ts";
import { asLatin1, films, newWorld, type Texts, USED, type World } from "./world.ts";

let world: World;
beforeEach(() => {
  world = newWorld();
});

const crlf = (text: string) => text.replaceAll("\n", "\r\n");

const diary = crlf(
  `${DIARY}2024-01-02,"Film 1, again",2000,https://boxd.it/e1,4,Yes,"cinema, with Ida",2024-01-01\n2024-01-03,Film 2,2000,https://boxd.it/e2,,,,2024-01-02\n`,
);
const reviews = crlf(
  `${REVIEWS}2024-01-02,Film 2,2000,https://boxd.it/e2,3.5,,"Two\nlines, and ""quotes""",with Ida,2024-01-02\n2024-01-04,Film 3,2000,https://boxd.it/e3,3,,Loose.,,\n`,
);
const list = crlf(`Letterboxd list export v7
Date,Name,Tags,URL,Description
2024-02-20,"Sea, and shore",with Ida,https://boxd.it/l1,"Of
two lines"

Position,Name,Year,URL,Description
1,Film 1,2000,https://boxd.it/f1,Position 1
2,Film 2,2000,https://boxd.it/f2,
`);
const whole: Texts = {
  ...USED,
  "diary.csv": diary,
  "reviews.csv": reviews,
  "lists/sea.csv": list,
};
const withheld = {
  reviews: false,
  tags: false,
  lists: false,
  listNotes: false,
  watchlist: false,
  favourites: true,
  exactDates: true,
};

describe("what the settings do not publish is not imported:", () => {
  test("review texts and tags become empty, the watchlist and lists stay out", async () => {
    await world.import(world.download(whole), { publish: withheld });
    const { "watchlist.csv": _, "lists/by-the-sea.csv": __, "lists/sea.csv": ___, ...rest } = whole;
    expect(world.held()).toEqual(
      asLatin1({
        ...rest,
        "diary.csv": diary.replace('"cinema, with Ida"', ""),
        "reviews.csv": reviews.replace(/"Two.*""",with Ida/s, ",").replace("Loose.", ""),
      }),
    );
    expect(world.said()).toContain(
      "Left out, because your settings do not publish them: the texts of 2 reviews, the tags of 1 entry, 2 lists and the watchlist with 1 film.\n  To keep them, in a private repository or in none, add --keep-all. To publish them, change the settings and import again.",
    );
    expect(world.said()).not.toMatch(/Left behind|In a public repository/);
  });

  test.each([
    ["tags", list.replace("with Ida", "")],
    ["listNotes", list.replace('"Of\r\ntwo lines"', "").replace("Position 1", "")],
  ])("of a list, those of %s", async (key, expected) => {
    await world.import(world.download(whole), { publish: { [key]: false } });
    expect(world.held()["lists/sea.csv"]).toBe(expected);
  });

  test("a file without any of it stays byte for byte", async () => {
    const texts = { "watched.csv": films(2), "diary.csv": `\ufeff${DIARY}` };
    await world.import(world.download(texts), { publish: withheld });
    expect(world.held()).toEqual(asLatin1(texts));
    expect(world.said()).not.toContain("Left out");
  });

  test("a row with too many fields goes, because a text may be in any of them", async () => {
    const broken = `${reviews}2024-01-05,Film 4,2000,https://boxd.it/e4,3,,Secret,text,,\r\n`;
    await world.import(world.download({ ...whole, "reviews.csv": broken }), { publish: withheld });
    expect(Object.values(world.held()).join()).not.toContain("Secret");
    await world.import(world.download({ ...whole, "reviews.csv": broken }));
    expect(world.held()["reviews.csv"]).toContain("Secret");
  });

  test("a file of semicolons keeps them", async () => {
    const semicolons =
      "Date;Name;Year;Letterboxd URI;Rating;Rewatch;Tags;Watched Date\n2024-01-02;Film 1;2000;https://boxd.it/e1;3,5;;sea;2024-01-01\n";
    await world.import(world.download({ "watched.csv": films(2), "diary.csv": semicolons }), {
      publish: withheld,
    });
    expect(world.held()["diary.csv"]).toBe(semicolons.replace(";sea;", ";;"));
  });
});

test("--keep-all keeps it, and says what a public repository shows", async () => {
  await world.import(world.download(whole), { publish: withheld, keepAll: true });
  expect(world.held()).toEqual(asLatin1(whole));
  expect(world.said()).toContain(
    "In a public repository everyone can read your texts as you wrote them (reviews.csv, lists/), your tags (diary.csv, reviews.csv, lists/) and your watchlist (watchlist.csv).",
  );
  expect(world.said()).not.toContain("Left out");
});

test("days that the site withholds and films that it hides are named", async () => {
  await world.import(world.download({ "watched.csv": films(3), "diary.csv": diary }), {
    publish: { ...withheld, exactDates: false },
    hide: { films: ["Film 2"] },
  });
  expect(world.said()).toContain(
    "In a public repository everyone can read the days of your viewings (diary.csv) and 1 film that your settings hide.",
  );
});

test("what is withheld is no loss beside an export that still had it, and none is new later", async () => {
  await world.import(world.download(whole));
  await world.import(world.download(whole), { publish: withheld });
  expect(world.held()).not.toHaveProperty("watchlist.csv");
  expect(world.said()).toContain("Nothing new since the last export");
  await world.import(world.download(whole), { publish: withheld });
  expect(world.said().match(/Nothing new/g)).toHaveLength(2);
  expect(world.said()).not.toContain("lacks much");
});

test("from the data folder itself nothing withheld is removed, unless forced", async () => {
  world.hold(whole);
  const refusal = await world.refused(world.dataDir, { publish: withheld });
  expect(refusal).toContain(
    "Your settings do not publish the texts of 2 reviews, the tags of 1 entry, 2 lists and the watchlist with 1 film, so they would be removed from data/.",
  );
  expect(refusal).toContain("To keep them: npm run import -- data --keep-all.");
  expect(world.held()).toEqual(asLatin1(whole));
  await world.import(world.dataDir, { publish: withheld, keepAll: true });
  expect(world.held()).toEqual(asLatin1(whole));
  await world.import(world.dataDir, { publish: withheld, force: true });
  expect(world.held()).not.toHaveProperty("watchlist.csv");
});
