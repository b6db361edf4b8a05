import { getTableColumns, type SQL, sql, type Table } from "drizzle-orm";
import type { Database } from "./database.ts";
import { PUBLISHED_TABLES, type Publishable, type Rows, rowsOf } from "./rows.ts";

/** What was asked to be published: a dataset and which state of the data it is. */
export interface PublishInput extends Publishable {
  release: { version: string; date: string; digest: string };
}

/** What publishing did. */
export interface Published {
  publication: number;
  /** False when readers see this very dataset already; nothing was written then. */
  changed: boolean;
  rows: number;
}

/** Told after each chunk: rows written so far, of how many. */
export type Progress = (done: number, total: number) => void;

/** Bound strings stay well under D1's limit of 2 MB each. */
const CHUNK_CHARACTERS = 400_000;

interface Pointer {
  publication: number;
  previous: number | null;
}

const pointerOf = async (db: Database): Promise<Pointer | undefined> => (await db.all<Pointer>(sql`select publication, previous from pointer where id = 1`))[0];

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

const plain = (value: unknown): unknown => (typeof value === "boolean" ? Number(value) : (value ?? null));

/** `insert … select … from json_each(?)`: one bound string, however many rows (D1 binds at most 100 values). */
const insertJson = (table: string, columns: readonly string[], publication: number, json: string): SQL => {
  const names = sql.raw(["publication", ...columns].map((c) => `"${c}"`).join(", "));
  const values = sql.raw(columns.map((_, i) => `json_extract(value, '$[${i}]')`).join(", "));
  return sql`insert into ${sql.raw(`"${table}"`)} (${names}) select ${publication}, ${values} from json_each(${json})`;
};

/** Every table's rows as arrays in the order of its columns. */
function tables(rows: Rows): { name: string; columns: string[]; rows: unknown[][] }[] {
  const published = PUBLISHED_TABLES.map(({ key, table, name }) => {
    const columns = Object.entries(getTableColumns(table as Table)).filter(([field]) => field !== "publication");
    return {
      name,
      columns: columns.map(([, c]) => c.name),
      rows: (rows[key] as Record<string, unknown>[]).map((row) => columns.map(([field]) => plain(row[field]))),
    };
  });
  const searchColumns = ["platform", "name", "aliases", "domains", "operator", "body"] as const;
  return [...published, { name: "platform_search", columns: [...searchColumns], rows: rows.search.map((row) => searchColumns.map((c) => row[c])) }];
}

/** Removes every publication but those named: left over from a publishing that broke off, or older than the one before. */
async function sweep(db: Database, keep: readonly number[]): Promise<void> {
  const kept = sql`(${sql.join(
    keep.map((id) => sql`${id}`),
    sql`, `,
  )})`;
  const stale = await db.all<{ id: number }>(keep.length > 0 ? sql`select id from publications where id not in ${kept}` : sql`select id from publications`);
  for (const { id } of stale) {
    for (const { name } of PUBLISHED_TABLES) await db.run(sql`delete from ${sql.raw(`"${name}"`)} where publication = ${id}`);
    await db.run(sql`delete from platform_search where publication = ${id}`);
    await db.run(sql`delete from publications where id = ${id}`);
  }
}

/**
 * Publishes a dataset: writes it beside the current one, then moves the pointer in one
 * statement. Readers see the old dataset or the new one, never a part. Publishing the
 * same dataset again changes nothing. The publication before stays, for {@link rollback}.
 */
export async function publish(db: Database, input: PublishInput, onProgress: Progress = () => {}): Promise<Published> {
  const before = await pointerOf(db);
  if (before) {
    const [current] = await db.all<{ version: string; digest: string }>(sql`select version, digest from publications where id = ${before.publication}`);
    if (current?.digest === input.release.digest && current.version === input.release.version)
      return { publication: before.publication, changed: false, rows: 0 };
  }
  await sweep(db, before ? [before.publication, ...(before.previous === null ? [] : [before.previous])] : []);
  const [last] = await db.all<{ id: number | null }>(sql`select max(id) as id from publications`);
  const publication = (last?.id ?? 0) + 1;
  await db.run(
    sql`insert into publications (id, version, digest, date, complete) values (${publication}, ${input.release.version}, ${input.release.digest}, ${input.release.date}, 0)`,
  );
  const all = tables(rowsOf(input));
  const total = all.reduce((sum, t) => sum + t.rows.length, 0);
  let done = 0;
  onProgress(done, total);
  for (const { name, columns, rows } of all)
    for (const { json, count } of chunks(rows)) {
      await db.run(insertJson(name, columns, publication, json));
      done += count;
      onProgress(done, total);
    }
  await db.run(sql`update publications set complete = 1 where id = ${publication}`);
  await db.run(
    sql`insert into pointer (id, publication, previous) values (1, ${publication}, ${before?.publication ?? null}) on conflict (id) do update set publication = excluded.publication, previous = excluded.previous`,
  );
  await sweep(db, before ? [publication, before.publication] : [publication]);
  return { publication, changed: true, rows: total };
}

/**
 * Moves the pointer back to the publication before the current one.
 * @returns the publication that readers see now; undefined when there is none before
 */
export async function rollback(db: Database): Promise<number | undefined> {
  const now = await pointerOf(db);
  if (!now || now.previous === null) return undefined;
  await db.run(sql`update pointer set publication = ${now.previous}, previous = ${now.publication} where id = 1`);
  return now.previous;
}
