import { AnswerSpace } from "../db/answer-space.ts";
import { EXPORTED } from "../db/layout.ts";
import { operatorRows, platformRows, type Rows } from "../db/rows.ts";
import type { Operator, Platform } from "../model/index.ts";
import { inOrder } from "../records/format.ts";

/** A record as it is exported, with its rows in every table. */
export type ExportRecord =
  | { kind: "operator"; record: Operator; rows: Rows }
  | { kind: "platform"; record: Platform; operator: Operator | undefined; rows: Rows; space: AnswerSpace };

/** What is exported: which state of the data, and its records. */
export interface ExportInput {
  release: { version: string; date: string; digest: string };
  /** Where the files will be served, `https://data.example`, for links in metadata; without it they are relative. */
  origin?: string | undefined;
  platforms: Iterable<Platform> | AsyncIterable<Platform>;
  operators: readonly Operator[];
}

/** The records one after another, operators first, each with its rows. One platform is in memory at a time. */
export async function* recordsOf({ platforms, operators }: ExportInput): AsyncGenerator<ExportRecord> {
  const byId = new Map(operators.map((o) => [o.id, inOrder("operator", o)]));
  for (const record of byId.values()) yield { kind: "operator", record, rows: operatorRows(record) };
  for await (const platform of platforms) {
    const record = inOrder("platform", platform);
    const operator = byId.get(record.operator);
    const space = new AnswerSpace(record, operator);
    yield {
      kind: "platform",
      record,
      operator,
      space,
      rows: platformRows(record, operator, EXPORTED, space),
    };
  }
}

/** A record without the field that only editors need. */
export const publicRecord = ({ record: { $schema: _, ...record } }: ExportRecord): object => record;
