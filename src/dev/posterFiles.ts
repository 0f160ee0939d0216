import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { requestedPoster } from "../tmdb/cache/posterStore.ts";

/** Answers requests for posters out of the cache, as a built site does with the files it brings along. */
export const posterFiles =
  (folder: () => string) =>
  (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const file = requestedPoster(request.url ?? "");
    if (file === null) {
      next();
      return;
    }
    const stream = createReadStream(join(folder(), file));
    // One that is not there gets the site's own answer for what is not found.
    stream.once("error", () => next());
    stream.once("open", () => {
      response.setHeader("content-type", "image/jpeg");
      stream.pipe(response);
    });
  };
