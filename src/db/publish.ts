import { type SQL, sql } from "drizzle-orm";
import type { Operator, Platform } from "../model/index.ts";
import type { Value } from "./columns.ts";
import type { Database } from "./database.ts";
import { operatorRows, platformRows, type Rows } from "./rows.ts";
import { OPEN } from "./schema.ts";
import { TABLES } from "./tables.ts";

/** What is published: a dataset, and which state of the data it is. */
export interface PublishInput {
  platforms: readonly Platform[];
  operators: readonly Operator[];
  release: { version: string; date: string; digest: string };
  /**
   * What differs from a state before, by its digest: `platforms/<id>` and `operators/<id>`.
   * Where that state is the last published, only these are looked at.
   */
  since?: { digest: string; records: ReadonlySet<string> } | undefined;
}

/** How records are hashed, so that what did not change is not written again. */
export type HashRecord = (value: unknown) => string;

/** What publishing did. */
export interface Published {
  publication: number;
  /** False when the last publication holds this very dataset; nothing was written then. */
  changed: boolean;
  /** Records that were new or changed. */
  records: number;
  rows: number;
}

/** Told after each batch: records written so far, of how many. */
export type Progress = (done: number, total: number) => void;

export interface PublishOptions {
  hash: HashRecord;
  /** Shows it to readers. False: a release that is only kept, to be asked for by its version. */
  show?: boolean;
  onProgress?: Progress;
}

/** Bound strings stay well under D1's limit of 2 MB each. */
const CHUNK_CHARACTERS = 400_000;

interface Pointer {
  publication: number;
  previous: number | null;
}

const pointerOf = async (db: Database): Promise<Pointer | undefined> =>
  (await db.all<Pointer>(sql`select publication, previous from pointer where id = 1`))[0];

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

/** A record's revision that is about to be written; its rows are made when it is. */
interface Revision {
  revision: number;
  hash: string;
  recordHash: string;
  rows: () => Rows;
}

/** Revisions whose rows are held at a time. */
const BATCH = 100;

const SEARCH = ["name", "aliases", "domains", "operator", "body"] as const;

/** Some revisions' rows by table, as arrays in the order of its columns. */
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
      columns: ["revision", ...SEARCH],
      rows: made.flatMap(({ own, rows }) =>
        rows.search.map((row) => [own.revision, ...SEARCH.map((c) => row[c])]),
      ),
    },
  ];
}

