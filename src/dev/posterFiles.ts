import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { requestedPoster } from "../tmdb/cache/posterStore.ts";

/** Serves posters from the cache; a built site has them as files. */
export const posterFiles =
  (folder: () => string) =>
  (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const file = requestedPoster(request.url ?? "");
    if (file === null) {
      next();
      return;
    }
    const stream = createReadStream(join(folder(), file));
    // A missing poster gets the site's own 404.
    stream.once("error", () => next());
    stream.once("open", () => {
      response.setHeader("content-type", "image/jpeg");
      stream.pipe(response);
    });
  };
