interface HttpServer {
  prependListener(event: "request", listener: (request: { url?: string }) => void): unknown;
}

/**
 * Lets a server answer an address that no page can have as one that is not there; Astro's servers
 * answer some of them with a stack.
 *
 * @param isHidden whether a part of a path is none of the site's, beside those that are odd anyway
 */
export function refuseOddAddresses(
  server: HttpServer,
  base: string,
  isHidden: (part: string) => boolean = () => false,
): void {
  server.prependListener("request", (request) => {
    if (isOdd(request.url ?? "", isHidden)) request.url = `${base}no/such/page/`;
  });
}

function isOdd(address: string, isHidden: (part: string) => boolean): boolean {
  const [path = ""] = address.split(/[?#]/);
  try {
    return path
      .split("/")
      .map(decodeURIComponent)
      .some((part) => /[/\\\0]/.test(part) || isHidden(part));
  } catch (error) {
    if (error instanceof URIError) return true;
    throw error;
  }
}
