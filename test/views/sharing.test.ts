import { expect, test } from "vitest";
import { sharing } from "../../src/views/sharing.ts";
import { makeSite } from "../support/siteMaker.ts";

const site = makeSite([{ name: "Ran" }], { env: { BASE_PATH: "/ledger/" } });
const origin = new URL("https://example.org");

test("a page on a known host has a full address and, without a card of its own, the dashboard's", () => {
  expect(sharing(site, { pathname: "/ledger/films/ran/", origin })).toMatchObject({
    address: "https://example.org/ledger/films/ran/",
    sitemap: "/ledger/sitemap-index.xml",
    isMissing: false,
    picture: { src: "https://example.org/ledger/cards/dashboard.png", width: "1200" },
  });
});

test("without a host, and where nothing is found, there is neither", () => {
  const none = { address: null, sitemap: null, picture: null };
  expect(sharing(site, { pathname: "/ledger/films/ran/" })).toMatchObject(none);
  expect(sharing(site, { pathname: "/ledger/404/", origin })).toMatchObject({
    ...none,
    isMissing: true,
  });
});
