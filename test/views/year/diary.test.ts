import { expect, test } from "vitest";
import { diary } from "../../../src/views/year/diary.ts";
import { makeSite } from "../../support/siteMaker.ts";

const specs = [
  { name: "Ran", year: 1985, viewings: ["2024-05-01", { on: "2024-06-01", rewatch: true }] },
  { name: "Dreams", viewings: [{ on: "2024-05-01", rating: 4 }] },
];

test("a diary is told by month; calendars lead to the first viewing of a day", () => {
  const site = makeSite(specs);
  const months = diary(site, site.library.viewings);
  expect(months.map(({ id, title, count }) => [id, title, count])).toEqual([
    ["m2024-05", "May 2024", "2 viewings"],
    ["m2024-06", "June 2024", "1 viewing"],
  ]);
  expect(months[0]?.rows.map(({ id, name, note, rating }) => [id, name, note, rating])).toEqual([
    ["d2024-05-01", "Ran", "1985", null],
    [undefined, "Dreams", "", 4],
  ]);
  expect(months[1]?.rows[0]).toMatchObject({ note: "1985, again", href: "/films/ran-1985/" });
});

test("where days are withheld no row tells one", () => {
  const site = makeSite(specs, { exactDates: false });
  const rows = diary(site, site.library.viewings).flatMap((month) => month.rows);
  expect(rows.map(({ id, date }) => [id, date])).toEqual(Array(3).fill([undefined, null]));
});
