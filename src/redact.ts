/** Removes the token from the text, in each form it is sent in. */
export function redact(text: string, token: string): string {
  return text
    .replaceAll(token, "[token]")
    .replaceAll(encodeURIComponent(token), "[token]")
    .replace(/(api_key=)[^&\s"')]+/gi, "$1[token]");
}
