import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { createGate, type Gate } from "../../src/dev/gate.ts";

/** A server behind the gate, whose answers are begun at once and ended by the test. */
async function serve(gate: Gate) {
  const answers: ServerResponse[] = [];
  const server = createServer((request, response) =>
    gate.pass(request, response, () => void answers.push(response)),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const until = async (count: number) => {
    while (answers.length < count) await turn();
  };
  return { answers, until, port, get: () => fetch(`http://127.0.0.1:${port}/`) };
}

test("an exchange waits for the answer under way, and what is asked meanwhile gets the new state", async () => {
  const gate = createGate();
  const { answers, until, get } = await serve(gate);
  let state = "old";
  const first = get();
  await until(1);
  const exchange = gate.exchange(() => {
    state = "new";
  });
  const second = get();
  await turn();
  answers[0]?.end(state);
  await exchange;
  expect(await (await first).text()).toBe("old");
  await until(2);
  answers[1]?.end(state);
  expect(await (await second).text()).toBe("new");
});

test("a request that comes during an exchange is answered after it", async () => {
  const gate = createGate();
  const { answers, until, get } = await serve(gate);
  const { promise, resolve } = Promise.withResolvers<void>();
  const exchange = gate.exchange(() => promise);
  const asked = get();
  for (let i = 0; i < 100; i += 1) await turn();
  expect(answers).toHaveLength(0);
  resolve();
  await exchange;
  await until(1);
  answers[0]?.end("new");
  expect(await (await asked).text()).toBe("new");
});

test("an exchange that fails opens the gate again", async () => {
  const gate = createGate();
  const { answers, until, get } = await serve(gate);
  await expect(gate.exchange(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  const asked = get();
  await until(1);
  answers[0]?.end("still here");
  expect(await (await asked).text()).toBe("still here");
});

test("a reader who does not read holds nobody up for good: the answer is broken off", async () => {
  const gate = createGate({ patience: 1 });
  const { answers, until, port } = await serve(gate);
  const socket = connect(port, "127.0.0.1").on("error", () => {});
  socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await until(1);
  answers[0]?.write("half a page");
  await gate.exchange(() => {});
  expect(answers[0]?.destroyed).toBe(true);
  socket.destroy();
});