/** Writes revisions, a batch after the other. */
async function writeRevisions(
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
async function removeRevisions(db: Database, revisions: readonly number[]): Promise<void> {
  if (revisions.length === 0) return;
  const list = JSON.stringify(revisions);
  for (const { name } of [...TABLES, { name: "platform_search" }])
    await db.run(
      sql`delete from ${sql.raw(`"${name}"`)} where revision in (select value from json_each(${list}))`,
    );
}

const RECORD_TABLES = ["platforms", "operators"] as const;

/** Takes back what a publishing that broke off had written after publication `base`. */
async function takeBack(db: Database, base: number): Promise<void> {
  for (const table of RECORD_TABLES) {
    const name = sql.raw(table);
    await removeRevisions(
      db,
      (await db.all<{ revision: number }>(sql`select revision from ${name} where since > ${base}`)).map(
        (r) => r.revision,
      ),
    );
    await db.run(sql`update ${name} set until = ${OPEN} where until > ${base} and until < ${OPEN}`);
  }
  await db.run(sql`delete from publications where complete = 0`);
}

/** Forgets unreleased publications that nobody can ask for any more, and revisions that stand in none. */
async function sweep(db: Database): Promise<void> {
  await db.run(
    sql`delete from publications where version = 'unreleased' and id < (select max(id) from publications) and not exists (select 1 from pointer where publications.id in (pointer.publication, pointer.previous))`,
  );
  for (const table of RECORD_TABLES) {
    const name = sql.raw(table);
    const stale = await db.all<{ revision: number }>(
      sql`select r.revision from ${name} r where r.until < ${OPEN} and not exists (select 1 from publications x where x.id >= r.since and x.id < r.until)`,
    );
    await removeRevisions(
      db,
      stale.map((r) => r.revision),
    );
  }
}

/** What stands in the last publication, by id. */
const standing = async (
  db: Database,
  table: (typeof RECORD_TABLES)[number],
): Promise<Map<string, { revision: number; hash: string }>> =>
  new Map(
    (
      await db.all<{ id: string; revision: number; hash: string }>(
        sql`select id, revision, hash from ${sql.raw(table)} where until = ${OPEN}`,
      )
    ).map((r) => [r.id, r]),
  );

/** The records that may differ from the last publication: all, or those that are known to. */
function candidates(
  { platforms, operators, since }: PublishInput,
  lastDigest: string | undefined,
): { platforms: Platform[]; operators: Operator[]; keys: ReadonlySet<string> | undefined } {
  if (since === undefined || since.digest !== lastDigest)
    return { platforms: [...platforms], operators: [...operators], keys: undefined };
  const changed = operators.filter((o) => since.records.has(`operators/${o.id}`));
  const ids = new Set(
    [...since.records]
      .filter((key) => key.startsWith("operators/"))
      .map((key) => key.slice("operators/".length)),
  );
  // A platform's answers are graded by its operator's sources too.
  const concerned = platforms.filter((p) => since.records.has(`platforms/${p.id}`) || ids.has(p.operator));
  return { platforms: concerned, operators: changed, keys: since.records };
}

/** The revisions to write and those to close, against what stands. */
async function changesAgainst(
  db: Database,
  input: PublishInput,
  hash: HashRecord,
  lastDigest: string | undefined,
): Promise<{ write: Revision[]; close: Record<(typeof RECORD_TABLES)[number], number[]> }> {
  const before = { platforms: await standing(db, "platforms"), operators: await standing(db, "operators") };
  const [last] = await db.all<{ revision: number | null }>(
    sql`select max(revision) as revision from (select revision from platforms union all select revision from operators)`,
  );
  let next = (last?.revision ?? 0) + 1;
  const write: Revision[] = [];
  const close: { platforms: number[]; operators: number[] } = { platforms: [], operators: [] };
  const take = (
    table: (typeof RECORD_TABLES)[number],
    record: Platform | Operator,
    hashed: string,
    rows: () => Rows,
  ) => {
    const was = before[table].get(record.id);
    before[table].delete(record.id);
    if (was?.hash === hashed) return;
    if (was) close[table].push(was.revision);
    write.push({ revision: next++, hash: hashed, recordHash: hash(record), rows });
  };
  const { platforms, operators, keys } = candidates(input, lastDigest);
  const byId = new Map(input.operators.map((o) => [o.id, o]));
  for (const o of operators) take("operators", o, hash(o), () => operatorRows(o));
  for (const p of platforms)
    take("platforms", p, hash([p, byId.get(p.operator) ?? null]), () =>
      platformRows(p, byId.get(p.operator)),
    );
  for (const table of RECORD_TABLES)
    for (const [id, { revision }] of before[table])
      if (keys === undefined || keys.has(`${table}/${id}`)) close[table].push(revision);
  return { write, close };
}

/** Moves the pointer, in one statement. */
const showPublication = (db: Database, publication: number): Promise<unknown> =>
  db.run(
    sql`insert into pointer (id, publication, previous) values (1, ${publication}, null) on conflict (id) do update set previous = case when pointer.publication = excluded.publication then pointer.previous else pointer.publication end, publication = excluded.publication`,
  );

/**
 * Publishes a dataset: writes the records that changed since the last publication beside
 * what stands, then moves the pointer in one statement. Readers see the old dataset or the
 * new one, never a part. Publishing the same dataset again changes nothing. Released
 * publications stay and can be asked for; the one before stays for {@link rollback}.
 */
export async function publish(
  db: Database,
  input: PublishInput,
  { hash, show = true, onProgress = () => {} }: PublishOptions,
): Promise<Published> {
  const [last] = await db.all<{ id: number; version: string; digest: string }>(
    sql`select id, version, digest from publications where complete = 1 order by id desc limit 1`,
  );
  const base = last?.id ?? 0;
  await takeBack(db, base);
  if (last?.digest === input.release.digest && last.version === input.release.version) {
    if (show) await showPublication(db, base);
    return { publication: base, changed: false, records: 0, rows: 0 };
  }
  const publication = base + 1;
  const { version, digest, date } = input.release;
  const { write, close } = await changesAgainst(db, input, hash, last?.digest);
  await db.run(
    sql`insert into publications (id, version, digest, date, complete) values (${publication}, ${version}, ${digest}, ${date}, 0)`,
  );
  const total = await writeRevisions(db, write, publication, onProgress);
  // Readers of publications up to `base` still see these: `until` is the first without them.
  for (const table of RECORD_TABLES)
    await db.run(
      sql`update ${sql.raw(table)} set until = ${publication} where revision in (select value from json_each(${JSON.stringify(close[table])}))`,
    );
  await db.run(sql`update publications set complete = 1 where id = ${publication}`);
  if (show) await showPublication(db, publication);
  await sweep(db);
  return { publication, changed: true, records: write.length, rows: total };
}

/**
 * Moves the pointer back to the publication before the current one.
 * @returns the publication that readers see now; undefined when there is none before
 */
export async function rollback(db: Database): Promise<number | undefined> {
  const now = await pointerOf(db);
  if (!now || now.previous === null) return undefined;
  await db.run(
    sql`update pointer set publication = ${now.previous}, previous = ${now.publication} where id = 1`,
  );
  return now.previous;
}
