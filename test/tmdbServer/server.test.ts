import { describe, expect, it } from "vitest";
import { get, request, runTmdbServer } from "./client.ts";
import { objects } from "./json.ts";
import type { TmdbServer } from "./server.ts";

const alien = {
  id: 348,
  title: "Alien",
  release_date: "1979-05-25",
  runtime: null,
  keywords: ["android", "space"],
  belongs_to_collection: { id: 8091, name: "Alien Collection" },
  certification_us: "R",
  _tier: "full",
  _derived: [],
  _src: ["somewhere"],
  credits: {
    cast: [{ id: 10205, name: "Sigourney Weaver", order: 0, character: "Ripley" }],
    crew: [{ id: 578, name: "Ridley Scott", job: "Director", department: "Directing" }],
  },
};
const aliens = {
  ...alien,
  id: 679,
  title: "Aliens",
  release_date: "1986-07-18",
  credits: {
    cast: alien.credits.cast,
    crew: [{ id: 10205, name: "Sigourney Weaver", job: "Producer", department: "Production" }],
  },
};
const brigada = {
  id: 563,
  name: "Brigada",
  first_air_date: "2002-11-28",
  keywords: [{ id: 1, name: "mafia" }],
  credits: { cast: [{ id: 5, name: "Sergey Bezrukov", character: "Sasha", order: 0 }], crew: [] },
};
const everything = { films: [alien, aliens], series: [brigada] };

describe("authentication", () => {
  const v3 = "0123456789abcdef0123456789abcdef";

  it("takes a v4 token as Bearer and a v3 key in the address", async () => {
    const server = await runTmdbServer(everything);
    const welcome = { success: true, status_code: 1, status_message: "Success." };
    expect(await get(server, "/authentication")).toEqual(welcome);
    const byKey = await fetch(`${server.url}/authentication?api_key=${v3}`);
    expect(await byKey.json()).toEqual(welcome);
  });

  it.each([
    ["nothing at all", "", {}],
    ["a wrong token", "", { authorization: "Bearer wrong" }],
    ["a wrong key", "?api_key=ffffffffffffffffffffffffffffffff", {}],
    ["a v3 key as Bearer", "", { authorization: `Bearer ${v3}` }],
    ["a v4 token in the address", "?api_key=test-token", {}],
  ])("refuses %s with 401 and code 7", async (_, query, headers: Record<string, string>) => {
    const server = await runTmdbServer(everything);
    const response = await fetch(`${server.url}/movie/348${query}`, { headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      success: false,
      status_code: 7,
      status_message: "Invalid API key: You must be granted a valid key.",
    });
  });

  it("takes the tokens it is given instead", async () => {
    const server = await runTmdbServer({ ...everything, tokens: ["other"] });
    expect((await request(server, "/authentication")).status).toBe(401);
    const headers = { authorization: "Bearer other" };
    expect((await request(server, "/authentication", { headers })).status).toBe(200);
  });
});

