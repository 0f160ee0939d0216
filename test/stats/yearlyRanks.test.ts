import { expect, test } from "vitest";
import { yearlyRanks } from "../../src/stats/yearlyRanks.ts";

const subject = (name: string) => ({ id: name, name });
const [drama, comedy, western] = [subject("Drama"), subject("Comedy"), subject("Western")];
type Subject = typeof drama;

const inYear = (year: number, ...viewings: Subject[][]) =>
  viewings.map((subjects) => ({ date: `${year}-05-05`, subjects }));
const subjectsOf = ({ subjects }: { subjects: Subject[] }) => subjects;

test("each year ranks by its viewings, equals in the order of all years", () => {
  const viewings = [
    ...inYear(2020, [drama], [drama, comedy]),
    ...inYear(2021, [comedy], [western], [drama]),
    ...inYear(2022, [comedy, western], [western]),
  ];
  // Drama 2 1 0, comedy 1 1 1, western 0 1 2: three each, so by name.
  expect(yearlyRanks(viewings, subjectsOf, { minimum: 2 })).toEqual({
    years: [2020, 2021, 2022],
    totals: [2, 3, 2],
    rows: [
      { subject: comedy, viewings: [1, 1, 1], ranks: [2, 1, 2] },
      { subject: drama, viewings: [2, 1, 0], ranks: [1, 2, 3] },
      { subject: western, viewings: [0, 1, 2], ranks: [3, 3, 1] },
    ],
  });
});

test("only the largest are ranked, among each other", () => {
  const viewings = inYear(2020, [drama], [drama, comedy], [western], [western]);
  expect(
    yearlyRanks(viewings, subjectsOf, { minimum: 1, subjects: 2 }).rows.map((row) => row.subject),
  ).toEqual([drama, western]);
});

test("the years are the newest run of those with enough viewings, and not more than asked", () => {
  const full = (year: number) => inYear(year, [drama], [drama]);
  const viewings = [2015, 2016, 2018, 2019, 2020].flatMap(full).concat(inYear(2021, [drama]));
  const years = (longest: number) =>
    yearlyRanks(viewings, subjectsOf, { minimum: 2, longest }).years;
  expect(years(10)).toEqual([2018, 2019, 2020]);
  expect(years(2)).toEqual([2019, 2020]);
});

test("without a full year there is nothing to rank", () => {
  expect(yearlyRanks([], subjectsOf)).toEqual({ years: [], totals: [], rows: [] });
  expect(yearlyRanks(inYear(2020, [drama]), subjectsOf, { minimum: 2 })).toEqual({
    years: [],
    totals: [],
    rows: [],
  });
});
