import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/* What .gitattributes says of every file: the same bytes in every checkout, whatever core.autocrlf is. */
const files = execFileSync("git", ["ls-files", "--eol"], { encoding: "utf8" })
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => {
    const [eol = "", path = ""] = line.split("\t");
    const [index = "", , ...attributes] = eol.split(/\s+/);
    return { path, index, attributes: attributes.join(" ").trim() };
  });
const bytes = (path: string): boolean => path.startsWith("test/fixtures/broken/encoding-");

test("every file of text is checked out with LF, and committed so", () => {
  expect(files.length).toBeGreaterThan(500);
  expect(
    files.filter(
      ({ path, index, attributes }) =>
        !bytes(path) &&
        !(attributes === "attr/text=auto eol=lf" && ["i/lf", "i/none", "i/-text"].includes(index)),
    ),
  ).toEqual([]);
});

test("files whose bytes are the test are never converted", () =>
  expect(files.filter(({ path }) => bytes(path)).map(({ attributes }) => attributes)).toEqual([
    "attr/-text",
    "attr/-text",
    "attr/-text",
  ]));
