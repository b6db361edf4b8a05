import { type SQL, sql } from "drizzle-orm";
import type { Value } from "./columns.ts";
import type { Writer } from "./lease.ts";
import type { Rows } from "./rows.ts";
import { OPEN } from "./schema.ts";
import { SEARCH_COLUMNS, TABLES } from "./tables.ts";
import { checkWritten, type Expected, expected } from "./written.ts";

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

/** Revisions that are read back with one query. */
const READ_BACK = 20;

/** Statements that delete revisions and all their rows. */
const deletions = (revisions: readonly number[]): SQL[] => {
  const list = JSON.stringify(revisions);
  return [...TABLES, { name: "platform_search" }].map(
    ({ name }) =>
      sql`delete from ${sql.raw(`"${name}"`)} where revision in (select value from json_each(${list}))`,
  );
};

/** The conditions that select the revisions from one number to another, a few at a time. */
function* conditions(first: number, last: number): Generator<SQL> {
  for (let at = first; at <= last; at += READ_BACK)
    yield sql`revision between ${at} and ${Math.min(at + READ_BACK - 1, last)}`;
}

/** What was written, to be checked when all of it is. */
export interface WrittenRevisions {
  rows: number;
  /** @throws {DatabaseError} if the database does not hold exactly these rows */
  check(): Promise<void>;
}

/** Writes revisions, whose numbers follow each other, in batches. */
export async function writeRevisions(
  writer: Writer,
  revisions: readonly Revision[],
  { since, hash, onProgress }: { since: number; hash: (value: unknown) => string; onProgress: Progress },
): Promise<WrittenRevisions> {
  let written = 0;
  const batches: { where: SQL[]; tables: Expected[] }[] = [];
  onProgress(0, revisions.length);
  for (let at = 0; at < revisions.length; at += BATCH) {
    const batch = revisions.slice(at, at + BATCH);
    const expectedTables: Expected[] = [];
    for (const { name, columns, rows } of tables(batch, since)) {
      for (const { json } of chunks(rows)) await writer.run(insertJson(name, columns, json));
      expectedTables.push(expected(name, columns, rows, hash));
      written += rows.length;
    }
    const numbers = batch.map((r) => r.revision);
    batches.push({
      where: [...conditions(Math.min(...numbers), Math.max(...numbers))],
      tables: expectedTables,
    });
    onProgress(Math.min(at + BATCH, revisions.length), revisions.length);
  }
  return {
    rows: written,
    async check() {
      for (const { where, tables: all } of batches)
        for (const table of all) await checkWritten(writer.db, table, where, hash);
    },
  };
}

/** Removes revisions and all their rows. */
export async function removeRevisions(writer: Writer, revisions: readonly number[]): Promise<void> {
  if (revisions.length > 0) await writer.run(...deletions(revisions));
}
