import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { posterFiles } from "../../src/dev/posterFiles.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

test("the dev server gives posters out of the cache and leaves all else to the site", async () => {
  const home = temporaryFolder();
  mkdirSync(join(home, "posters/w154"), { recursive: true });
  writeFileSync(join(home, "posters/w154/abc.jpg"), "a picture");
  writeFileSync(join(home, "secret.jpg"), "a secret");
  const answer = posterFiles(() => join(home, "posters"));
  const server = createServer((request, response) =>
    answer(request, response, () => response.writeHead(418).end("the site")),
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const get = async (path: string) => {
    const response = await fetch(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    );
    return [response.status, await response.text(), response.headers.get("content-type")];
  };
  expect(await get("/base/posters/w154/abc.jpg")).toEqual([200, "a picture", "image/jpeg"]);
  expect(await get("/posters/w342/abc.jpg")).toEqual([418, "the site", null]);
  expect(await get("/posters/w154/..%2f..%2fsecret.jpg")).toEqual([418, "the site", null]);
  expect(await get("/films/")).toEqual([418, "the site", null]);
});
