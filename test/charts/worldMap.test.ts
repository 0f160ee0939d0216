import { expect, test } from "vitest";
import { compactPath } from "../../src/charts/compactPath.ts";
import { type MapCountry, worldMapChart } from "../../src/charts/worldMap.ts";
import { createFormat } from "../../src/format.ts";
import { linksIn } from "../support/svg.ts";

const format = createFormat();
const country = (code: string, films: number, more: Partial<MapCountry> = {}) => ({
  code,
  name: code,
  films,
  ...more,
});
const draw = (...countries: MapCountry[]) =>
  worldMapChart(countries, { title: "Films by country", format });
const titlesIn = (svg: string) => Array.from(svg.matchAll(/<title>(.*?)<\/title>/g), ([, t]) => t);
const fillsIn = (svg: string) =>
  Array.from(svg.matchAll(/<path [^>]*fill="([^"]+)"[^>]*><title>/g), ([, fill]) => fill);

test("each country that is on the map says its films, the others are one shape", () => {
  const map = draw(country("US", 1200, { name: "United States" }), country("FR", 1));
  expect(titlesIn(map.wide).sort()).toEqual(["FR: 1 film", "United States: 1,200 films"]);
  expect(map.wide.match(/<path/g)).toHaveLength(3);
  expect(map.description).toBe("Films of 2 countries; most, 1,200, of United States.");
});

test("colours grow by factors, and the key says what they stand for", () => {
  const map = draw(
    country("US", 273),
    country("FR", 6),
    country("IT", 5),
    country("IN", 3),
    country("DE", 2),
    country("JP", 2),
    country("BR", 1),
    country("CN", 1),
  );
  expect(map.steps).toEqual([
    { step: 0, from: 1, to: 1 },
    { step: 1, from: 2, to: 9 },
    // Nobody has 10 to 99.
    { step: 3, from: 100, to: null },
  ]);
  const count = (step: number) =>
    fillsIn(map.wide).filter((fill) => fill === `var(--step-${step})`).length;
  expect([1, 2, 3, 4].map(count)).toEqual([2, 5, 0, 1]);
});

test("a country too small to be drawn or that is no more is named, and stays in the table", () => {
  const map = draw(country("US", 3), country("HK", 2), country("SU", 1));
  expect(map.missing.map(({ code }) => code)).toEqual(["HK", "SU"]);
  expect(map.table.rows).toEqual([
    ["US", 3],
    ["HK", 2],
    ["SU", 1],
  ]);
});

test("only countries that are not on the map make a map without colour", () => {
  const map = draw(country("HK", 2));
  expect(map.steps).toEqual([]);
  expect(titlesIn(map.wide)).toEqual([]);
});

test("Kosovo has no number, and is found", () => {
  expect(titlesIn(draw(country("XK", 1)).wide)).toEqual(["XK: 1 film"]);
});

test("a country with a page leads there", () => {
  const map = draw(country("US", 3, { href: "/countries/us/" }), country("FR", 1));
  expect(linksIn(map.wide)).toEqual(["/countries/us/"]);
});

test("a path is written in whole steps without needless points", () => {
  // The square's sides have a point in their middle, its first corner comes again at the end.
  expect(compactPath("M0,0L5.2,0.1L10,0L10,10L5,10.4L0,10L0,0Z")).toBe("M0,0l10,0 0,10-10,0z");
  expect(compactPath("M0,0L4,0L4,4L0,0ZM9.6,-1L20,0L9,9Z")).toBe("M0,0l4,0 0,4zM10-1l10,1-11,9z");
  expect(compactPath("M0,0L4,0L4,4L0,0ZM3,4L3.4,4.2L3,4Z")).toBe("M0,0l4,0 0,4z");
  expect(compactPath("")).toBe("");
});

test("a country smaller than a pixel is a pixel", () => {
  expect(compactPath("M3.2,4L3.4,4.2L3,4Z")).toBe("M3,4l1,0 0,1-1,0z");
});
