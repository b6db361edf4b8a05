import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EDITION } from "../../src/exports/about.ts";
import { exportDataset } from "../../src/exports/dataset.ts";
import type { ExportedFile } from "../../src/exports/file.ts";
import { type DataFormat, tableSinks } from "../../src/exports/formats/format.ts";
import { recordsOf } from "../../src/exports/input.ts";
import { TextFile } from "../../src/exports/sink.ts";
import { VIEWS } from "../../src/exports/sql.ts";
import type { ExportTable } from "../../src/exports/tables.ts";
import { writeExports } from "../../src/exports/write.ts";
import type { Platform } from "../../src/model/index.ts";
import { testDataset } from "../fixtures/dataset.ts";

let dir: string;
let files: ExportedFile[];
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "exports-"));
  files = await writeExports(join(dir, "a"), testDataset());
});
afterAll(() => rmSync(dir, { recursive: true }));
const read = (path: string) => readFileSync(join(dir, "a", path));
const all = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name).slice(root.length + 1))
    .sort();
const { preamble, normalised, flat } = exportDataset(testDataset());
const records = await Array.fromAsync(recordsOf(testDataset()));
const rowsOf = (table: ExportTable) => records.flatMap((item) => table.rowsOf(item));
const table = (name: string): ExportTable => normalised.find((t) => t.name === name) as ExportTable;

test("the same data gives the same bytes, in every format", async () => {
  await writeExports(join(dir, "b"), testDataset());
  const names = all(join(dir, "a"));
  expect(all(join(dir, "b"))).toEqual(names);
  for (const name of names) expect(readFileSync(join(dir, "b", name)).equals(read(name)), name).toBe(true);
});

test("other bytes for the same records need a new edition (if this fails: raise EDITION and take the new hash)", () => {
  const sum = createHash("sha256").update(read("SHA256SUMS")).digest("hex");
  expect([EDITION, sum]).toMatchInlineSnapshot(`
    [
      9,
      "48f8befe0aca99283401d5fb9d022e08d9ae3bb9fddb563a61a216476f4cc69a",
    ]
  `);
});

test("SHA256SUMS lists every file", () => {
  const sums = read("SHA256SUMS")
    .toString()
    .trim()
    .split("\n")
    .map((l) => l.split("  ") as [string, string]);
  expect(sums.map(([, path]) => path).sort()).toEqual(all(join(dir, "a")).filter((p) => p !== "SHA256SUMS"));
  for (const [sum, path] of sums)
    expect(createHash("sha256").update(read(path)).digest("hex"), path).toBe(sum);
});

test("JSON and NDJSON contain the records and the licence", () => {
  const whole = JSON.parse(read("ai-data-use.json").toString()) as {
    licence: string;
    platforms: { id: string }[];
    operators: object[];
  };
  expect([whole.licence, whole.platforms.map((p) => p.id), whole.operators.length]).toEqual([
    "CC-BY-4.0",
    ["alpha", "beta", "delta", "gamma"],
    2,
  ]);
  const lines = read("ai-data-use.ndjson")
    .toString()
    .trim()
    .split("\n")
    .map((l) => JSON.parse(l) as { kind: string });
  expect(lines.map((l) => l.kind)).toEqual([
    "dataset",
    "operator",
    "operator",
    "platform",
    "platform",
    "platform",
    "platform",
  ]);
});

test("CSV, read by an independent parser, has the rows of the tables", () => {
  for (const t of [...normalised, ...flat]) {
    const rows = parse(read(flat.includes(t) ? `${t.name}.csv` : `csv/${t.name}.csv`), {
      columns: true,
    }) as Record<string, string>[];
    expect(rows.length, t.name).toBe(rowsOf(t).length);
    if (rows[0]) expect(Object.keys(rows[0])).toEqual(t.columns.map((c) => c.name));
  }
  const rules = parse(read("csv/rules.csv"), { columns: true }) as {
    platform: string;
    id: string;
    valid_from: string;
  }[];
  expect(rules.find((r) => r.platform === "alpha" && r.id === "europe")).toMatchObject({
    valid_from: "2025-11-03",
    data_use: "uses",
    default_state: "on",
  });
});

