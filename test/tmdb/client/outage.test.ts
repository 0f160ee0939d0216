import { expect, test } from "vitest";
import { unreachedReason } from "../../../src/tmdb/client/outage.ts";

test.each([
  ["/search/movie: getaddrinfo ENOTFOUND tmdb.invalid", "ENOTFOUND tmdb.invalid"],
  ["/movie/1: getaddrinfo EAI_AGAIN api.themoviedb.org", "EAI_AGAIN api.themoviedb.org"],
  ["/movie/1: connect ECONNREFUSED ::1:9; connect ECONNREFUSED 127.0.0.1:9", "ECONNREFUSED ::1:9"],
  ["/movie/1: ENOTFOUND getaddrinfo ENOTFOUND tmdb.invalid", "ENOTFOUND tmdb.invalid"],
  ["/movie/1: connect ENETUNREACH 3.4.5.6:443 - Local (0.0.0.0:0)", "ENETUNREACH 3.4.5.6:443"],
  [
    "/movie/1: UND_ERR_CONNECT_TIMEOUT Connect Timeout Error (attempted address: api.themoviedb.org:443, timeout: 10000ms)",
    "no connection to api.themoviedb.org:443 in time",
  ],
  ["/movie/1: read ECONNRESET", null],
  ["/movie/1: TMDB answered 500 (no explanation)", null],
])("%s", (message, why) => {
  expect(unreachedReason(message)).toBe(why);
});
