import { expect, test } from "vitest";
import {
  DETAILS_VERSION,
  readStoredFilm,
  readStoredSeries,
  storedFilm,
} from "../../../src/tmdb/cache/records.ts";
import { filmDetails } from "../../../src/tmdb/client/details.ts";
import { filmOfVersion1, seriesOfVersion1 } from "../version1.ts";

const details = filmDetails({
  id: 7,
  title: "Crew",
  tagline: "A line.",
  credits: {
    cast: [{ id: 1, name: "A", character: "Part", order: 0, gender: 1, profile_path: "/a.jpg" }],
    crew: [
      { id: 5, name: "Sound", job: "Foley Artist" },
      { id: 2, name: "Both", job: "Screenplay" },
      { id: 2, name: "Both", job: "Director", gender: 2, profile_path: "/b.jpg" },
      { id: 3, name: "Second", job: "Director", gender: 0 },
    ],
  },
});

test("details come back from the disk as they were", () => {
  const record = { version: DETAILS_VERSION, at: 5, details };
  const written = JSON.stringify(storedFilm(record));
  expect(readStoredFilm(JSON.parse(written))).toEqual(record);
});

test("a film of version 1 has what it had, and nothing of what is new", () => {
  const read = readStoredFilm(filmOfVersion1);
  expect(read?.version).toBe(1);
  expect(read?.details).toEqual({
    ...filmOfVersion1.details,
    spokenLanguages: [],
    tagline: null,
    popularity: null,
    // The only role with another name now.
    crew: filmOfVersion1.details.crew.map((member) =>
      member.role === "cinematographer" ? { ...member, role: "cinematography" } : member,
    ),
  });
});

test("a series of version 1 is of an unknown type", () => {
  expect(readStoredSeries(seriesOfVersion1)).toEqual({
    ...seriesOfVersion1,
    details: { ...seriesOfVersion1.details, type: null },
  });
});

test.each([
  ["of a newer version", { ...filmOfVersion1, version: DETAILS_VERSION + 1 }],
  ["of version 2 in the shape of version 1", { ...filmOfVersion1, version: 2 }],
  ["without people", { version: 1, at: 0, details: { id: 1 } }],
  ["without details", { version: 1, at: 0 }],
  ["of no version", { ...filmOfVersion1, version: undefined }],
  ["nothing", null],
])("a record is not used if it is %s", (_, record) => {
  expect(readStoredFilm(record)).toBeNull();
  expect(readStoredSeries({ ...seriesOfVersion1, version: DETAILS_VERSION + 1 })).toBeNull();
});
