import { expect, test } from "vitest";
import * as z from "zod";
import { AnswerSpace } from "../../src/db/answer-space.ts";
import { operatorRows, platformRows } from "../../src/db/rows.ts";
import { flatTables } from "../../src/exports/flat/index.ts";
import type { ExportRecord } from "../../src/exports/input.ts";
import { type Operator, operatorSchema, type Platform, platformSchema } from "../../src/model/index.ts";
import { completeOperator, completePlatform } from "../fixtures/complete.ts";
import { complete, variations } from "../fixtures/variations.ts";

/** Leaves that are in no table for people, by the beginning of their path, each with the reason. */
const EXCLUDED: Readonly<Record<string, string>> = {
  $schema: "it is for editors",
  schemaVersion: "it is about the file; the metadata has it",
  aliases: "a row names its platform by id; csv/aliases.csv has the others",
  domains: "several per platform; csv/domains.csv",
  otherDomains: "few platforms have any; csv/lists.csv",
  apps: "several per platform; csv/apps.csv",
  summary: "about the platform, not about an answer, event or control; csv/platforms.csv",
  plans: "the platform's own names of plans; csv/platform_plans.csv",
  myths: "neither an answer, an event nor a control; csv/myths.csv",
  sources: "documents are in these tables as URLs; csv/sources.csv, csv/copies.csv and csv/passages.csv",
  sameAs: "about the platform; csv/platforms.csv",
  withdrawn: "about the record; csv/platforms.csv",
  review: "about the record; csv/platforms.csv and csv/lists.csv",
};
/** The exclusion that applies to a leaf. */
const exclusionOf = (path: string): string | undefined =>
  path.split(/[.[{]/, 1).find((field) => field in EXCLUDED);

const tables = flatTables({ release: { version: "1", date: "2026-01-01", digest: "" } });
const cells = (item: ExportRecord): string => JSON.stringify(tables.map((t) => t.rowsOf(item)));
const platformCells = (record: Platform): string =>
  cells({
    kind: "platform",
    record,
    operator: completeOperator,
    rows: platformRows(record, completeOperator),
    space: new AnswerSpace(record, completeOperator),
  });

/** The leaves of a platform's record on which no cell depends. */
function missing(model: z.ZodType, record: Platform): string[] {
  const before = platformCells(record);
  return variations(model, record)
    .filter((v) => platformCells(v.record as Platform) === before)
    .map((v) => v.path);
}

test("every field is in a table for people, or is excluded for a reason", () => {
  const absent = missing(platformSchema, completePlatform);
  expect(absent.filter((path) => exclusionOf(path) === undefined)).toEqual([]);
});

test("every exclusion is needed", () => {
  const used = new Set(missing(platformSchema, completePlatform).map(exclusionOf));
  expect(Object.keys(EXCLUDED).filter((field) => !used.has(field))).toEqual([]);
});

test("a field that no table for people has is found", () => {
  const { controls } = platformSchema.shape;
  const model = platformSchema.extend({
    invented: z.string(),
    controls: z.array(controls.element.safeExtend({ invented: z.string() })),
  });
  const absent = missing(model, complete(model, completePlatform) as Platform);
  expect(absent.filter((path) => path.endsWith("invented"))).toEqual(["controls[].invented", "invented"]);
});

test("no table for people has rows of operators: csv/operators.csv has them", () => {
  for (const { record } of variations(operatorSchema, completeOperator)) {
    const operator = record as Operator;
    expect(
      tables.flatMap((t) => t.rowsOf({ kind: "operator", record: operator, rows: operatorRows(operator) })),
    ).toEqual([]);
  }
});