test("in the tables for people each row is complete in itself", () => {
  const answers = parse(read("ai-data-use-answers.csv"), { columns: true }) as Record<string, string>[];
  const alpha = answers.filter((a) => a["platform"] === "alpha" && a["practice"] === "training");
  expect(
    alpha.map((a) => [
      a["regions"],
      a["age"],
      a["valid_from"],
      a["valid_until"],
      a["verdict"],
      a["controls"],
    ]),
  ).toEqual(
    expect.arrayContaining([
      ["EEA CH", "adult", "2025-11-03", "", "on-by-default", "setting"],
      ["EEA CH", "adult", "", "2025-11-03", "not-used", ""],
      ["rest of the world", "adult", "", "", "on-by-default", "setting"],
      ["everywhere", "minor", "", "", "not-used", ""],
    ]),
  );
  expect(new Set(answers.map((a) => `${a["release_version"]} ${a["licence"]}`))).toEqual(
    new Set(["unreleased CC-BY-4.0"]),
  );
  const headlines = parse(read("ai-data-use-headlines.csv"), { columns: true }) as Record<string, string>[];
  expect(headlines.find((h) => h["platform"] === "alpha" && h["verdict"] === "on-by-default")).toMatchObject({
    certainty: "practised",
    lead_kind: "published",
    sentence: "Alpha trains its AI with what you publish unless you switch it off.",
    control: "setting",
    control_name: "Use my data for AI",
    control_url: "https://example.com/settings",
  });
  const kinds = parse(read("ai-data-use-kinds.csv"), { columns: true }) as Record<string, string>[];
  expect(
    kinds
      .filter((k) => k["platform"] === "beta" && k["kind"] === "published" && k["account"] === "signed-in")
      .map((k) => [k["regions"], k["plan"], k["own_verdict"], k["own_certainty"], k["crawlers_verdict"]]),
  ).toEqual(
    expect.arrayContaining([
      ["US-CA", "any", "off-by-default", "practised", "not-stated"],
      ["rest of the world", "business", "not-used", "", "not-stated"],
    ]),
  );
  const events = parse(read("ai-data-use-events.csv"), { columns: true }) as Record<string, string>[];
  expect(events.map((e) => [e["platform"], e["event"], e["day"], e["regions"]])).toEqual([
    ["alpha", "start", "2024-09-30", "everywhere"],
    ["alpha", "europe", "2025-11-03", "EEA"],
  ]);
  const controls = parse(read("ai-data-use-controls.csv"), { columns: true }) as Record<string, string>[];
  expect(controls.map((c) => [c["platform"], c["control"], c["steps"], c["practices"]])).toEqual([
    ["alpha", "setting", "Open the settings. | Switch it off.", "training"],
    ["beta", "ask", "Open the settings. | Switch it off.", "training"],
  ]);
});

test("a list that is joined by spaces has no member with one, nor a list of texts one with its separator", async () => {
  const dataset = testDataset();
  const [alpha, ...rest] = dataset.platforms as [Platform, ...Platform[]];
  const changed = {
    ...alpha,
    sources: alpha.sources.map((s, i) => ({ ...s, url: `https://example.com/${i} of 2` })),
    controls: alpha.controls.map((c) => ({ ...c, steps: ["Open Settings | Privacy.", "Switch it off."] })),
  };
  await writeExports(join(dir, "joined"), { ...dataset, platforms: [changed, ...rest] });
  const rows = (name: string) =>
    parse(readFileSync(join(dir, "joined", name)), { columns: true }) as Record<string, string>[];
  const urls = rows("ai-data-use-events.csv").flatMap((e) => (e["evidence_urls"] ?? "").split(" "));
  for (const url of urls) expect(url).toMatch(/^https:\/\/example\.com\/\d%20of%202$/);
  expect(rows("ai-data-use-controls.csv")[0]?.["steps"]).toBe("Open Settings / Privacy. | Switch it off.");
});

