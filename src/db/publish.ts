import { type SQL, sql } from "drizzle-orm";
import type { Operator, Platform } from "../model/index.ts";
import { type Database, DatabaseError } from "./database.ts";
import { EDITION } from "./edition.ts";
import { DATABASE } from "./layout.ts";
import { type LeaseOptions, NOW, type Writer, withLease } from "./lease.ts";
import { mergedListCounts, writeListCounts } from "./list-counts.ts";
import { writeNetCounts } from "./net-counts.ts";
import { writePeople } from "./people.ts";
import { sweptPlatformDays, undonePlatformDays, writePlatformDays } from "./platform-days.ts";
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
  /** Writes what belongs to the publication, before it is complete. */
  beforeComplete?: (publication: number) => Promise<void>;
  /** How long a publication remains after readers were shown a newer one, in seconds. Default: {@link RETENTION}. */
  retention?: number;
  /** Who writes, for other writers that wait. */
  lease?: LeaseOptions;
}

/**
 * How long a publication remains after readers were shown a newer one, in seconds: longer than any server
 * remembers the pointer, and any cache an answer.
 */
export const RETENTION = 900;

interface Pointer {
  publication: number;
  previous: number | null;
}

const pointerOf = async (db: Database): Promise<Pointer | undefined> =>
  (await db.all<Pointer>(sql`select publication, previous from pointer where id = 1`))[0];

const RECORD_TABLES = ["platforms", "operators"] as const;

/** Tables whose rows also have the publications that the revision is in, for their indices. */
const ANSWER_TABLES = ["answers", "cells"] as const;

/** Statements that delete the ledgers of some publications. @param which a comparison with the publication's number */
export const ledgerDeletions = (which: SQL): SQL[] => [
  sql`delete from change_regions where change in (select id from changes where publication ${which})`,
  sql`delete from changes where publication ${which}`,
  sql`delete from releases where publication ${which}`,
];

/** Undoes what an interrupted publishing has written after publication `base`. */
async function undoUnfinished(writer: Writer, base: number): Promise<void> {
  for (const table of RECORD_TABLES) {
    const name = sql.raw(table);
    const unfinished = await writer.db.all<{ revision: number }>(
      sql`select revision from ${name} where since > ${base}`,
    );
    await removeRevisions(
      writer,
      unfinished.map((r) => r.revision),
    );
  }
  // Answers first: the records say which revisions were closed.
  await writer.run(
    ...ANSWER_TABLES.map(
      (table) =>
        sql`update ${sql.raw(table)} set until = ${OPEN} where revision in (select revision from platforms where until > ${base} and until < ${OPEN})`,
    ),
    ...RECORD_TABLES.map(
      (table) => sql`update ${sql.raw(table)} set until = ${OPEN} where until > ${base} and until < ${OPEN}`,
    ),
  );
  await writer.run(
    ...ledgerDeletions(sql`> ${base}`),
    ...undonePlatformDays(base),
    sql`delete from list_counts where publication > ${base}`,
    sql`delete from publications where complete = 0`,
  );
}

