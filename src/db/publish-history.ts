import { type SQL, sql } from "drizzle-orm";
import type { DescribedChange } from "../history/describe.ts";
import { type WatchState, watchedThrough } from "../model/index.ts";
import type { Database } from "./database.ts";
import { EDITION } from "./edition.ts";
import { type HashRecord, type Progress, type Published, type PublishInput, publish } from "./publish.ts";
import { TABLES } from "./tables.ts";

/** A release to publish: its dataset and its ledger. */
export interface PublishRelease extends PublishInput {
  ledger: {
    previous: { version: string } | null;
    notes: unknown;
    digest: string;
    records: Readonly<Record<string, string>>;
  };
  changes(): readonly DescribedChange[];
}

/** Every release in order, and the current records. */
export interface PublishHistory {
  head: PublishInput;
  ledgers: readonly { version: string; digest: string }[];
  /** The watch's last report. */
  watch?: WatchState | undefined;
  /** The releases in order, except those named. */
  states(skip?: ReadonlySet<string>): Iterable<PublishRelease>;
}

/** The region of changes that are about all regions. */
export const EVERYWHERE = "*";

/** Rows per statement, bound as one JSON string. */
const BATCH = 200;

/** `insert … select` of rows in one JSON string. */
const insertRows = (table: SQL, rows: readonly (readonly unknown[])[]): SQL =>
  sql`insert into ${table} select ${sql.join(
    (rows[0] ?? []).map((_, c) => sql.raw(`json_extract(value, '$[${c}]')`)),
    sql`, `,
  )} from json_each(${JSON.stringify(rows)})`;

const changeRow = (
  id: number,
  publication: number,
  { version, date }: PublishInput["release"],
  c: DescribedChange,
): unknown[] => [
  id,
  publication,
  version,
  date,
  c.record,
  c.platform,
  c.operator,
  c.category,
  c.name,
  c.class,
  c.path,
  c.purpose,
  c.regions === null ? null : JSON.stringify(c.regions),
  c.summary,
  // A new record is not copied: it is in its table.
  JSON.stringify(
    c.path === "" ? { renamedFrom: c.renamedFrom } : { before: c.before, after: c.after, order: c.order },
  ),
];

async function writeLedger(
  db: Database,
  publication: number,
  { release, ledger, changes }: PublishRelease,
): Promise<void> {
  const { version, date } = release;
  const described = changes();
  // An interrupted publishing may have left rows with this number.
  await db.run(
    sql`delete from change_regions where change in (select id from changes where publication = ${publication})`,
  );
  await db.run(sql`delete from changes where publication = ${publication}`);
  const [last] = await db.all<{ id: number | null }>(sql`select max(id) as id from changes`);
  const first = (last?.id ?? 0) + 1;
  for (let at = 0; at < described.length; at += BATCH) {
    const batch = described.slice(at, at + BATCH).map((change, i) => ({ id: first + at + i, change }));
    const names = sql`changes (id, publication, version, date, record, platform, operator, category, name, class, path, purpose, regions, summary, change)`;
    await db.run(
      insertRows(
        names,
        batch.map(({ id, change }) => changeRow(id, publication, release, change)),
      ),
    );
    const places = batch.flatMap(({ id, change }) =>
      (change.regions ?? [EVERYWHERE]).map((region) => [region, id]),
    );
    await db.run(insertRows(sql`change_regions (region, change)`, places));
  }
  await db.run(
    sql`insert or replace into releases (publication, version, date, previous, notes, digest, record_count, change_count) values (${publication}, ${version}, ${date}, ${ledger.previous?.version ?? null}, ${JSON.stringify(ledger.notes)}, ${ledger.digest}, ${Object.keys(ledger.records).length}, ${described.length})`,
  );
}

/** Tables that are not about single revisions. */
const OTHER_TABLES = [
  "platform_search",
  "publications",
  "releases",
  "changes",
  "change_regions",
  "review_states",
];

/**
 * Has a database other releases than the history, or in another order? So has one that was published from a
 * branch whose releases were cut again later. More or fewer releases at the end are the same history.
 */
async function hasOtherReleases(db: Database, { ledgers }: PublishHistory): Promise<boolean> {
  const there = await db.all<{ digest: string }>(
    sql`select r.digest from publications x join releases r on r.publication = x.id where x.complete = 1 order by r.publication`,
  );
  return there.some(({ digest }, i) => i < ledgers.length && digest !== ledgers[i]?.digest);
}

/**
 * Empties a database whose rows are of another edition or another history: all of it is rebuilt from the
 * ledgers, whose records are migrated when they are read. Until then readers see that nothing is published.
 */
async function emptyIfOther(db: Database, history: PublishHistory): Promise<void> {
  const others = await db.all(sql`select id from publications where edition <> ${EDITION} limit 1`);
  if (others.length === 0 && !(await hasOtherReleases(db, history))) return;
  for (const name of ["pointer", ...TABLES.map((t) => t.name), ...OTHER_TABLES])
    await db.run(sql`delete from ${sql.identifier(name)}`);
}

/** Publishes every release that the database does not have yet, then the current records, which readers then see. */
export async function publishHistory(
  db: Database,
  history: PublishHistory,
  options: { hash: HashRecord; onProgress?: Progress },
): Promise<Published> {
  await emptyIfOther(db, history);
  const known = new Set(
    (
      await db.all<{ version: string }>(
        sql`select x.version from publications x join releases r on r.publication = x.id where x.complete = 1`,
      )
    ).map((r) => r.version),
  );
  const written = { changed: false, records: 0, rows: 0 };
  const count = (p: Published): Published => {
    written.changed ||= p.changed;
    written.records += p.records;
    written.rows += p.rows;
    return p;
  };
  if (history.ledgers.some((l) => !known.has(l.version)))
    for (const state of history.states(known)) {
      const { publication } = count(await publish(db, state, { ...options, show: false }));
      await writeLedger(db, publication, state);
    }
  const { publication } = count(await publish(db, history.head, options));
  await publishReviews(db, history.watch, options.hash);
  return { publication, ...written };
}

/** Adds the watch's last report, moves the pointer to it, and deletes the previous one. */
async function publishReviews(db: Database, watch: WatchState | undefined, hash: HashRecord): Promise<void> {
  const reviews = watch ? hash(watch) : "";
  const [now] = await db.all<{ reviews: string }>(sql`select reviews from pointer where id = 1`);
  if (now?.reviews === reviews) return;
  const rows = Object.entries(watch?.records ?? {}).map(([key, { state, since, sources }]) => [
    reviews,
    key.slice("platforms/".length),
    state,
    since,
    JSON.stringify(sources),
    watchedThrough(watch as WatchState, key),
  ]);
  await db.run(sql`delete from review_states where reviews = ${reviews}`);
  if (rows.length > 0)
    await db.run(insertRows(sql`review_states (reviews, platform, state, since, sources, through)`, rows));
  await db.run(sql`update pointer set reviews = ${reviews} where id = 1`);
  await db.run(sql`delete from review_states where reviews <> ${reviews}`);
}
