import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";
import { parseRecord } from "../../src/records/files.ts";
import { lint } from "../../src/records/validate.ts";
import { operator, platform, practice, rule } from "../fixtures/records.ts";

/*
 * Records, issues and files are contributed: no text in them makes checking slow. Regular expressions are tried
 * on long texts of one thing, repeated; what grows with the square of the length takes seconds there.
 */
const FOLDERS = ["model", "records", "authoring", "text"];
const LENGTH = 20_000;
/** Milliseconds. What is linear takes less than one; what is quadratic takes hundreds. */
const LIMIT = 150;

const LITERAL = /(?<=[(,=:\s[!&|?]|^)\/((?![*/\s])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+)\/([dgimsuvy]*)/g;
const UNITS = [
  ..." aA0-_./#@:[(<\\\n\r,|'\"`*=é{?&%+!",
  "a ",
  "a-",
  "a.",
  "1.",
  "a,",
  "](",
  "**",
  " \n",
  "://",
];
const ENDS = ["", "\u0001", "x\n\u0001"];
/** Quadratic, but only ever run on texts that are short. */
const SHORT = new Map([
  ["src/authoring/issues/recognise.ts", "titles and addresses of at most 500 and 2000 characters"],
]);

const files = FOLDERS.flatMap((folder) =>
  readdirSync(`src/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `src/${folder}/${file}`),
).filter((file) => !SHORT.has(file));

const milliseconds = (pattern: RegExp, text: string): number => {
  const start = performance.now();
  text.replace(pattern, "");
  return performance.now() - start;
};

test("no regular expression takes longer than the text is long", () => {
  const slow: string[] = [];
  for (const file of files)
    for (const [literal, source = "", flags] of readFileSync(file, "utf8").matchAll(LITERAL)) {
      let pattern: RegExp;
      try {
        pattern = new RegExp(source, flags);
      } catch {
        // A division, or a comment.
        continue;
      }
      for (const unit of UNITS)
        for (const end of ENDS) {
          const text = `b${unit.repeat(LENGTH / unit.length)}${end}`;
          if (Math.min(milliseconds(pattern, text), milliseconds(pattern, text)) > LIMIT)
            slow.push(`${file} ${literal} on ${JSON.stringify(unit)}`);
        }
    }
  expect(slow).toEqual([]);
});

test("a record with a very long text is checked at once, wherever the text is", () => {
  const owner = parseRecord("operator", "example-corp", "o.json", JSON.stringify(operator(), null, 2));
  for (const long of [" ", "\u200b", "a ", "/", "[", "é\u0301", "\r\n"].map(
    (unit) => `a${unit.repeat(100_000)}b`,
  )) {
    const record = platform(
      [practice([rule("all", { note: long, when: { regions: [long], from: long } })])],
      {
        id: long,
        name: long,
        domains: [{ host: long, role: "main" }],
        summary: long,
        aliases: [long],
      },
    );
    const [source] = record.sources;
    const value = {
      ...record,
      sources: [
        { ...source, url: long, id: long },
        { ...source, url: `https://a.example/${long}` },
      ],
    };
    const start = performance.now();
    const file = parseRecord("platform", "example", "e.json", JSON.stringify(value, null, 2));
    expect(lint([file, owner], undefined, "2026-11-24").length).toBeGreaterThan(5);
    expect(performance.now() - start).toBeLessThan(3000);
  }
});
