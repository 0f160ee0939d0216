import { expect, test } from "vitest";
import { creditNames } from "../../tools/links/creditNames.ts";

test("a film's page has the names of its cast and of its facts, with and without a link", () => {
  const page = (cast: string) => `
    <h2>Viewings</h2><ul><li>2 May</li></ul>
    <dl class="facts">
      <dt>Runtime</dt><dd>1 h 30 min</dd>
      <dt>Music</dt><dd><a href="/people/eve-1/">Eve, Jr.</a>, Flo<details><summary>and 1 more</summary>Gus</details></dd>
      <dt>Collection</dt><dd><a href="/collections/greek-2/">Greek Letters</a>, 3 seen</dd>
      ${cast}
    </dl>`;
  const others = [
    { label: "Music", isLinked: true },
    { label: "Music", isLinked: false },
    { label: "Music", isLinked: false },
    { label: "Collection", isLinked: true },
  ];
  const bo = '<a href="/people/bo-20/">Bo</a>';
  const cast = [true, false].map((isLinked) => ({ label: "Cast", isLinked }));
  expect(creditNames(page(`<dt>Cast</dt><dd>${bo}, Cy</dd>`))).toEqual([...others, ...cast]);
  const list = `</dl><h2>Cast</h2><ul><li>${bo} <span>Self</span></li><li>Cy</li></ul><dl>`;
  expect(creditNames(page(list))).toEqual([...others, ...cast]);
});
