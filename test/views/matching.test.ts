import { describe, expect, test } from "vitest";
import { allQuestions, matching } from "../../src/views/matching.ts";
import type { FilmSpec } from "../support/libraryMaker.ts";
import { makeSite, written } from "../support/siteMaker.ts";

/** One page of open matches, each with so many. */
function pageOf(specs: FilmSpec[], { number = 1, size = 60 } = {}) {
  const site = makeSite(specs);
  const open = allQuestions(site);
  return matching(site, {
    data: open.slice((number - 1) * size, number * size),
    currentPage: number,
    lastPage: Math.max(1, Math.ceil(open.length / size)),
    total: open.length,
  });
}

const unknown = (name: string): FilmSpec => ({ name, tmdb: "none" });

describe("the page of matches", () => {
  test("counts what was found, and says that nothing is open", () => {
    const view = pageOf([
      { name: "Ran", tmdb: {} },
      { name: "Dekalog", tmdb: "series" },
    ]);
    expect(view.counts?.kinds.map(({ name, count }) => [name, count])).toEqual([
      ["Films", "1"],
      ["Series", "1"],
    ]);
    expect(view.counts).toMatchObject({ seen: "2", nothingOpen: "Nothing is open." });
    expect([view.howToDecide, view.groups, view.pages]).toEqual([null, [], []]);
  });

  test("says why TMDB was not asked", () => {
    const view = pageOf([{ name: "Ran" }]);
    expect(written(view.notAsked)).toBe(
      "TMDB has not been asked yet: [how to ask it](/about/#coverage).",
    );
    expect(view.counts?.unanswered).toBe(
      "1 film without an answer: no TMDB_API_TOKEN was set, so TMDB was not asked.",
    );
    expect(view.counts?.nothingOpen).toBeNull();
  });

  test("has a line to copy for a film that TMDB does not know", () => {
    const [group] = pageOf([unknown("Ran")]).groups;
    expect(group).toMatchObject({ id: "unknown", name: "Unknown", count: "1 film" });
    const [question] = group?.questions ?? [];
    expect(question).toMatchObject({ name: "Ran", year: "no year", href: "/films/ran/" });
    expect(written(question?.reason)).toBe("Nothing found.");
    const [answer] = question?.answers ?? [];
    expect(written(answer?.said)).toBe(
      "Nothing at TMDB ([search there](https://www.themoviedb.org/search?query=Ran))",
    );
    expect([answer?.fields.join(""), answer?.lastField]).toEqual([
      "Ran,,https://boxd.it/Ran,",
      "none",
    ]);
  });

  test("is followed by others that have the rest of the questions and no figures", () => {
    const view = pageOf(["Dreams", "Ikiru", "Ran"].map(unknown), { number: 2, size: 2 });
    expect(view.title).toBe("Matching, page 2");
    expect([view.counts, view.shared]).toEqual([null, []]);
    expect(view.groups.map(({ questions }) => questions.map(({ name }) => name))).toEqual([
      ["Ran"],
    ]);
    // The number beside the heading is of all pages.
    expect(view.groups[0]?.count).toBe("3 films");
    expect(view.pages).toEqual([
      { text: "Page 1", href: "/about/matching/", isThis: false },
      { text: "Page 2, this one", href: "/about/matching/2/", isThis: true },
    ]);
  });
});
