import { sql } from "drizzle-orm";
import type { Operator, Platform } from "../model/index.ts";
import type { Database } from "./database.ts";
import { EDITION } from "./edition.ts";
import { type Progress, type Revision, removeRevisions, writeRevisions } from "./revisions.ts";
import { operatorRows, platformRows, type Rows } from "./rows.ts";
import { OPEN } from "./schema.ts";

/** What is published: a dataset, and the state of the data that it is. */
export interface PublishInput {
  platforms: readonly Platform[];
  operators: readonly Operator[];
  release: { version: string; date: string; digest: string };
  /**
   * The records that differ from an earlier state, given by its digest: `platforms/<id>` and
   * `operators/<id>`. If that state was the last one published, only these are compared.
   */
  since?: { digest: string; records: ReadonlySet<string> } | undefined;
}

/** How records are hashed, so that unchanged ones are not written again. */
export type HashRecord = (value: unknown) => string;

/** What publishing did. */
export interface Published {
  publication: number;
  /** False if the last publication is the same dataset; then nothing was written. */
  changed: boolean;
  /** Records that were new or changed. */
  records: number;
  rows: number;
}

export type { Progress };

export interface PublishOptions {
  hash: HashRecord;
  /** Whether readers see it. False: a release that can only be requested by its version. */
  show?: boolean;
  onProgress?: Progress;
}

interface Pointer {
  publication: number;
  previous: number | null;
}

const pointerOf = async (db: Database): Promise<Pointer | undefined> =>
  (await db.all<Pointer>(sql`select publication, previous from pointer where id = 1`))[0];

const RECORD_TABLES = ["platforms", "operators"] as const;

/** Undoes what an interrupted publishing has written after publication `base`. */
async function undoUnfinished(db: Database, base: number): Promise<void> {
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

/** Deletes unreleased publications that can no longer be requested, and revisions that are in no publication. */
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

/** The revisions in the last publication, by id. */
const lastRevisions = async (
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

/** The records that may differ from the last publication: all, or those that are known to differ. */
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
  // The grades of a platform's answers also depend on its operator's sources.
  const concerned = platforms.filter((p) => since.records.has(`platforms/${p.id}`) || ids.has(p.operator));
  return { platforms: concerned, operators: changed, keys: since.records };
}

/** The revisions to write, and those in the last publication to close. */
async function changesAgainst(
  db: Database,
  input: PublishInput,
  hash: HashRecord,
  lastDigest: string | undefined,
): Promise<{ write: Revision[]; close: Record<(typeof RECORD_TABLES)[number], number[]> }> {
  const before = {
    platforms: await lastRevisions(db, "platforms"),
    operators: await lastRevisions(db, "operators"),
  };
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

/** Moves the pointer in one statement. */
const showPublication = (db: Database, publication: number): Promise<unknown> =>
  db.run(
    sql`insert into pointer (id, publication, previous) values (1, ${publication}, null) on conflict (id) do update set previous = case when pointer.publication = excluded.publication then pointer.previous else pointer.publication end, publication = excluded.publication`,
  );

/**
 * Publishes a dataset: adds the records that changed since the last publication, then moves the
 * pointer in one statement. Readers see either the old dataset or the new one. Publishing the same
 * dataset again changes nothing. Released publications remain and can be requested; the previous
 * publication remains for {@link rollback}.
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
  await undoUnfinished(db, base);
  if (last?.digest === input.release.digest && last.version === input.release.version) {
    if (show) await showPublication(db, base);
    return { publication: base, changed: false, records: 0, rows: 0 };
  }
  const publication = base + 1;
  const { version, digest, date } = input.release;
  const { write, close } = await changesAgainst(db, input, hash, last?.digest);
  await db.run(
    sql`insert into publications (id, version, digest, date, complete, edition) values (${publication}, ${version}, ${digest}, ${date}, 0, ${EDITION})`,
  );
  const total = await writeRevisions(db, write, publication, onProgress);
  // Readers of publications up to `base` still see these: `until` is the first publication without them.
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
 * @returns the publication that readers now see; undefined if there is no previous one
 */
export async function rollback(db: Database): Promise<number | undefined> {
  const now = await pointerOf(db);
  if (!now || now.previous === null) return undefined;
  await db.run(
    sql`update pointer set publication = ${now.previous}, previous = ${now.publication} where id = 1`,
  );
  return now.previous;
}
