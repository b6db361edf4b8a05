import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeSmallData } from "../fixtures/small-data.ts";
import { type Running, start } from "./process.ts";

/* `npm start`: the server as one bundle, which has to do all that the sources do. */

let dir: string;
let running: Running;
let url: string;
/** Starts; gives the address and what was printed before it. */
async function boot(): Promise<string> {
  running = start("npm", ["run", "-s", "start"], {
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: join(dir, "data"),
    DATABASE_URL: `file:${join(dir, "build", "db")}`,
  });
  const [line = ""] = await running.until(/AI Data Use is at (http:\S+)/);
  url = line.slice("AI Data Use is at ".length);
  return running.output();
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "npm-start-"));
  const { log } = console;
  console.log = () => {};
  writeSmallData(join(dir, "data"));
  console.log = log;
}, 120_000);
afterAll(async () => {
  await running.stop();
  rmSync(dir, { recursive: true, force: true });
});

test("builds the database, and at the next start serves it without building", {
  timeout: 180_000,
}, async () => {
  const first = await boot();
  expect(first).toContain("Built file:");
  expect(first).not.toContain("could not be made");
  await running.stop();
  expect(await boot()).not.toContain("Built file:");
});

test.each([
  "/platforms/bluesky?region=DE",
  "/platforms/bluesky/record",
  "/badge/bluesky.svg",
  ...["/events.atom", "/events.json", "/events.ics"],
  ...["/openapi.json", "/openapi-3.0.json", "/schema/platform.schema.json", "/docs/assets/swagger-ui.css"],
  ...["/download", "/download/latest/ai-data-use.sqlite", "/download/latest/parquet/rules.parquet"],
  "/download/latest/ai-data-use.xlsx",
])("answers %s", { timeout: 60_000 }, async (path) => {
  const response = await fetch(url + path);
  expect([response.status, (await response.arrayBuffer()).byteLength > 0]).toEqual([200, true]);
});
