import { readFileSync } from "node:fs";
import { getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { MIGRATIONS } from "../../src/db/libsql.ts";
import { operatorRows, platformRows, type Rows } from "../../src/db/rows.ts";
import * as schema from "../../src/db/schema.ts";
import { STORED } from "../../src/db/stored.ts";
import { TABLES } from "../../src/db/tables.ts";
import { exportDataset } from "../../src/exports/dataset.ts";
import { type Operator, operatorSchema, type Platform, platformSchema } from "../../src/model/index.ts";
import { datasetOf } from "../../src/records/load.ts";
import { completeOperator, completePlatform } from "../fixtures/complete.ts";
import { RESERVED_WORDS } from "../fixtures/reserved.ts";
import { complete, variations } from "../fixtures/variations.ts";

/** Fields of a record's file that are in no table, each with the reason. */
const EXCLUDED: Readonly<Record<string, string>> = {
  $schema: "it is for editors",
  schemaVersion: "it is the same for every row: records are migrated before they are written",
};

/** Tables that are computed from the record: a field that only changes these is not in a table itself. */
const COMPUTED = ["answers", "answer_controls", "cells", "cell_controls", "platform_regions"];

/** What the tables say about a record, without the JSON of the whole record. */
const cells = ({ tables }: Rows): string =>
  JSON.stringify(
    TABLES.filter((t) => !COMPUTED.includes(t.name)).map(({ name, columns }) =>
      tables[name]?.map((row) => columns.filter((c) => !c.internal).map((c) => row[c.name])),
    ),
  );

/** The leaves of a record on which no cell depends. */
function missing<R>(model: z.ZodType, record: R, rowsOf: (record: R) => Rows): string[] {
  const before = cells(rowsOf(record));
  return variations(model, record)
    .filter((v) => cells(rowsOf(v.record as R)) === before)
    .map((v) => v.path);
}

const platformCells = (record: Platform) => platformRows(record, completeOperator);

describe("every field of the model is in a table", () => {
  test("of a platform's record", () =>
    expect(missing(platformSchema, completePlatform, platformCells)).toEqual(Object.keys(EXCLUDED)));
  test("of an operator's record", () =>
    expect(missing(operatorSchema, completeOperator, operatorRows)).toEqual(Object.keys(EXCLUDED)));

  test("a field that no table has is found, at any depth", () => {
    const model = platformSchema.extend({
      invented: z.string().optional(),
      myths: z.array(z.strictObject({ ...platformSchema.shape.myths.element.shape, invented: z.boolean() })),
    });
    const record = complete(model, completePlatform) as Platform;
    expect(missing(model, record, platformCells).filter((path) => path.endsWith("invented"))).toEqual([
      "myths[].invented",
      "invented",
    ]);
  });

  test("also in an operator's sources", () =>
    expect(
      missing(operatorSchema, { ...completeOperator } satisfies Operator, (o) => ({
        ...operatorRows(o),
        tables: { ...operatorRows(o).tables, passages: [] },
      })).filter((path) => path.startsWith("sources[].passages[]")),
    ).toEqual(
      ["id", "copy", "heading", "start", "end", "sha256"].map((field) => `sources[].passages[].${field}`),
    ));
});

describe("the database has every table and column", () => {
  test("schema.ts exports each table of stored.ts, for drizzle-kit", () => {
    const exported = Object.values(schema).flatMap((t) => (is(t, SQLiteTable) ? [getTableName(t)] : []));
    expect(exported).toEqual(expect.arrayContaining(STORED.map((t) => t.name)));
  });

  test("the migrations end with these columns (if this fails: npm run db:generate)", () => {
    const read = (file: string) => JSON.parse(readFileSync(`${MIGRATIONS}/meta/${file}`, "utf8"));
    const { entries } = read("_journal.json") as { entries: { tag: string }[] };
    const last = read(`${entries.at(-1)?.tag.slice(0, 4)}_snapshot.json`) as {
      tables: Record<string, { columns: Record<string, unknown> }>;
    };
    for (const { name, columns } of STORED)
      expect(new Set(Object.keys(last.tables[name]?.columns ?? {})), name).toEqual(
        new Set(["revision", ...columns.map((c) => c.name)]),
      );
  });
});

describe("no column needs quoting", () => {
  const { database, flat } = exportDataset(datasetOf([], []));
  const exported = [...database, ...flat].flatMap(({ name, columns }) =>
    columns.map((c) => [`${name}.${c.name}`, c.name] as const),
  );
  test.each(Object.entries(RESERVED_WORDS))("in %s", (_, reserved) => {
    expect(exported.filter(([, name]) => reserved.has(name)).map(([column]) => column)).toEqual([]);
  });

  test("names are lower case, digits and underscores", () =>
    expect(exported.filter(([, name]) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]));
});
