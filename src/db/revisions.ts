import { type SQL, sql } from "drizzle-orm";
import type { Value } from "./columns.ts";
import type { Database } from "./database.ts";
import type { Rows } from "./rows.ts";
import { OPEN } from "./schema.ts";
import { SEARCH_COLUMNS, TABLES } from "./tables.ts";

/** Called after each batch with the number of records written so far, and in total. */
export type Progress = (done: number, total: number) => void;

/** Bound strings stay well under D1's limit of 2 MB each. */
const CHUNK_CHARACTERS = 400_000;

/** JSON arrays of rows, each short enough to be bound as one string. */
function* chunks(rows: readonly unknown[][]): Generator<{ json: string; count: number }> {
  let parts: string[] = [];
  let length = 0;
  for (const row of rows) {
    const part = JSON.stringify(row);
    if (length + part.length > CHUNK_CHARACTERS && parts.length > 0) {
      yield { json: `[${parts.join()}]`, count: parts.length };
      parts = [];
      length = 0;
    }
    parts.push(part);
    length += part.length;
  }
  if (parts.length > 0) yield { json: `[${parts.join()}]`, count: parts.length };
}

const plain = (value: Value): unknown => (typeof value === "boolean" ? Number(value) : value);

/** `insert … select … from json_each(?)`: one bound string, however many rows (D1 binds at most 100 values). */
const insertJson = (table: string, columns: readonly string[], json: string): SQL => {
  const names = sql.raw(columns.map((c) => `"${c}"`).join(", "));
  const values = sql.raw(columns.map((_, i) => `json_extract(value, '$[${i}]')`).join(", "));
  return sql`insert into ${sql.raw(`"${table}"`)} (${names}) select ${values} from json_each(${json})`;
};

/** A record's revision to write. Its rows are computed only then. */
export interface Revision {
  revision: number;
  hash: string;
  recordHash: string;
  rows: () => Rows;
}

/** Revisions whose rows are in memory at a time. */
const BATCH = 100;

/** Some revisions' rows by table, as arrays in the order of the columns. */
function tables(
  revisions: readonly Revision[],
  since: number,
): { name: string; columns: string[]; rows: unknown[][] }[] {
  const made = revisions.map(({ revision, hash, recordHash, rows }) => ({
    own: { revision, hash, record_hash: recordHash, since, until: OPEN },
    rows: rows(),
  }));
  const all = TABLES.map((table) => {
    const columns = ["revision", ...table.columns.map((c) => c.name)];
    const rows = made.flatMap(({ own, rows: { tables: of } }) =>
      (of[table.name] ?? []).map((row) => {
        const whole: Record<string, Value> = { ...row, ...own };
        return columns.map((column) => plain(whole[column] ?? null));
      }),
    );
    return { name: table.name, columns, rows };
  });
  return [
    ...all,
    {
      name: "platform_search",
      columns: ["revision", ...SEARCH_COLUMNS],
      rows: made.flatMap(({ own, rows }) =>
        rows.search.map((row) => [own.revision, ...SEARCH_COLUMNS.map((c) => row[c])]),
      ),
    },
  ];
}

/** Writes revisions in batches. @returns the number of rows */
export async function writeRevisions(
  db: Database,
  revisions: readonly Revision[],
  since: number,
  onProgress: Progress,
): Promise<number> {
  let written = 0;
  onProgress(0, revisions.length);
  for (let at = 0; at < revisions.length; at += BATCH) {
    for (const { name, columns, rows } of tables(revisions.slice(at, at + BATCH), since)) {
      for (const { json } of chunks(rows)) await db.run(insertJson(name, columns, json));
      written += rows.length;
    }
    onProgress(Math.min(at + BATCH, revisions.length), revisions.length);
  }
  return written;
}

/** Removes revisions and all their rows. */
export async function removeRevisions(db: Database, revisions: readonly number[]): Promise<void> {
  if (revisions.length === 0) return;
  const list = JSON.stringify(revisions);
  for (const { name } of [...TABLES, { name: "platform_search" }])
    await db.run(
      sql`delete from ${sql.raw(`"${name}"`)} where revision in (select value from json_each(${list}))`,
    );
}
