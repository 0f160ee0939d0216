import { Problem } from "../../problem.ts";

/**
 * How to send the token: 32 hexadecimal digits are a v3 key, sent as `api_key` in the address. Anything else
 * is a v4 read access token, sent in a header.
 *
 * @throws Problem for a token that cannot be sent in a header
 */
export function credentials(token: string): {
  headers: Record<string, string>;
  query: Record<string, string>;
} {
  if (/^[0-9a-f]{32}$/i.test(token)) return { headers: {}, query: { api_key: token } };
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Problem("TMDB_API_TOKEN contains characters that are not allowed in a token.", {
      hint: "Copy the API Read Access Token again from https://www.themoviedb.org/settings/api.",
    });
  }
  return { headers: { authorization: `Bearer ${token}` }, query: {} };
}

export const tokenRefused = (message: string): Problem =>
  new Problem(`TMDB refuses the token: ${message}`, {
    hint: "Check TMDB_API_TOKEN against https://www.themoviedb.org/settings/api, or remove it to build without TMDB.",
  });

/** `.env` has a token, but `TMDB_API_TOKEN` is set to nothing in the shell. */
export const HIDDEN_TOKEN = {
  state: "empty in the shell, which overrides .env",
  advice: "To use the one in .env: unset TMDB_API_TOKEN.",
};
