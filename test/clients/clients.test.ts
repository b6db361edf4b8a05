import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, start } from "../e2e/process.ts";
import { CLIENTS } from "./clients.ts";
import { expectedLines } from "./expected.ts";
import { runClient } from "./run-client.ts";
import { foundToolchains } from "./toolchains.ts";

/*
 * Clients that generators make from the description are compiled, and a program of each asks a real server for the
 * same. CLIENTS=go-ogen,python-… tries only these.
 */
const toolchains = foundToolchains();
const only = process.env["CLIENTS"]?.split(",");
const unknown = only?.filter((name) => !CLIENTS.some((client) => client.name === name)) ?? [];
if (unknown.length)
  throw new Error(`CLIENTS names no client: ${unknown}. There are ${CLIENTS.map(({ name }) => name)}.`);

let dir: string;
let server: Running;
let base: string;
let expected: string[];

beforeAll(async () => {
  const found = Object.entries(toolchains).map(([name, version]) => `${name} ${version ?? "not found"}`);
  process.stdout.write(`Toolchains: ${found.join(", ")}\n`);
  dir = mkdtempSync(join(tmpdir(), "clients-"));
  server = start(process.execPath, ["src/entry/node.ts"], {
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: `file:${join(dir, "clients.db")}`,
  });
  [, base = ""] = await server.until(/at (http:\/\/127\.0\.0\.1:\d+) /, 170_000);
  expected = await expectedLines(base);
});
afterAll(async () => {
  await server?.stop();
  if (dir) rmSync(dir, { recursive: true, force: true });
});

test("the expected lines have an answer of every sort", () => {
  for (const start of ["opt-out: on-by-default", "1. ", "platforms: ", "history: ", "event: ", "answers: "])
    expect(
      expected.some((line) => line.startsWith(start)),
      start,
    ).toBe(true);
  expect(expected.slice(-4)).toEqual([
    expect.stringMatching(/^change: \d{4}-\d\d-\d\d correction /),
    "error: 404 /problems/unknown-platform id",
    "alias: twitter is x",
    expect.stringMatching(/^download: \d{5,} bytes$/),
  ]);
});

describe.each(CLIENTS)("$name", (client) => {
  const missing = client.needs.filter((name) => toolchains[name] === null);
  const isTried = missing.length === 0 && (only?.includes(client.name) ?? true);
  test.skipIf(!isTried)(`${client.generator}${missing.length ? ` (no ${missing})` : ""}`, async () => {
    expect(await runClient(client, base)).toEqual(expected);
  });
});
