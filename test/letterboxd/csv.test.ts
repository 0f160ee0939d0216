import { expect, test } from "vitest";
import { BadFile } from "../../src/letterboxd/badFile.ts";
import { tokenise } from "../../src/letterboxd/csv.ts";

function read(text: string) {
  const broken: number[] = [];
  const records = tokenise(text, (line) => broken.push(line));
  return { broken, records: records.map(({ line, cells }) => [line, ...cells]) };
}

test("a record stands on the line it starts on, behind fields of several lines", () => {
  expect(read('a,b\n"1\n\n2",3\n4,5')).toEqual({
    broken: [],
    records: [
      [1, "a", "b"],
      [2, "1\n\n2", "3"],
      [5, "4", "5"],
    ],
  });
});

test("blank lines are left out and counted", () => {
  expect(read('\na,b\n\n\n"1\n2",3\n\n4,5\n\n').records).toEqual([
    [2, "a", "b"],
    [5, "1\n2", "3"],
    [8, "4", "5"],
  ]);
});

test("a broken record costs its line, the lines behind it keep their numbers", () => {
  const text = 'a,b\n\n1,"open\n\n2,"two"\n3,in"side\n\n"4\n4",x\n"5"5,y\n6,z\n';
  expect(read(text)).toEqual({
    broken: [3, 6, 10],
    records: [
      [1, "a", "b"],
      [5, "2", "two"],
      [8, "4\n4", "x"],
      [11, "6", "z"],
    ],
  });
});

test.each([
  ["with a quote in a later line", 'a,b\n1,"open\n2,"two"\n', "a quote is opened but never closed"],
  ["with none behind it", 'a,b\n1,"open\n2,two\n', "a quote is opened but never closed"],
  [
    "behind a field of two lines",
    'a,b\n"one\nand","open\n2,"two"\n',
    "in line 3 a quote is opened but never closed",
  ],
  ["in a plain field", 'a,b\n1,in"side\n', "a quote is in the middle of a field"],
  ["behind a quoted field", 'a,b\n"1"1,x\n', "a quote is in the middle of a field"],
])("a broken quote is told with what is wrong: %s", (_, text, reason) => {
  const told: [number, string][] = [];
  tokenise(text, (line, why) => told.push([line, why]));
  expect(told[0]).toEqual([2, reason]);
});

test("a backslash is a plain character and blanks stay", () => {
  expect(read('a\\,"b\\""c", d \n').records).toEqual([[1, "a\\", 'b\\"c', " d "]]);
});

test("a text that is broken all over is a bad file", () => {
  expect(() => read('x"y\n'.repeat(200))).toThrow(BadFile);
});

test.each([
  ["begins", "a,b\n<<<<<<< HEAD\n1,2\n"],
  ["ends", "a,b\n>>>>>>> theirs\n1,2\n"],
])("half a conflict that %s is one, since no record of an export starts so", (_, text) => {
  expect(() => read(text)).toThrow(
    expect.objectContaining({ message: expect.stringContaining("git conflict marks"), line: 2 }),
  );
});

test("conflict marks are found with their line, talk of one of them is not", () => {
  expect(() => read("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> theirs\n")).toThrow(
    expect.objectContaining({ line: 2 }),
  );
  expect(read('a\n"so\n<<<<<<< this\nhappens"\n').records).toHaveLength(2);
});
