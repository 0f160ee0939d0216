import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { BrokenSite, checkSite } from "../../src/audit/checkSite.ts";
import { isProblem } from "../../src/problem.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const page = (body = "", head = "<title>Films</title>") =>
  `<!doctype html><html><head>${head}</head><body><h1>Films</h1>${body}</body></html>`;

/** A folder with the smallest sound site, and what a test adds or replaces. */
function site(files: Record<string, string | null> = {}): string {
  const folder = temporaryFolder();
  const all = {
    "index.html": page(),
    "404.html": page(),
    "films/index.html": page('<p id="a1">'),
    "data/summary.json": "{}",
    "data/films.json": "[]",
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    if (text === null) continue;
    mkdirSync(dirname(`${folder}/${name}`), { recursive: true });
    writeFileSync(`${folder}/${name}`, text);
  }
  return folder;
}

const index = (body: string) => site({ "index.html": page(body) });

test("a sound site passes, with the number of its pages and links", async () => {
  const folder = index(
    [
      '<a href="/films/">all</a> <a href="films/#a1">one</a> <a href="/films/">again</a>',
      '<a href="#">top</a> <a href="/data/films.json">data</a> <img src="https://image.example/a.jpg">',
      '<a href="//elsewhere.example/">x</a> <a href="mailto:a@example.org">mail</a>',
    ].join(""),
  );
  // films/, films/#a1, index.html and data/films.json; what lies elsewhere is none of ours.
  expect(await checkSite(folder)).toEqual({ pages: 3, links: 4 });
});

test("a site with more files than planned is a fault", async () => {
  // Five files are the smallest sound site.
  await expect(checkSite(site(), { maxFiles: 5 })).resolves.toMatchObject({ pages: 3 });
  await expect(checkSite(site(), { maxFiles: 4 })).rejects.toThrow(
    "The site has 5 files, and 4 were planned",
  );
});

const siteUrl = "https://kim.example";
const head = (...tags: string[]) => `<title>Films</title>${tags.join("")}`;
const picture = (address: string) => `<meta property="og:image" content="${address}">`;

test("what the head gives crawlers is looked for in the site", async () => {
  const tags = [
    picture(`${siteUrl}/films/cards/a.png`),
    `<link rel="canonical" href="${siteUrl}/films/">`,
  ];
  const folder = site({ "index.html": page("", head(...tags)), "cards/a.png": "" });
  const options = { basePath: "/films/", siteUrl };
  // The picture and the page itself.
  expect(await checkSite(folder, options)).toEqual({ pages: 3, links: 2 });
});

test.each([
  ["a card that is not there", picture(`${siteUrl}/cards/a.png`), "links to cards/a.png, which"],
  [
    "a card without a full address",
    picture("/cards/a.png"),
    "crawlers /cards/a.png, which is outside",
  ],
  ["a card of another site", picture("https://other.example/a.png"), "which is outside this site"],
  [
    "a canonical address of no page",
    `<link rel="canonical" href="${siteUrl}/ran/">`,
    "links to ran/, which does not exist",
  ],
])("%s is a fault", async (_, tag, fault) => {
  const folder = site({ "index.html": page("", head(tag)) });
  await expect(checkSite(folder, { siteUrl })).rejects.toThrow(fault);
});

test.each([
  ["sitemap-0.xml", `<url><loc>${siteUrl}/ran/</loc></url>`, "sitemap-0.xml links to ran/"],
  ["robots.txt", `Sitemap: ${siteUrl}/sitemap.xml\n`, "robots.txt links to sitemap.xml"],
  ["manifest.webmanifest", '{"icons":[{"src":"/a.png"}]}', "manifest.webmanifest links to a.png"],
])("an address in %s that leads nowhere is a fault", async (file, text, fault) => {
  await expect(checkSite(site({ [file]: text }), { siteUrl })).rejects.toThrow(fault);
});

test.each([
  ["a link to nothing", '<a href="/actors/">', "index.html links to actors/, which does not exist"],
  ["a relative link to nothing", '<a href="ran/">', "index.html links to ran/, which"],
  ["a folder without its slash", '<a href="/films">', "links to films, which does not exist"],
  ["a missing image", '<img src="/a.png">', "links to a.png, which does not exist"],
  ["a missing anchor", '<a href="/films/#b2">', "links to films/#b2, which has no such anchor"],
  [
    "a missing anchor of the same page",
    '<a href="#b2">',
    "index.html#b2, which has no such anchor",
  ],
  ["an address that cannot be read", '<a href="/100%/">', "links to 100%/, which does not exist"],
  ["an inline style", '<p class="a" style="color: red">', "index.html has inline styles"],
  ["a second h1", "<h1>More</h1>", "index.html does not have exactly one h1"],
])("%s is a fault", async (_, body, fault) => {
  await expect(checkSite(index(body))).rejects.toThrow(fault);
});

