import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { quoted } from "../../src/npmRun.ts";
import { Problem } from "../../src/problem.ts";
import { WATCHED } from "../letterboxd/exportText.ts";
import { films, LIST, newWorld, type Texts, USED, viewings, WHOLE, type World } from "./world.ts";

let world: World;
beforeEach(() => {
  world = newWorld();
});

const LACKS = "The new export lacks much of what the last one has:";
const WHOLLY = "It replaces the last one completely: whatever it lacks is lost.";

/** Why the import is refused where nobody can be asked, line by line. */
async function reasons(path: string): Promise<string[]> {
  const before = world.held();
  const refusal = await world.refused(path);
  expect(world.held()).toEqual(before);
  expect(existsSync(join(world.dataDir, ".import"))).toBe(false);
  const [lines = "", end] = refusal.replace("Problem: ", "").split(`\n${WHOLLY}\n`);
  expect(end).toMatch(
    /^Nothing was imported, nothing was changed\. If that is right: npm run import -- downloads.+ --force$/,
  );
  return lines.split("\n");
}

test("an entry that stood there twice and now stands there once is no loss", async () => {
  const [, ...rows] = viewings(20).trimEnd().split("\n");
  const twice = `${viewings(20)}${rows.join("\n")}\n`;
  await world.import(world.download({ "watched.csv": films(20), "diary.csv": twice }));
  await world.import(world.download({ "watched.csv": films(20), "diary.csv": viewings(20) }));
  expect(world.held()).toMatchObject({ "diary.csv": viewings(20) });
});

describe("of 100 films and 20 viewings", () => {
  const before = { "watched.csv": films(100), "diary.csv": viewings(20, 81) };
  // The first ones go, so that no export is older.
  const fewerFilms = { ...before, "watched.csv": films(89, 12) };
  const fewerViewings = { ...before, "diary.csv": viewings(17, 84) };
  beforeEach(() => world.import(world.download(before)));

  test.each([
    [
      "films",
      fewerFilms,
      "  11 of 100 films: gone (Film 1 (2000), Film 2 (2000), Film 3 (2000), Film 4 (2000), Film 5 (2000) and 6 more)",
    ],
    ["viewings", fewerViewings, "  3 of 20 viewings: gone"],
  ])("over 10 %% fewer %s are refused where nobody can be asked", async (_, texts, line) => {
    expect(await reasons(world.download(texts))).toEqual([LACKS, line]);
  });

  test("10 % fewer are imported, and any number with --force, which names them", async () => {
    const next = { "watched.csv": films(90, 11), "diary.csv": viewings(18, 83) };
    await world.import(world.download(next));
    expect(world.held()).toEqual(next);
    await world.import(world.download({ "watched.csv": films(1, 100) }), { force: true });
    expect(world.held()).toEqual({ "watched.csv": films(1, 100) });
    expect(world.said()).toContain(
      `! ${LACKS}\n!   diary.csv 18 rows: gone\n!   89 of 90 films: gone (Film 11 (2000), Film 12 (2000), Film 13 (2000), Film 14 (2000), Film 15 (2000) and 84 more)\n`,
    );
  });

  test("fewer are imported if the owner says so, and only then", async () => {
    const asked: string[] = [];
    const answering = (answer: boolean) => async (question: string) => {
      asked.push(question);
      // While the owner thinks, nothing is moved.
      expect(world.held()).toMatchObject(before);
      return answer;
    };
    const path = world.download(fewerFilms);
    const refusal = await world.refused(path, { confirm: answering(false) });
    expect(refusal).toContain("Nothing was imported, nothing was changed.");
    expect(world.held()).toEqual(before);
    await world.import(path, { confirm: answering(true) });
    expect(world.held()).toEqual(fewerFilms);
    const question = `${LACKS}\n  11 of 100 films: gone (Film 1 (2000), Film 2 (2000), Film 3 (2000), Film 4 (2000), Film 5 (2000) and 6 more)\n${WHOLLY}\nImport it anyway?`;
    expect(asked).toEqual([question, question]);
  });

  test("an interruption is heeded until the files change places", async () => {
    const stop = new AbortController();
    const confirm = async () => {
      stop.abort(new Problem("Stopped."));
      return true;
    };
    const { signal } = stop;
    const refusal = await world.refused(world.download(fewerFilms), { confirm, signal });
    expect(refusal).toContain("Problem: Stopped.\nNothing was imported, nothing was changed.");
    expect(world.held()).toEqual(before);
    expect(existsSync(join(world.dataDir, ".import"))).toBe(false);
  });

  test("what is odd about the rows is said before the owner is asked, and once", async () => {
    const odd = `${fewerFilms["watched.csv"]}2024-01-01,"Open,2000,https://boxd.it/open\n`;
    const told: string[] = [];
    await world.import(world.download({ ...fewerFilms, "watched.csv": odd }), {
      confirm: async () => told.push(world.said()) > 0,
    });
    const warning = "! watched.csv, line 91: Broken quotes: a quote is opened but never closed.";
    expect(told[0]).toContain(warning);
    expect(world.said().split(warning)).toHaveLength(2);
  });

  test("nothing is asked while enough is there", async () => {
    const confirm = async () => expect.unreachable();
    await world.import(world.download({ ...before, "watched.csv": films(95, 6) }), { confirm });
  });

  test("somebody else's export is asked about though it is larger", async () => {
    const theirs = { "watched.csv": films(200, 101), "diary.csv": viewings(60, 200) };
    expect(await reasons(world.download(theirs))).toEqual([
      LACKS,
      expect.stringMatching(/^ {2}100 of 100 films: gone \(Film 1 \(2000\), .* and 95 more\)$/),
      "  20 of 20 viewings: gone",
    ]);
  });
});

