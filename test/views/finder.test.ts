import { expect, test } from "vitest";
import { finder } from "../../src/views/finder.ts";
import { makeSite } from "../support/siteMaker.ts";

test("the search box begins with the films seen last, each once", () => {
  const site = makeSite([
    { name: "Ran", year: 1985, viewings: ["2024-05-01", "2024-05-03"] },
    { name: "Dreams", viewings: ["2024-05-02"] },
  ]);
  expect(finder(site).start).toEqual({
    title: "Seen last",
    hits: [
      { name: "Ran", note: "1985", path: "/films/ran-1985/" },
      { name: "Dreams", note: "", path: "/films/dreams/" },
    ],
  });
  expect(finder(makeSite([{ name: "Ran" }])).start).toBeUndefined();
});
