interface HttpServer {
  prependListener(event: "request", listener: (request: { url?: string }) => void): unknown;
}

/**
 * Makes a server answer 404 for addresses that no page can have. Astro's servers answer some of them
 * with a stack.
 *
 * @param isHidden whether a segment of a path must not be served either
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
