import { expect, test } from "vitest";
import { enumerated, link, phrase, sentences, withCommas } from "../../src/words/richText.ts";
import { written } from "../support/siteMaker.ts";

test("what is absent leaves neither words nor blanks", () => {
  expect(written(phrase("Seen", false, null, "", undefined, ["."]))).toBe("Seen.");
  expect(written(sentences("One.", false, [], ["Two", "."], ""))).toBe("One. Two.");
  expect(sentences(null, false, "")).toEqual([]);
});

test("names are put in a row, each with its page if it has one", () => {
  const ran = link("Ran", "/films/ran/");
  const ikiru = link("Ikiru", null);
  expect(written(withCommas([ran, ikiru, "Dreams"]))).toBe("[Ran](/films/ran/), Ikiru, Dreams");
  expect(written(enumerated([ran]))).toBe("[Ran](/films/ran/)");
  expect(written(enumerated([ran, ikiru, ["Dreams", " (3)"]]))).toBe(
    "[Ran](/films/ran/), Ikiru and Dreams (3)",
  );
});
