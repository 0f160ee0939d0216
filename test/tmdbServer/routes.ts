import type { IncomingHttpHeaders } from "node:http";
import type { Catalogue, SearchFilter, Titles } from "./catalogue.ts";
import { configuration } from "./configuration.ts";
import { type Answer, errorAnswer, noQueryAnswer } from "./errors.ts";
import { filmDetails, filmItem, filmParts } from "./film.ts";
import type { Json } from "./json.ts";
import { seriesDetails, seriesItem, seriesParts } from "./series.ts";

const pageSize = 20;
const lastPage = 500;
const mostAppended = 20;

/** A v3 key counts in the address only, a v4 token in the header only. */
export function isAuthorised(
  headers: IncomingHttpHeaders,
  query: URLSearchParams,
  tokens: readonly string[],
): boolean {
  const key = query.get("api_key");
  if (key !== null && isKey(key) && tokens.includes(key)) return true;
  const token = /^Bearer +(.+)$/i.exec(headers.authorization ?? "")?.[1];
  return token !== undefined && !isKey(token) && tokens.includes(token);
}

const isKey = (token: string) => /^[0-9a-f]{32}$/i.test(token);

/** Answers a GET below /3; `path` is without it and begins with a slash. */
export function answer(
  catalogue: Catalogue,
  path: string,
  query: URLSearchParams,
  imageUrl: string,
): Answer {
  const [, area = "", name = "", ...rest] = path.split("/");
  const part = rest.join("/");
  if (path === "/authentication") {
    return ok({ success: true, status_code: 1, status_message: "Success." });
  }
  if (path === "/configuration") return ok(configuration(imageUrl));
  if (area === "search" && part === "") return search(catalogue, name, query);
  if (area === "movie") {
    return details(catalogue.films, name, part, query, filmDetails, filmParts);
  }
  if (area === "tv") {
    return details(catalogue.series, name, part, query, seriesDetails, seriesParts);
  }
  if (area === "collection" && part === "") return byId(name, (id) => catalogue.collection(id));
  if (area === "person" && part === "movie_credits") {
    return byId(name, (id) => catalogue.movieCredits(id));
  }
  return errorAnswer(34);
}

const ok = (body: Json): Answer => ({ status: 200, body });

function byId(name: string, find: (id: number) => Json | null): Answer {
  if (!/^\d+$/.test(name)) return errorAnswer(6);
  const found = find(Number(name));
  return found ? ok(found) : errorAnswer(34);
}

function details(
  titles: Titles,
  name: string,
  part: string,
  query: URLSearchParams,
  whole: (record: Json) => Json,
  parts: Record<string, (record: Json) => Json>,
): Answer {
  const single = Object.hasOwn(parts, part) ? parts[part] : undefined;
  if (part !== "" && !single) return errorAnswer(34);
  const appended = (query.get("append_to_response") ?? "").split(",").filter((it) => it !== "");
  if (appended.length > mostAppended) return errorAnswer(27);
  return byId(name, (id) => {
    const record = titles.find(id);
    if (!record) return null;
    if (single) return { id, ...single(record) };
    const body = whole(record);
    for (const wanted of appended) {
      // A name TMDB does not know is passed over without a word.
      const make = Object.hasOwn(parts, wanted) ? parts[wanted] : undefined;
      if (make) body[wanted] = make(record);
    }
    return body;
  });
}

function search(catalogue: Catalogue, kind: string, query: URLSearchParams): Answer {
  const { films, series } = catalogue;
  const filter: SearchFilter = {
    query: query.get("query") ?? "",
    year: kind === "multi" ? null : query.get("year"),
    primaryYear:
      kind === "movie"
        ? query.get("primary_release_year")
        : kind === "tv"
          ? query.get("first_air_date_year")
          : null,
    adult: query.get("include_adult") === "true",
  };
  if (!["movie", "tv", "multi"].includes(kind)) return errorAnswer(34);
  if (filter.query.trim() === "") return noQueryAnswer;
  const page = pageNumber(query.get("page"));
  if (page === null) return errorAnswer(22);

  if (kind === "movie") {
    return listing(films.search(filter).flat(), page, (at) => filmItem(films.read(at)));
  }
  if (kind === "tv") {
    return listing(series.search(filter).flat(), page, (at) => seriesItem(series.read(at)));
  }
  const shows = series.search(filter);
  const both = films.search(filter).flatMap((group, at) => [
    ...group.map((film) => () => ({ ...filmItem(films.read(film)), media_type: "movie" })),
    ...(shows[at] ?? []).map((show) => () => ({
      ...seriesItem(series.read(show)),
      media_type: "tv",
    })),
  ]);
  return listing(both, page, (make) => make());
}

function pageNumber(value: string | null): number | null {
  if (value === null || value === "") return 1;
  if (!/^\d+$/.test(value)) return null;
  const page = Number(value);
  return page >= 1 && page <= lastPage ? page : null;
}

function listing<Hit>(hits: readonly Hit[], page: number, item: (hit: Hit) => Json): Answer {
  return ok({
    page,
    results: hits.slice((page - 1) * pageSize, page * pageSize).map(item),
    total_pages: Math.max(1, Math.ceil(hits.length / pageSize)),
    total_results: hits.length,
  });
}
