import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stateAt } from "../../src/history/history.ts";
import { testHistory } from "../fixtures/history.ts";
import { called, recordsOf } from "./records.ts";

/* The command line over the small invented dataset, as people and scripts call it. */
const records = recordsOf(stateAt(testHistory()));
const command = (args: string, input?: string) =>
  called(records, args.split(" "), input === undefined ? {} : { input });

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "command-"));
  writeFileSync(
    join(dir, "list.txt"),
    "\uFEFF# vendors\r\nalpha.example.com\r\n\r\nhttps://www.alpha.example.com/feed # again\r\nBeta\r\nnobody.example\r\n",
  );
});
afterAll(() => rmSync(dir, { recursive: true }));

describe("one platform", () => {
  test("the headline, for whom, the kinds of data, what to do, the evidence, the release", async () => {
    const { code, out, err } = await command("alpha --region US --as-of 2026-11-24");
    const text = stripVTControlCharacters(out);
    expect([code, err]).toEqual([0, ""]);
    expect(text).toMatch(/^Does Alpha train AI on your data\?\n/);
    for (const heading of ["Your data, kind by kind", "What you can do", "Evidence", "Data"])
      expect(text).toMatch(new RegExp(`^${heading}$`, "m"));
    expect(text).toContain("for people in the United States on the free plan, on 24 November 2026.");
    expect(text).toContain("Release 2026.11.2");
  });

  test.each(["alpha", "Alpha", "alpha-old", "alpha.example.com", "https://www.alpha.example.com/feed?x=1"])(
    "is found by id, name, former id, domain and URL: %s",
    async (written) => {
      const { code, out } = await command(`${written} --json`);
      expect([code, (JSON.parse(out) as { id: string }).id]).toEqual([0, "alpha"]);
    },
  );

  test("in German", async () => {
    const { out } = await command("alpha --lang de --region DE");
    expect(stripVTControlCharacters(out)).toMatch(/^Trainiert Alpha KI mit Ihren Daten\?\n/);
    expect(out).toContain("Was Sie tun können");
  });

  test("documents are numbered in the order in which they are cited, each once", async () => {
    const text = stripVTControlCharacters((await command("alpha")).out);
    const cited = [...text.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n));
    const listed = [...text.slice(text.lastIndexOf("Evidence\n")).matchAll(/^\s+(\d+)\. /gm)].map(([, n]) =>
      Number(n),
    );
    expect(listed).toEqual([...new Set(cited)].sort((a, b) => a - b));
    expect(listed.length).toBeGreaterThan(0);
  });

  test("lines are no longer than the terminal is wide, except for addresses", async () => {
    const { out } = await called(records, ["alpha"], { columns: 50 });
    const lines = stripVTControlCharacters(out).split("\n");
    expect(lines.filter((line) => line.length > 50 && !line.includes("://"))).toEqual([]);
  });
});

describe("exit codes", () => {
  test.each([
    ["alhpa", 1, 'There is no platform "alhpa". Did you mean alpha?'],
    [
      "nobody.example",
      1,
      "No platform in the dataset has nobody.example: what it does with data is not known.",
    ],
    ["alpha --region Germny", 2, "--region Germny is not an ISO 3166 code"],
    [
      "alpha --plan bussiness",
      2,
      "--plan bussiness is not one of free, paid, business, enterprise, education, api. Did you mean business?",
    ],
    ["alpha --as-of 2024", 2, "--as-of 2024 is not a valid date (YYYY-MM-DD)."],
    ["alpha --fail-on on-by-defualt", 2, "Did you mean on-by-default?"],
    ["alpha --lang fr", 2, "Allowed choices are en, de."],
    ["alpha --jsn", 2, "Did you mean --json?"],
    [
      "alpha --server example.org",
      2,
      "--server example.org is not a URL: write https:// and the server's name.",
    ],
    ["check", 2, "Nothing to check: give a file, or pipe a list."],
    ["check missing.txt", 2, "missing.txt cannot be read"],
    ["alpha --server http://127.0.0.1:1", 4, "http://127.0.0.1:1: fetch failed"],
  ])(
    "%s: %i, with a line that says why",
    async (args, code, message) => {
      const said = await command(args);
      expect([said.code, said.out]).toEqual([code, ""]);
      expect(said.err).toContain(message);
    },
    20_000,
  );

  test("an empty list is a wrong call", async () => {
    expect(await command("check", "# nothing\n\n")).toEqual({
      code: 2,
      out: "",
      err: "The list is empty: write one address or name in each line.\n",
    });
  });

  test("--fail-on: 3 for the answers that it names, and the answer is printed all the same", async () => {
    const { out } = await command("alpha --json");
    const { verdict } = (JSON.parse(out) as { headline: { verdict: string } }).headline;
    const named = await command(`alpha --json --fail-on disputed,${verdict}`);
    const another = await command("alpha --json --fail-on disputed");
    expect([named.code, named.out, another.code]).toEqual([3, out, 0]);
    expect((await command("check --fail-on unknown", "alpha\n")).code).toBe(0);
    expect((await command("check --fail-on unknown", "alpha\nnobody.example\n")).code).toBe(3);
  });

  test("help and version: 0, on standard output", async () => {
    const help = await command("--help");
    expect([help.code, help.err]).toEqual([0, ""]);
    expect(help.out).toContain("Exit codes:");
    expect(await command("--version")).toEqual({ code: 0, out: "0.0.0\n", err: "" });
  });
});