describe("film details", () => {
  it("have TMDB's empty values, and nothing that only the data knows", async () => {
    const server = await runTmdbServer(everything);
    const film = await get(server, "/movie/348");
    expect(film).toMatchObject({ id: 348, runtime: 0, tagline: "", imdb_id: null, genres: [] });
    expect(film.belongs_to_collection).toEqual({
      id: 8091,
      name: "Alien Collection",
      poster_path: null,
      backdrop_path: null,
    });
    for (const key of ["credits", "keywords", "certification_us", "_tier", "_derived", "_src"]) {
      expect(film).not.toHaveProperty(key);
    }
  });

  it("have all that the data says of a film and of its people", async () => {
    const recorded = { gender: 1, profile_path: "/weaver.jpg" };
    const [weaver] = alien.credits.cast;
    const crew = Array.from({ length: 170 }, (_, id) => ({
      id: id + 1,
      name: `Person ${id}`,
      department: "Sound",
      job: "Foley Artist",
    }));
    const full = {
      ...alien,
      tagline: "In space no one can hear you scream.",
      popularity: 12.5,
      spoken_languages: [{ iso_639_1: "en", english_name: "English", name: "English" }],
      credits: { cast: [{ ...weaver, ...recorded }], crew },
    };
    const server = await runTmdbServer({ films: [full] });
    const film = await get(server, "/movie/348?append_to_response=credits");
    const { tagline, popularity, spoken_languages } = full;
    expect(film).toMatchObject({ tagline, popularity, spoken_languages });
    expect(film.credits).toMatchObject({ cast: [recorded] });
    expect(objects((film.credits as { crew: unknown }).crew)).toHaveLength(170);
  });

  it("have crews of 40 to 300 people on demand, the same each time", async () => {
    const films = Array.from({ length: 30 }, (_, i) => ({ ...alien, id: i + 1 }));
    const crewOf = async (server: TmdbServer, id: number) => {
      const film = await get(server, `/movie/${id}?append_to_response=credits`);
      return objects((film.credits as { crew: unknown }).crew);
    };
    const server = await runTmdbServer({ films, madeUpCrews: true });
    const again = await runTmdbServer({ films, madeUpCrews: true });
    const sizes = new Set<number>();
    for (const { id } of films) {
      const crew = await crewOf(server, id);
      expect(crew[0]).toMatchObject({ id: 578, job: "Director" });
      expect(new Set(crew.map(({ job }) => job)).size).toBeGreaterThan(10);
      expect(await crewOf(again, id)).toEqual(crew);
      sizes.add(crew.length);
    }
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(40);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(300);
    expect(sizes.size).toBeGreaterThan(20);
  });

  it("carry the parts that are appended, and pass over unknown names", async () => {
    const server = await runTmdbServer(everything);
    const parts = "credits,keywords,release_dates,external_ids,alternative_titles,nonsense";
    const film = await get(server, `/movie/348?append_to_response=${parts}`);
    expect(film.credits).toMatchObject({
      cast: [{ id: 10205, name: "Sigourney Weaver", profile_path: null, character: "Ripley" }],
      crew: [{ id: 578, job: "Director", gender: 0 }],
    });
    const { keywords } = film.keywords as { keywords: { id: number; name: string }[] };
    expect(keywords.map((keyword) => keyword.name)).toEqual(["android", "space"]);
    expect(keywords[0]?.id).toBeGreaterThan(0);
    expect(film.release_dates).toMatchObject({
      results: [{ iso_3166_1: "US", release_dates: [{ certification: "R" }] }],
    });
    expect(film.external_ids).toMatchObject({ imdb_id: null, wikidata_id: null });
    expect(film.alternative_titles).toEqual({ titles: [] });
    expect(film).not.toHaveProperty("nonsense");
  });

  it("refuse more than twenty parts", async () => {
    const server = await runTmdbServer(everything);
    const parts = new Array(21).fill("credits").join(",");
    const response = await request(server, `/movie/348?append_to_response=${parts}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ status_code: 27 });
  });

  it("are 404 for an unknown id, and films and series have ids of their own", async () => {
    const server = await runTmdbServer(everything);
    const response = await request(server, "/movie/563");
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      success: false,
      status_code: 34,
      status_message: "The resource you requested could not be found.",
    });
    expect((await request(server, "/movie/alien")).status).toBe(404);
    expect(await get(server, "/tv/563")).toMatchObject({ name: "Brigada", episode_run_time: [] });
  });
});

describe("other answers", () => {
  it("give a series' cast with roles and its keywords as results", async () => {
    const server = await runTmdbServer(everything);
    const show = await get(server, "/tv/563?append_to_response=credits,aggregate_credits,keywords");
    expect(show.aggregate_credits).toMatchObject({
      cast: [{ id: 5, name: "Sergey Bezrukov", roles: [{ character: "Sasha" }] }],
    });
    expect(show.keywords).toEqual({ results: [{ id: 1, name: "mafia" }] });
    expect(show.credits).toMatchObject({ cast: [{ character: "Sasha" }] });
  });

  it("collect the films of a person and of a collection", async () => {
    const server = await runTmdbServer(everything);
    const weaver = await get(server, "/person/10205/movie_credits");
    expect(objects(weaver.cast).map((film) => [film.title, film.character])).toEqual([
      ["Alien", "Ripley"],
      ["Aliens", "Ripley"],
    ]);
    expect(objects(weaver.crew).map((film) => [film.title, film.job])).toEqual([
      ["Aliens", "Producer"],
    ]);
    const collection = await get(server, "/collection/8091");
    expect(collection.name).toBe("Alien Collection");
    expect(objects(collection.parts).map((film) => film.id)).toEqual([348, 679]);
    expect((await request(server, "/person/1/movie_credits")).status).toBe(404);
    expect((await request(server, "/collection/1")).status).toBe(404);
  });

  it("say where the server's own images are", async () => {
    const server = await runTmdbServer(everything);
    const { images } = (await get(server, "/configuration")) as { images: object };
    expect(images).toMatchObject({ secure_base_url: `${server.imageUrl}/` });
  });

  it("come compressed when they are long and the client takes gzip", async () => {
    const film = { ...alien, overview: "In space. ".repeat(500) };
    const server = await runTmdbServer({ films: [film] });
    const long = await request(server, "/movie/348");
    expect(long.headers.get("content-encoding")).toBe("gzip");
    expect(await long.json()).toMatchObject({ overview: film.overview });
    const short = await request(server, "/authentication");
    expect(short.headers.has("content-encoding")).toBe(false);
  });

  it("refuse other methods and unknown paths", async () => {
    const server = await runTmdbServer(everything);
    expect((await request(server, "/movie/348", { method: "POST" })).status).toBe(405);
    expect((await request(server, "/films/348")).status).toBe(404);
  });
});

describe("images", () => {
  it("are the same JPEG each time, without a token, and 304 when known", async () => {
    const { imageUrl } = await runTmdbServer(everything);
    const first = await fetch(`${imageUrl}/w342/abc.jpg`);
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(first.headers.get("content-type")).toBe("image/jpeg");
    expect(bytes.subarray(0, 2).toString("hex")).toBe("ffd8");
    expect(bytes.subarray(-2).toString("hex")).toBe("ffd9");
    // Height and width stand in the frame header, after its length and the bits a sample.
    const frame = bytes.indexOf(Buffer.from("ffc0", "hex"));
    expect([bytes.readUInt16BE(frame + 7), bytes.readUInt16BE(frame + 5)]).toEqual([342, 513]);
    const again = await fetch(`${imageUrl}/w342/abc.jpg`);
    expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
    const headers = { "if-none-match": first.headers.get("etag") ?? "" };
    expect((await fetch(`${imageUrl}/w342/abc.jpg`, { headers })).status).toBe(304);
  });

  it("are 404 in a size that TMDB lacks", async () => {
    const { imageUrl } = await runTmdbServer(everything);
    expect((await fetch(`${imageUrl}/w343/abc.jpg`)).status).toBe(404);
    expect((await fetch(`${imageUrl}/original/abc.jpg`)).status).toBe(200);
  });
});
