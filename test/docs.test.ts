import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { operatorSchema, PLAN, platformSchema } from "../src/model/index.ts";

/* Files, headings and npm scripts that the docs mention exist. */
const pages = [
  ...readdirSync(".").filter((f) => f.endsWith(".md")),
  ".github/PULL_REQUEST_TEMPLATE.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((f) => f.endsWith(".md"))
    .map((f) => join("docs", f)),
].map((path) => ({ path, text: readFileSync(path, "utf8") }));
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

test.each(pages)("$path links to files that exist", ({ path, text }) => {
  const links = [...text.matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)].map(([, target = ""]) =>
    join(dirname(path), target),
  );
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
});

test.each(pages)("$path links to headings that exist", ({ path, text }) => {
  const anchors = (page: string): string[] =>
    [...readFileSync(page, "utf8").matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    );
  const links = [...text.matchAll(/\]\(([^)#:]*)#([^)]+)\)/g)].map(
    ([, target = "", anchor = ""]) => [target === "" ? path : join(dirname(path), target), anchor] as const,
  );
  expect(links.filter(([page, anchor]) => !anchors(page).includes(anchor))).toEqual([]);
});

test.each(pages)("$path mentions scripts that exist", ({ text }) => {
  const named = [...text.matchAll(/npm (?:run (?:-s )?)([a-z][a-z0-9:-]*)/g)].map(([, name = ""]) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("messages in the source mention scripts that exist", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((f) => /\.tsx?$/.test(f))
    .map((f) => readFileSync(join("src", f), "utf8"));
  const named = sources.flatMap((text) =>
    [...text.matchAll(/npm run ([a-z][a-z0-9:-]*)/g)].map(([, name = ""]) => name),
  );
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});

test.each(readdirSync("docs/adr").filter((name) => name !== "README.md"))(
  "decision %s has the four headings, and the README lists it",
  (name) => {
    const text = readFileSync(join("docs/adr", name), "utf8");
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
      "Context",
      "Decision",
      "Consequences",
      "Rejected alternatives",
    ]);
    const [, title] = /^# (\d+\. .+)$/m.exec(text) ?? [];
    const [number, what] = title?.split(/\. (.+)/) ?? [];
    expect(readFileSync("docs/adr/README.md", "utf8")).toContain(`| [${number}](${name}) | ${what}`);
  },
);

/** The names of all fields in a JSON Schema. */
const fieldsIn = (schema: unknown): string[] =>
  typeof schema !== "object" || schema === null
    ? []
    : Object.entries(schema).flatMap(([key, value]) =>
        key === "properties"
          ? [...Object.keys(value as object), ...fieldsIn(Object.values(value as object))]
          : fieldsIn(value),
      );

test.each([
  ["platform", platformSchema],
  ["operator", operatorSchema],
])("docs/record.md describes every field of a %s", (_, schema) => {
  const plans = Object.keys(PLAN); // keys of `plans`, which are terms
  const text = readFileSync("docs/record.md", "utf8");
  const fields = [...new Set(fieldsIn(z.toJSONSchema(schema)))].filter((field) => !plans.includes(field));
  expect(fields.length).toBeGreaterThan(10);
  expect(fields.filter((field) => !text.includes(`\`${field}\``))).toEqual([]);
});

test("the README lists every folder of the source", () => {
  const readme = readFileSync("README.md", "utf8");
  const [, table = ""] = /## Source code\n(.*?)\n###/s.exec(readme) ?? [];
  const listed = [...table.matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([a-z]+)`/g)].map(([, folder]) => folder),
  );
  const folders = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(listed.toSorted()).toEqual(folders.map((f) => f.name).sort());
});