describe("a list", () => {
  const check = (options: string) => command(`check ${join(dir, "list.txt")} ${options}`);

  test("as a table: each line that is not a comment, in order", async () => {
    const { code, out } = await check("--region DE");
    const [head, ...rows] = out.trimEnd().split("\n");
    expect(code).toBe(0);
    expect(head).toMatch(/^Listed +Platform +Answer +Way to opt out$/);
    expect(rows.map((row) => row.split(/ {2,}/).slice(0, 2))).toEqual([
      ["alpha.example.com", "Alpha"],
      ["https://www.alpha.example.com/feed", "Alpha"],
      ["Beta", "Béta Chat"],
      ["nobody.example", "–"],
    ]);
    expect(rows[3]).toContain("not in the dataset");
  });

  test("as CSV: terms, whatever the language of the sentence", async () => {
    const rows = parse((await check("--format csv --region DE --lang de")).out.trim(), {
      columns: true,
    }) as Record<string, string>[];
    expect(rows.map((r) => [r["listed"], r["id"], r["region"]])).toEqual([
      ["alpha.example.com", "alpha", "DE"],
      ["https://www.alpha.example.com/feed", "alpha", "DE"],
      ["Beta", "beta", "DE"],
      ["nobody.example", "", ""],
    ]);
    expect(rows[0]?.["verdict"]).toMatch(/^[a-z-]+$/);
  });

  test("as Markdown, and as JSON with the answers", async () => {
    const { out } = await check("--format markdown");
    expect(out).toMatch(/^# AI training with people's data\n\nFor people on the free plan, today\./);
    expect(out).toContain("3 of 4 are in the dataset.");
    const answers = JSON.parse((await check("--format json")).out) as {
      listed: string;
      answer: { id: string } | null;
    }[];
    expect(answers.map((a) => a.answer?.id ?? null)).toEqual(["alpha", "alpha", "beta", null]);
  });

  test.each(["table", "csv", "markdown"])(
    "what is listed has no effect where it is shown: %s",
    async (format) => {
      const { out } = await command(
        `check --format ${format}`,
        '=HYPERLINK("x")\n\u001b[31mred\n[a](http://b) | c\n',
      );
      expect(out.includes("\u001b")).toBe(format === "csv");
      if (format === "csv") expect(out).toContain('"\'=HYPERLINK(""x"")"');
      if (format === "markdown") expect(out).not.toMatch(/\[a\]\(/);
    },
  );
});

describe("completion", () => {
  test.each(["bash", "zsh", "fish"])("a script for %s", async (shell) => {
    const lines: string[] = [];
    const log = console.log;
    console.log = (text: string) => void lines.push(text);
    try {
      expect((await command(`complete ${shell}`)).code).toBe(0);
    } finally {
      console.log = log;
    }
    expect(lines.join("\n")).toContain("ai-data-use complete --");
  });
});