test.each([
  ["text", 'He writes src="/b.png", href=\'/nope/\' and id="b2" style="color: red" in a review.'],
  [
    "escaped tags",
    '&lt;a href="/nope/"&gt; &lt;h1&gt; &lt;img src="/b.png" style="color: red"&gt;',
  ],
  ["the value of an attribute", `<p title='2 > 1 <a href="/nope/" style="x">'>x</p>`],
  ["a comment", '<!-- <a href="/nope/" style="x">x</a> <h1>More</h1> -->'],
  ["a script", `<script>const html = '<h1><a href="/nope/" style="x"></a></h1>';</script>`],
  ["a style", `<style>p::after { content: '<img src="/b.png" style="x">' }</style>`],
  ["another attribute", '<p data-src="/b.png" data-href="/nope/" data-style="x">x</p>'],
])("what looks like a link or a style in %s is none", async (_, body) => {
  expect(await checkSite(index(body))).toEqual({ pages: 3, links: 0 });
});

test("an id in text is not an anchor", async () => {
  const folder = index('<a href="#b2">x</a> id="b2" &lt;p id="b2"&gt;');
  await expect(checkSite(folder)).rejects.toThrow("index.html#b2, which has no such anchor");
});

test("attributes count however they are written", async () => {
  const folder = index("<A HREF=/nope/>x</A> <img alt='' src='/b.png'> <p\nstyle='x'>");
  const failure = checkSite(folder);
  for (const fault of ["links to nope/", "links to b.png", "has inline styles"]) {
    await expect(failure).rejects.toThrow(fault);
  }
});

test("the title of a drawing is not that of the page", async () => {
  const untitled = site({ "index.html": page("<svg><title>Films a year</title></svg>", "") });
  await expect(checkSite(untitled)).rejects.toThrow("index.html has no title");
});

test("a fault of a site is a bug, not something the owner must correct", async () => {
  const error = await checkSite(index("<h1>More</h1>")).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(BrokenSite);
  expect(isProblem(error)).toBe(false);
});

test("a page without a title or a needed file is a fault", async () => {
  await expect(checkSite(site({ "index.html": page("", "<title></title>") }))).rejects.toThrow(
    "index.html has no title",
  );
  await expect(checkSite(site({ "data/films.json": null }))).rejects.toThrow(
    "data/films.json is missing",
  );
});

test("anchors and addresses may be escaped", async () => {
  const folder = index('<a href="/films/?a=1&amp;b=2#d%C3%A9">x</a> <a href="/l%C3%A0/">y</a>');
  await expect(checkSite(folder)).rejects.toThrow("films/#dé");
  const sound = site({
    "index.html": page('<a href="/films/#d%C3%A9">x</a> <a href="/l%C3%A0/">y</a>'),
    "films/index.html": page('<p id="dé">'),
    "là/index.html": page(),
  });
  expect((await checkSite(sound)).links).toBe(2);
});

test("under a base path every link must stay below it", async () => {
  const links = (...hrefs: string[]) =>
    index(hrefs.map((href) => `<a href="${href}">x</a>`).join(""));
  const options = { basePath: "/ledger/" };
  expect((await checkSite(links("/ledger/films/", "films/"), options)).links).toBe(1);
  await expect(checkSite(links("/films/"), options)).rejects.toThrow("outside the site: /films/");
});

test("the token is found in whatever text file it hides", async () => {
  for (const file of ["index.html", "data/films.json", "_astro/page.js", "feed.xml", "a.css"]) {
    const text = file.endsWith(".html") ? page("0123secret4567") : "x0123secret4567x";
    await expect(checkSite(site({ [file]: text }), { token: "0123secret4567" })).rejects.toThrow(
      `${file} contains the TMDB token`,
    );
  }
  expect((await checkSite(site(), { token: "0123secret4567" })).pages).toBe(3);
});

test("the message names ten faults and counts the rest, and never repeats the token", async () => {
  const links = Array.from({ length: 13 }, (_, i) => `<a href="/gone-${i}/">x</a>`).join("");
  const failure = checkSite(index(`${links}0123secret4567`), { token: "0123secret4567" });
  // 13 links and the token make 14.
  await expect(failure).rejects.toThrow("… and 4 more");
  await expect(failure).rejects.not.toThrow("0123secret4567");
});
