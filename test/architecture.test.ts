import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

/*
 * Data flows one way: a room may import from those before it, never from those after it.
 * Rooms of one step do not know each other.
 */
const STEPS = [["model"], ["policy"], ["dataset"], ["db"], ["api", "site", "exports", "watch"], ["entry"]];
const stepOf = (room: string): number => STEPS.findIndex((rooms) => rooms.includes(room));

/** Modules that a room may not touch, so that it stays what it is for. */
const FORBIDDEN: Record<string, RegExp> = {
  model: /^(node:|hono|@hono|drizzle|@libsql|wrangler)/,
  policy: /^(node:|hono|@hono|drizzle|@libsql|wrangler)/,
  dataset: /^(hono|@hono|drizzle|@libsql|wrangler)/,
  db: /^(hono|@hono|wrangler)/,
  api: /^(node:|drizzle|@libsql|wrangler)/,
};

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".ts"));
const imports = files.flatMap((file) => {
  const text = readFileSync(join("src", file), "utf8");
  // Imports of types alone are erased: they reach for nothing when the code runs.
  return [...text.matchAll(/(import|export)\s+(type\s)?[^"'`;]*?from\s+"([^"]+)"|import\s*\(?\s*"([^"]+)"/g)].map(([, , types, from, bare]) => ({
    file,
    target: from ?? bare ?? "",
    types: types !== undefined,
  }));
});
const roomOf = (path: string): string => path.split("/")[0] as string;

describe("the house", () => {
  test("has no rooms that are not in the plan", () => expect([...new Set(files.map(roomOf))].filter((room) => stepOf(room) === -1)).toEqual([]));

  test("imports go one way", () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith("."))
      .map(({ file, target }) => ({ file, to: normalize(join(dirname(file), target)) }))
      .filter(({ to }) => !to.startsWith(".."))
      .filter(({ file, to }) => roomOf(file) !== roomOf(to) && stepOf(roomOf(to)) >= stepOf(roomOf(file)));
    expect(wrong).toEqual([]);
  });

  test("each room touches only what it is for", () => {
    expect(imports.filter(({ file, target }) => FORBIDDEN[roomOf(file)]?.test(target))).toEqual([]);
  });

  test("the Worker's code does not reach for Node", () => {
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const { target } of imports.filter((i) => i.file === file && !i.types && i.target.startsWith("."))) {
        const to = normalize(join(dirname(file), target));
        if (!to.startsWith("..")) visit(to);
      }
    };
    visit("entry/worker.ts");
    expect(imports.filter(({ file, target }) => reached.has(file) && target.startsWith("node:"))).toEqual([]);
  });

  test("scripts are thin: they hold no logic of their own", () => {
    for (const script of readdirSync("scripts")) expect(readFileSync(join("scripts", script), "utf8").split("\n").length, script).toBeLessThan(60);
  });
});
