import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportDataset } from "../../src/exports/dataset.ts";
import { publicRecord, recordsOf } from "../../src/exports/input.ts";
import type { ExportTable, Value } from "../../src/exports/tables.ts";
import { writeExports } from "../../src/exports/write.ts";
import { HOSTILE, hostileDataset } from "./hostile.ts";
import { readWorkbook } from "./workbook.ts";

/* Every text of a record is hostile, and each format, read by a reader that is not ours, still has the rows. */

let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "hostile-"));
  await writeExports(dir, hostileDataset());
});
afterAll(() => rmSync(dir, { recursive: true }));
const read = (path: string) => readFileSync(join(dir, path));

const { normalised, flat } = exportDataset(hostileDataset());
const records = await Array.fromAsync(recordsOf(hostileDataset()));
const rowsOf = (table: ExportTable, as: (text: string) => string = String): Value[][] =>
  records
    .flatMap((item) => table.rowsOf(item))
    .map((row) => row.map((value) => (typeof value === "string" ? as(value) : value)));

test("every hostile text is in the tables", () => {
  const texts = new Set(normalised.flatMap((t) => rowsOf(t)).flat());
  expect(HOSTILE.filter((text) => !texts.has(text))).toEqual([]);
});

test("CSV", () => {
  for (const table of [...normalised, ...flat]) {
    const cells = parse(read(flat.includes(table) ? `${table.name}.csv` : `csv/${table.name}.csv`));
    expect(cells.slice(1), table.name).toEqual(
      rowsOf(table).map((row) => row.map((value) => String(value ?? ""))),
    );
  }
});

test("CSV quotes every line break", () => {
  const unquoted = read("ai-data-use-controls.csv")
    .toString()
    .replaceAll(/"(?:[^"]|"")*"/g, "");
  expect(unquoted.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

const asRows = (rows: readonly object[]): unknown[][] => rows.map((row) => Object.values(row));
const asStored = (rows: Value[][]): Value[][] =>
  rows.map((row) => row.map((value) => (typeof value === "boolean" ? Number(value) : value)));
const stored = (db: DatabaseSync, { name }: ExportTable): unknown[][] =>
  asRows(db.prepare(`SELECT * FROM "${name}" ORDER BY rowid`).all());

test("SQLite", () => {
  const db = new DatabaseSync(join(dir, "ai-data-use.sqlite"), { readOnly: true });
  for (const table of normalised) expect(stored(db, table), table.name).toEqual(asStored(rowsOf(table)));
  db.close();
});

test("the SQL dump loads; NUL is replaced, CRLF is LF", () => {
  const db = new DatabaseSync(":memory:");
  db.exec(read("ai-data-use.sql").toString());
  const loaded = (text: string): string => text.replaceAll("\0", "\ufffd").replaceAll("\r\n", "\n");
  for (const table of normalised)
    expect(stored(db, table), table.name).toEqual(asStored(rowsOf(table, loaded)));
  db.close();
});

test("Parquet", async () => {
  for (const table of [...normalised, ...flat]) {
    const file = read(flat.includes(table) ? `${table.name}.parquet` : `parquet/${table.name}.parquet`);
    const rows = await parquetReadObjects({
      file: file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer,
    });
    const texts = (row: readonly unknown[]) =>
      row.map((v) => (v instanceof Date ? v.toISOString().slice(0, 10) : (v ?? null)));
    expect(asRows(rows).map(texts), table.name).toEqual(rowsOf(table));
  }
});

test("JSON and NDJSON; a reader that ends lines at every Unicode line break finds one record per line", () => {
  const all = records.map((item) => ({ kind: item.kind, ...publicRecord(item) }));
  const lines = read("ai-data-use.ndjson")
    .toString()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the line breaks of Python's str.splitlines
    .split(/\r\n|[\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/);
  expect(lines.slice(1, -1).map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(all)));
  const whole = JSON.parse(read("ai-data-use.json").toString()) as { platforms: { name: string }[] };
  expect(whole.platforms.map((p) => p.name)).toEqual(HOSTILE);
});

test("Excel: text is text, whatever it begins with; what no cell can have is U+FFFD", () => {
  const sheets = readWorkbook(read("ai-data-use.xlsx"));
  const possible = (text: string): string => text.replaceAll(/[\0\ufffe\uffff]/g, "\ufffd");
  for (const table of flat) {
    const sheet = sheets.get(table.name.replace("ai-data-use-", ""));
    expect(sheet?.rows.slice(1), table.name).toEqual(rowsOf(table, possible));
    expect(sheet?.formulas).toBe(0);
  }
  // Excel would take these for formulas once a person edits them.
  const names = new Map(
    sheets
      .get("controls")
      ?.cells("name")
      .map((c) => [c.value, c.style]),
  );
  for (const text of HOSTILE)
    expect([text, names.get(possible(text)) === "quoted"]).toEqual([text, /^\s*[=+\-@]/.test(text)]);
});
