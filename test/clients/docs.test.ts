import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CLIENTS } from "./clients.ts";

/* docs/clients.md shows the lines that are tried. */
const docs = readFileSync("docs/clients.md", "utf8");

test.each(CLIENTS)("docs/clients.md has $name: its generator and the line that generates", (client) => {
  expect(docs).toContain(`| ${client.language} | ${client.generator} |`);
  expect(docs).toContain(`    ${client.generate}\n`);
});

test("docs/clients.md has no generator that is not tried", () => {
  const rows = [...docs.matchAll(/^\| (?!generator|language|-)(.+?) \| (.+?) \|/gm)].map(
    ([, ...cells]) => cells,
  );
  expect(rows.length).toBe(CLIENTS.length);
});
