import { type SQL, sql } from "drizzle-orm";
import type { Writer } from "./lease.ts";
import { checkWritten, expected } from "./written.ts";

/** `insert … select` of rows in one JSON string. */
const insertRows = (table: SQL, columns: readonly string[], rows: readonly string[]): SQL =>
  sql`insert into ${table} select ${sql.join(
    columns.map((_, c) => sql.raw(`json_extract(value, '$[${c}]')`)),
    sql`, `,
  )} from json_each(${`[${rows.join()}]`})`;

/** Characters of rows that are written and read back with one statement each. */
const CHARACTERS = 500_000;

/** Rows in the order of a column, a few at a time; all rows with the same value of the column are together. */
function* chunks(
  rows: readonly (readonly unknown[])[],
  key: number,
): Generator<{ first: unknown; last: unknown; json: string[] }> {
  let json: string[] = [];
  let [first, last]: unknown[] = [];
  let length = 0;
  for (const row of rows) {
    if (length > CHARACTERS && row[key] !== last) {
      yield { first, last, json };
      [json, length] = [[], 0];
    }
    if (json.length === 0) first = row[key];
    last = row[key];
    const text = JSON.stringify(row);
    json.push(text);
    length += text.length;
  }
  if (json.length > 0) yield { first, last, json };
}

/** Where rows go. */
export interface Into {
  table: string;
  columns: readonly string[];
  /** The column in whose order the rows are. */
  key: string;
  /** With a range of the key it selects the rows and no others. */
  where?: SQL;
}

/** Inserts rows, a few at a time, and checks them. */
export async function writeRows(
  writer: Writer,
  { table, columns, key, where }: Into,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const into = sql.raw(`${table} (${columns.join(", ")})`);
  for (const { first, last, json } of chunks(rows, columns.indexOf(key))) {
    await writer.run(insertRows(into, columns, json));
    const range = sql`${sql.identifier(key)} between ${first} and ${last}`;
    const written = await expected(
      { table, columns, where: where ? sql`${where} and ${range}` : range },
      json,
    );
    await checkWritten(writer.db, written);
  }
}
