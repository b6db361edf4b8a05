import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

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
    .filter((f) => f.endsWith(".ts"))
    .map((f) => readFileSync(join("src", f), "utf8"));
  const named = sources.flatMap((text) =>
    [...text.matchAll(/npm run ([a-z][a-z0-9:-]*)/g)].map(([, name = ""]) => name),
  );
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});
