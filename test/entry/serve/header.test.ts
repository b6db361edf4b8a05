import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { headerOf } from "../../../src/entry/serve/hot/header.ts";

/** A request with these lines as Node gives it: all headers by name, and the same read from the lines. */
async function read(lines: readonly string[], names: readonly string[]) {
  const { promise, resolve } = Promise.withResolvers<{ node: unknown[]; lines: unknown[] }>();
  const server = createServer((req, res) => {
    res.end();
    resolve({
      node: names.map((name) => req.headers[name]),
      lines: names.map((name) => headerOf(req.rawHeaders, name)),
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write(`GET / HTTP/1.1\r\nHost: a\r\n${lines.map((line) => `${line}\r\n`).join("")}\r\n`);
  const result = await promise;
  socket.destroy();
  await new Promise((closed) => server.close(closed));
  return result;
}

test("headers are read as Node reads them: whatever their case, and on several lines", async () => {
  const names = ["accept", "accept-encoding", "x-forwarded-for", "if-none-match", "host", "te"];
  const lines = [
    "ACCEPT: text/html",
    "Accept-Encoding: gzip",
    "accept-encoding: br",
    "X-Forwarded-For: 192.0.2.1",
    "x-forwarded-for: 192.0.2.2, 192.0.2.3",
    'If-None-Match: "a"',
    "Te:",
  ];
  const { node, lines: ours } = await read(lines, names);
  expect(ours).toEqual(node);
  expect(node).toEqual(["text/html", "gzip, br", "192.0.2.1, 192.0.2.2, 192.0.2.3", '"a"', "a", ""]);
});