/** Deletes unreleased publications that are no longer read, and revisions that are in no publication. */
async function sweep(writer: Writer, retention: number): Promise<void> {
  await writer.run(
    sql`delete from publications where version = 'unreleased' and id < (select max(id) from publications) and coalesce(replaced, 0) <= ${NOW} - ${retention} and not exists (select 1 from pointer where publications.id in (pointer.publication, pointer.previous))`,
  );
  for (const table of RECORD_TABLES) {
    const name = sql.raw(table);
    const stale = await writer.db.all<{ revision: number }>(
      sql`select r.revision from ${name} r where r.until < ${OPEN} and not exists (select 1 from publications x where x.id >= r.since and x.id < r.until)`,
    );
    await removeRevisions(
      writer,
      stale.map((r) => r.revision),
    );
  }
  await writer.run(...mergedListCounts(), sweptPlatformDays());
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

interface Changes {
  write: Revision[];
  close: Record<(typeof RECORD_TABLES)[number], number[]>;
  /** The hashes of the records that were compared, by table and id. */
  hashes: Map<string, string>;
}

/** The revisions to write, and those in the last publication to close. */
async function changesAgainst(
  db: Database,
  input: PublishInput,
  hash: HashRecord,
  lastDigest: string | undefined,
): Promise<Changes> {
  const before = {
    platforms: await lastRevisions(db, "platforms"),
    operators: await lastRevisions(db, "operators"),
  };
  const [last] = await db.all<{ revision: number | null }>(
    sql`select max(revision) as revision from (select revision from platforms union all select revision from operators)`,
  );
  let next = (last?.revision ?? 0) + 1;
  const write: Revision[] = [];
  const close: Changes["close"] = { platforms: [], operators: [] };
  const hashes: Changes["hashes"] = new Map();
  const take = (
    table: (typeof RECORD_TABLES)[number],
    record: Platform | Operator,
    { recordHash, hashed }: { recordHash: string; hashed: string },
    rows: () => Rows,
  ) => {
    hashes.set(`${table}/${record.id}`, hashed);
    const was = before[table].get(record.id);
    before[table].delete(record.id);
    if (was?.hash === hashed) return;
    if (was) close[table].push(was.revision);
    write.push({ revision: next++, hash: hashed, recordHash, rows });
  };
  const { platforms, operators, keys } = candidates(input, lastDigest);
  const byId = new Map(input.operators.map((o) => [o.id, o]));
  // Each record is hashed once.
  const hashOfOperator = new Map(input.operators.map((o) => [o.id, hash(o)]));
  for (const o of operators) {
    const hashed = hashOfOperator.get(o.id) as string;
    take("operators", o, { recordHash: hashed, hashed }, () => operatorRows(o, DATABASE));
  }
  for (const p of platforms) {
    const recordHash = hash(p);
    const hashed = hash([recordHash, hashOfOperator.get(p.operator) ?? null]);
    take("platforms", p, { recordHash, hashed }, () => platformRows(p, byId.get(p.operator), DATABASE));
  }
  for (const table of RECORD_TABLES)
    for (const [id, { revision }] of before[table])
      if (keys === undefined || keys.has(`${table}/${id}`)) close[table].push(revision);
  return { write, close, hashes };
}

/** Statements that move the pointer, to be run in one transaction. */
const showing = (publication: number): SQL[] => [
  sql`update publications set replaced = ${NOW} where id = (select publication from pointer where id = 1) and id <> ${publication}`,
  sql`update publications set replaced = null where id = ${publication}`,
  sql`insert into pointer (id, publication, previous) values (1, ${publication}, null) on conflict (id) do update set previous = case when pointer.publication = excluded.publication then pointer.previous else pointer.publication end, publication = excluded.publication`,
];

/**
 * Compares the records in a publication with those that were to be published.
 * @throws {DatabaseError} if one is missing, another or too much
 */
async function checkRecords(
  db: Database,
  publication: number,
  input: PublishInput,
  hashes: Changes["hashes"],
): Promise<void> {
  for (const table of RECORD_TABLES) {
    const rows = await db.all<{ id: string; hash: string }>(
      sql`select id, hash from ${sql.raw(table)} where since <= ${publication} and until > ${publication}`,
    );
    const found = new Map(rows.map((r) => [r.id, r.hash]));
    const wrong = input[table].find(
      ({ id }) => !found.has(id) || found.get(id) !== (hashes.get(`${table}/${id}`) ?? found.get(id)),
    );
    if (wrong || rows.length !== input[table].length)
      throw new DatabaseError(
        `The database holds ${rows.length} of ${input[table].length} ${table}${wrong ? `; ${wrong.id} is missing or another` : ""}. Nothing of this publication is shown; publish again.`,
      );
  }
}

interface Last {
  id: number;
  version: string;
  digest: string;
}

/** The last publication that was completed. */
export const lastPublication = async (db: Database): Promise<Last | undefined> =>
  (
    await db.all<Last>(
      sql`select id, version, digest from publications where complete = 1 order by id desc limit 1`,
    )
  )[0];

/** Whether a publication is this state of the dataset. */
export const isState = (last: Last | undefined, { digest, version }: PublishInput["release"]): boolean =>
  last?.digest === digest && last.version === version;

/** {@link publish}, for a writer that has the lease. */
export async function publishState(
  writer: Writer,
  input: PublishInput,
  {
    hash,
    show = true,
    onProgress = () => {},
    beforeComplete = async () => {},
    retention = RETENTION,
  }: PublishOptions,
): Promise<Published> {
  const { db } = writer;
  const last = await lastPublication(db);
  const base = last?.id ?? 0;
  await undoUnfinished(writer, base);
  if (isState(last, input.release)) {
    await beforeComplete(base);
    if (show) await writer.run(...showing(base));
    return { publication: base, changed: false, records: 0, rows: 0 };
  }
  const publication = base + 1;
  const { version, digest, date } = input.release;
  const { write, close, hashes } = await changesAgainst(db, input, hash, last?.digest);
  await writer.run(
    sql`insert into publications (id, version, digest, date, complete, edition) values (${publication}, ${version}, ${digest}, ${date}, 0, ${EDITION})`,
  );
  const written = await writeRevisions(writer, write, { since: publication, onProgress });
  // Readers of publications up to `base` still see these: `until` is the first publication without them.
  const closing = (table: string, revisions: readonly number[]): SQL =>
    sql`update ${sql.raw(table)} set until = ${publication} where revision in (select value from json_each(${JSON.stringify(revisions)}))`;
  await writer.run(
    ...RECORD_TABLES.map((table) => closing(table, close[table])),
    ...ANSWER_TABLES.map((table) => closing(table, close.platforms)),
  );
  await written.check();
  await checkRecords(db, publication, input, hashes);
  await writePeople(writer, publication);
  await writeNetCounts(writer, publication);
  await writeListCounts(writer, publication, {
    first: write[0]?.revision ?? 0,
    last: write.at(-1)?.revision ?? 0,
    closed: close.platforms,
  });
  await beforeComplete(publication);
  await writePlatformDays(writer, publication, close.platforms);
  await writer.run(
    sql`update publications set complete = 1, platforms = ${input.platforms.length} where id = ${publication}`,
    ...(show ? showing(publication) : []),
  );
  await sweep(writer, retention);
  return { publication, changed: true, records: write.length, rows: written.rows };
}

/**
 * Publishes a dataset: adds the records that changed since the last publication, checks what was
 * written, then moves the pointer in one statement. Readers see either the old dataset or the new one.
 * Publishing the same dataset again changes nothing. Released publications remain and can be requested;
 * the previous publication remains for {@link rollback}. If another process is publishing, this one waits.
 * @throws {DatabaseError} if the database does not hold what was written, or another writer took over
 */
export const publish = (db: Database, input: PublishInput, options: PublishOptions): Promise<Published> =>
  withLease(db, (writer) => publishState(writer, input, options), options.lease);

/**
 * Moves the pointer back to the publication before the current one.
 * @returns the publication that readers now see; undefined if there is no previous one
 */
export const rollback = (db: Database, lease?: LeaseOptions): Promise<number | undefined> =>
  withLease(
    db,
    async (writer) => {
      const now = await pointerOf(db);
      if (!now || now.previous === null) return undefined;
      await writer.run(...showing(now.previous));
      return now.previous;
    },
    lease,
  );