describe("of a whole export", () => {
  beforeEach(() => world.import(world.download(WHOLE)));
  const without = (...files: string[]): Texts =>
    Object.fromEntries(Object.entries(USED).filter(([file]) => !files.includes(file)));

  test("every file that is missing is named with its rows", async () => {
    const { "watched.csv": watched = "", "diary.csv": diary = "" } = USED;
    expect(await reasons(world.download({ "watched.csv": watched, "diary.csv": diary }))).toEqual([
      LACKS,
      "  ratings.csv 1 row: gone",
      "  reviews.csv 1 row: gone",
      "  watchlist.csv 1 row: gone",
      "  likes/films.csv 1 row: gone",
      "  lists/ 1 list, 1 row: gone",
    ]);
  });

  test("a file with its header only counts as one that is missing", async () => {
    const path = world.download({ ...USED, "watchlist.csv": WATCHED });
    expect(await reasons(path)).toEqual([LACKS, "  watchlist.csv 1 row: gone"]);
  });

  test("one that the new export holds unreadable goes, too, and that is said", async () => {
    const junk = "Film;Liked\nA;1\n";
    const path = world.download({
      ...USED,
      "reviews.csv": junk,
      "lists/by-the-sea.csv": junk,
      "lists/another.csv": LIST.replace("By the Sea", "Another"),
    });
    expect(await reasons(path)).toEqual([
      LACKS,
      "  reviews.csv 1 row: gone, because the new one cannot be read",
      "  1 of 1 lists: gone (By the Sea), because the new one cannot be read",
    ]);
  });

  test("a file that was empty, or that the site does not use, is no loss", async () => {
    world.hold({ "watchlist.csv": WATCHED, "comments.csv": "Date,Content,Comment\n1,2,3\n" });
    await world.import(world.download(without("watchlist.csv")));
    expect(world.held()).not.toHaveProperty("comments.csv");
  });

  test("a film that left the watchlist and is seen is no loss", async () => {
    await world.import(
      world.download({
        ...USED,
        "watched.csv": `${films(10)}2024-01-11,Film 99,2030,https://boxd.it/f99\n`,
        "watchlist.csv": WATCHED,
      }),
    );
    expect(world.said()).toContain("watchlist        0, 1 seen");
  });

  test("one that was last logged earlier is asked about, even if it lacks little", async () => {
    const older = USED["watched.csv"]?.toString().replace(/.+\n$/, "") ?? "";
    expect(await reasons(world.download({ ...USED, "watched.csv": older }))).toEqual([
      "This export is older: last logged 2024-01-09, while data/ was last logged 2024-01-10.",
    ]);
  });
});

test("what lies there is compared by its files even if one of the main ones cannot be read", async () => {
  world.hold({ ...USED, "watched.csv": "Film;Seen\nStalker;yes\n" });
  expect(await reasons(world.download({ "watched.csv": films(10) }))).toEqual([
    LACKS,
    "  ratings.csv 1 row: gone",
    "  diary.csv 6 rows: gone",
    "  reviews.csv 1 row: gone",
    "  watchlist.csv 1 row: gone",
    "  likes/films.csv 1 row: gone",
    "  lists/ 1 list, 1 row: gone",
  ]);
});

test("the command that is suggested can be pasted into a shell as it stands", () => {
  expect(quoted("~/Downloads/letterboxd-ida-2024-06-01.zip", "linux")).toBe(
    "~/Downloads/letterboxd-ida-2024-06-01.zip",
  );
  expect(quoted("My files/letterboxd (1).zip", "linux")).toBe('"My files/letterboxd (1).zip"');
  expect(quoted("it's $5.zip", "linux")).toBe("'it'\\''s $5.zip'");
  expect(quoted("C:\\My files\\a.zip", "win32")).toBe('"C:\\My files\\a.zip"');
});
