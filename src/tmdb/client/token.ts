import { Problem } from "../../problem.ts";

/**
 * How the token is sent: 32 hexadecimal digits are a v3 key and travel as `api_key` in the address,
 * anything else is a v4 read access token and travels in a header.
 *
 * @throws Problem for a token that no header can carry.
 */
export function credentials(token: string): {
  headers: Record<string, string>;
  query: Record<string, string>;
} {
  if (/^[0-9a-f]{32}$/i.test(token)) return { headers: {}, query: { api_key: token } };
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Problem("TMDB_API_TOKEN holds characters that no TMDB token has.", {
      hint: "Copy the API Read Access Token again from https://www.themoviedb.org/settings/api.",
    });
  }
  return { headers: { authorization: `Bearer ${token}` }, query: {} };
}

/** The text without the token, in whatever way it got there. */
export function redact(text: string, token: string): string {
  return text
    .replaceAll(token, "[token]")
    .replaceAll(encodeURIComponent(token), "[token]")
    .replace(/(api_key=)[^&\s"')]+/gi, "$1[token]");
}

export const tokenRefused = (message: string): Problem =>
  new Problem(`TMDB refuses the token: ${message}`, {
    hint: "Check TMDB_API_TOKEN against https://www.themoviedb.org/settings/api, or remove it to build without TMDB.",
  });