test("SQLite opens, passes its integrity check, and has the views", () => {
  const db = new DatabaseSync(join(dir, "a", "ai-data-use.sqlite"), { readOnly: true });
  expect(db.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  expect(
    db
      .prepare("SELECT platform, verdict FROM training_today WHERE practice = 'training' ORDER BY platform")
      .all()
      .map((r) => ({ ...r })),
  ).toEqual([
    { platform: "alpha", verdict: "on-by-default" },
    { platform: "beta", verdict: "no-choice" },
    // Its use begins in 2027: until then the view has the answer before it.
    { platform: "delta", verdict: new Date().getUTCFullYear() < 2027 ? "not-used" : "no-choice" },
    { platform: "gamma", verdict: "not-stated" },
  ]);
  expect(
    db
      .prepare(
        "SELECT platform, sentence FROM headlines_today WHERE verdict = 'on-by-default' ORDER BY platform",
      )
      .all()
      .map((r) => ({ ...r })),
  ).toEqual([
    {
      platform: "alpha",
      sentence: "Alpha trains its AI with what you publish unless you switch it off.",
    },
  ]);
  expect(
    db.prepare("SELECT count(*) AS n FROM kinds_today WHERE verdict <> 'not-stated'").get(),
  ).toMatchObject({ n: 4 });
  expect(db.prepare("SELECT value FROM about WHERE name = 'licence'").get()).toMatchObject({
    value: "CC-BY-4.0",
  });
  expect(db.prepare("SELECT count(*) AS n FROM comments").get()).toMatchObject({
    n: normalised.length + VIEWS.length,
  });
  db.close();
});

test("the SQL dump loads into an empty database", () => {
  const db = new DatabaseSync(":memory:");
  db.exec(read("ai-data-use.sql").toString());
  expect(db.prepare("SELECT count(*) AS n FROM rules").get()).toMatchObject({
    n: rowsOf(table("rules")).length,
  });
  expect(db.prepare("SELECT value FROM about WHERE name = 'licence'").get()).toMatchObject({
    value: "CC-BY-4.0",
  });
  db.close();
});

test("Parquet, read by an independent reader, keeps types and nulls", async () => {
  const file = read("parquet/answers.parquet");
  const rows = (await parquetReadObjects({
    file: file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer,
  })) as Record<string, unknown>[];
  expect(rows.length).toBe(rowsOf(table("answers")).length);
  expect(rows.every((r) => typeof r["training"] === "boolean" && typeof r["severity"] === "number")).toBe(
    true,
  );
  expect(rows.some((r) => r["valid_until"] === null || r["valid_until"] === undefined)).toBe(true);
  expect(
    rows.some(
      (r) => r["valid_from"] instanceof Date && r["valid_from"].toISOString() === "2025-11-03T00:00:00.000Z",
    ),
  ).toBe(true);
});

test("a format is one object: name, media type, how to load it and how to write it", async () => {
  const tsv: DataFormat = {
    name: "tsv",
    mediaType: "text/tab-separated-values",
    description: "A table.",
    load: [{ tool: "curl", command: "curl -s {url} | cut -f 1" }],
    sinks: (into, dataset) =>
      tableSinks(dataset, "tsv", (path, of) => {
        const file = new TextFile(into, path, of.description);
        let count = 0;
        return {
          rows(table, rows) {
            if (table !== of) return;
            for (const row of rows) file.write(`${row.join("\t")}\n`);
            count += rows.length;
          },
          finish: async () => file.end(count),
        };
      }),
  };
  const written = await writeExports(join(dir, "tsv"), testDataset(), () => {}, [tsv]);
  expect(written.find((f) => f.path === "tsv/rules.tsv")).toMatchObject({
    mediaType: "text/tab-separated-values",
    examples: tsv.load,
    rows: rowsOf(table("rules")).length,
  });
});

test("every file says how to load it, in commands that name it", () => {
  for (const { path, examples } of files) {
    expect(examples, path).not.toEqual([]);
    for (const { command } of examples) {
      expect(command, path).toContain("{url}");
      expect(command.replaceAll(/\{(url|name)\}/g, ""), path).not.toMatch(/\{\w+\}/);
    }
  }
});

test("metadata lists every file with its hash, and the licence", () => {
  const pack = JSON.parse(read("datapackage.json").toString()) as {
    resources: { path: string; hash: string; schema: { fields: { name: string }[]; primaryKey: string[] } }[];
    licenses: { name: string }[];
  };
  expect([pack.licenses[0]?.name, pack.resources.map((r) => r.path)]).toEqual([
    "CC-BY-4.0",
    [
      ...flat.map((t) => `${t.name}.csv`),
      ...[...preamble.map((p) => p.table), ...normalised].map((t) => `csv/${t.name}.csv`),
    ],
  ]);
  for (const r of pack.resources) {
    expect(r.hash).toBe(`sha256:${files.find((f) => f.path === r.path)?.sha256}`);
    for (const key of r.schema.primaryKey)
      expect(
        r.schema.fields.map((f) => f.name),
        r.path,
      ).toContain(key);
  }
  const croissant = JSON.parse(read("croissant.json").toString()) as { license: string; recordSet: object[] };
  expect([croissant.license, croissant.recordSet.length]).toEqual([
    "https://creativecommons.org/licenses/by/4.0/",
    flat.length + preamble.length + normalised.length,
  ]);
});

test("Python's sqlite3 and csv modules read them", () => {
  const script = `import csv,sqlite3,sys
d=sys.argv[1]
c=sqlite3.connect(d+"/ai-data-use.sqlite")
print(c.execute("pragma integrity_check").fetchone()[0], c.execute("select count(*) from platforms").fetchone()[0], sum(1 for _ in csv.DictReader(open(d+"/csv/platforms.csv", newline=""))))`;
  let out: string;
  try {
    out = execFileSync("python3", ["-c", script, join(dir, "a")], { encoding: "utf8" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return; // a machine without Python
    throw error;
  }
  expect(out.trim()).toBe("ok 4 4");
});
