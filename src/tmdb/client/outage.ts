import { TMDB_API_URL } from "../../settings.ts";

/** Node's codes for a failed connection, each followed by the host. */
const UNREACHED =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ETIMEDOUT) (?!connect\b|getaddrinfo\b)([^\s;,)]+)/;

/** undici's message: "Connect Timeout Error (attempted address: api.themoviedb.org:443, timeout: 10000ms)". */
const TIMEOUT = /Connect Timeout Error \(attempted address(?:es)?: ([^,)]+)/;

/** `ENOTFOUND api.themoviedb.org` if the message is about a failed connection; otherwise null. */
export function unreachedReason(message: string): string | null {
  const [, code, place] = UNREACHED.exec(message) ?? [];
  if (code && place) return `${code} ${place}`;
  const [, address] = TIMEOUT.exec(message) ?? [];
  return address ? `no connection to ${address} in time` : null;
}

/** What the owner can check after a failed connection. */
export const outageAdvice = (apiUrl: string): string =>
  `Are you online?${apiUrl === TMDB_API_URL ? "" : ` TMDB_API_URL is ${apiUrl}.`}`;
