import { sql } from "drizzle-orm";
import type { DescribedChange } from "../history/describe.ts";
import { type WatchState, watchedThrough } from "../model/index.ts";
import type { Database } from "./database.ts";
import { hasOtherEdition } from "./editions.ts";
import { type LeaseOptions, NOW, type Writer, withLease } from "./lease.ts";
import {
  type HashRecord,
  isState,
  lastPublication,
  ledgerDeletions,
  type Progress,
  type Published,
  type PublishInput,
  publishState,
  RETENTION,
} from "./publish.ts";
import { EVERYWHERE } from "./segments.ts";
import { STORED } from "./stored.ts";
import { writeRows } from "./write-rows.ts";

/** A release to publish: its dataset and its ledger. */
export interface PublishRelease extends PublishInput {
  ledger: {
    previous: { version: string } | null;
    notes: unknown;
    agreement?: unknown;
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

/** The columns of `changes`, in the order of {@link changeRow}. */
const CHANGE_COLUMNS =
  "id publication version date record platform operator category name class path purpose regions summary change".split(
    " ",
  );

const REVIEW_COLUMNS = ["reviews", "platform", "state", "since", "sources", "through"];

/** Writes a release's ledger: all but the release's own row, with which readers see it. */
async function writeLedger(
  writer: Writer,
  publication: number,
  { release, ledger, changes }: PublishRelease,
): Promise<void> {
  const { version, date } = release;
  const described = changes();
  await writer.run(...ledgerDeletions(sql`= ${publication}`));
  const [last] = await writer.db.all<{ id: number | null }>(sql`select max(id) as id from changes`);
  const first = (last?.id ?? 0) + 1;
  const rows = described.map((change, i) => changeRow(first + i, publication, release, change));
  const places = described.flatMap(({ regions }, i) =>
    (regions ?? [EVERYWHERE]).map((region) => [region, first + i]),
  );
  await writeRows(writer, { table: "changes", columns: CHANGE_COLUMNS, key: "id" }, rows);
  await writeRows(writer, { table: "change_regions", columns: ["region", "change"], key: "change" }, places);
  await writer.run(
    sql`insert or replace into releases (publication, version, date, previous, notes, agreement, digest, record_count, change_count) values (${publication}, ${version}, ${date}, ${ledger.previous?.version ?? null}, ${JSON.stringify(ledger.notes)}, ${ledger.agreement ? JSON.stringify(ledger.agreement) : null}, ${ledger.digest}, ${Object.keys(ledger.records).length}, ${described.length})`,
  );
}

/** Tables that are not about single revisions; last the one that says which edition the rows are. */
const OTHER_TABLES = [
  "platform_search",
  "releases",
  "changes",
  "change_regions",
  "net_counts",
  "list_counts",
  "platform_days",
  "divisions",
  "people",
  "review_states",
  "publications",
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

/** Are a database's rows of another edition or another history? */
const isOther = async (db: Database, history: PublishHistory): Promise<boolean> =>
  (await hasOtherEdition(db)) || (await hasOtherReleases(db, history));

/**
 * Empties a database whose rows are of another edition or another history: all of it is rebuilt from the
 * ledgers, whose records are migrated when they are read. Until then readers see that nothing is published.
 */
async function emptyIfOther(writer: Writer, history: PublishHistory): Promise<void> {
  if (!(await isOther(writer.db, history))) return;
  for (const name of ["pointer", ...STORED.map((t) => t.name), ...OTHER_TABLES])
    await writer.run(sql`delete from ${sql.identifier(name)}`);
}

/** The versions that were published with their ledgers. */
const knownVersions = async (db: Database): Promise<Set<string>> =>
  new Set(
    (
      await db.all<{ version: string }>(
        sql`select x.version from publications x join releases r on r.publication = x.id where x.complete = 1`,
      )
    ).map((r) => r.version),
  );

const reviewsOf = (watch: WatchState | undefined, hash: HashRecord): string => (watch ? hash(watch) : "");

/** The publication that readers see, if the database holds this history and nothing is left to write. */
export async function publishedAs(
  db: Database,
  history: PublishHistory,
  hash: HashRecord,
): Promise<number | undefined> {
  if (await isOther(db, history)) return undefined;
  const { head, ledgers, watch } = history;
  const last = await lastPublication(db);
  const [seen] = await db.all<{ publication: number; reviews: string }>(
    sql`select publication, reviews from pointer where id = 1`,
  );
  if (!last || !isState(last, head.release) || seen?.publication !== last.id) return undefined;
  if (seen.reviews !== reviewsOf(watch, hash)) return undefined;
  const known = await knownVersions(db);
  return ledgers.every((l) => known.has(l.version)) ? last.id : undefined;
}

export interface PublishHistoryOptions {
  hash: HashRecord;
  onProgress?: Progress;
  /** As of {@link publish}. */
  retention?: number;
  lease?: LeaseOptions;
}

/**
 * Publishes every release that the database does not have yet, then the current records, which readers
 * then see. If another process is publishing, this one waits. Where there is nothing to publish it writes
 * nothing.
 */
export async function publishHistory(
  db: Database,
  history: PublishHistory,
  options: PublishHistoryOptions,
): Promise<Published> {
  const seen = await publishedAs(db, history, options.hash);
  return seen === undefined
    ? withLease(db, (writer) => writeHistory(writer, history, options), options.lease)
    : { publication: seen, changed: false, records: 0, rows: 0 };
}

async function writeHistory(
  writer: Writer,
  history: PublishHistory,
  options: PublishHistoryOptions,
): Promise<Published> {
  await emptyIfOther(writer, history);
  const known = await knownVersions(writer.db);
  const written = { changed: false, records: 0, rows: 0 };
  const count = (p: Published): Published => {
    written.changed ||= p.changed;
    written.records += p.records;
    written.rows += p.rows;
    return p;
  };
  if (history.ledgers.some((l) => !known.has(l.version)))
    for (const state of history.states(known))
      count(
        await publishState(writer, state, {
          ...options,
          show: false,
          beforeComplete: (publication) => writeLedger(writer, publication, state),
        }),
      );
  const { publication } = count(await publishState(writer, history.head, options));
  await publishReviews(writer, history.watch, options);
  return { publication, ...written };
}

/** Adds the watch's last report, moves the pointer to it, and deletes earlier ones that are no longer read. */
async function publishReviews(
  writer: Writer,
  watch: WatchState | undefined,
  { hash, retention = RETENTION }: PublishHistoryOptions,
): Promise<void> {
  const reviews = reviewsOf(watch, hash);
  const [now] = await writer.db.all<{ reviews: string }>(sql`select reviews from pointer where id = 1`);
  if (now?.reviews === reviews) return;
  const records = Object.entries(watch?.records ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = records.map(([key, { state, since, sources }]) => [
    reviews,
    key.slice("platforms/".length),
    state,
    since,
    JSON.stringify(sources),
    watchedThrough(watch as WatchState, key),
  ]);
  const where = sql`reviews = ${reviews}`;
  const kept = await writer.db.all(sql`select platform from review_states where ${where}`);
  // Kept ones may be being read; those of an interrupted publishing are not.
  if (kept.length !== rows.length) {
    await writer.run(sql`delete from review_states where ${where}`);
    const into = { table: "review_states", columns: REVIEW_COLUMNS, key: "platform", where };
    await writeRows(writer, into, rows);
  }
  await writer.run(
    sql`update review_states set replaced = null where ${where}`,
    sql`update review_states set replaced = ${NOW} where replaced is null and reviews <> ${reviews}`,
    sql`update pointer set reviews = ${reviews} where id = 1`,
    sql`delete from review_states where replaced <= ${NOW} - ${retention}`,
  );
}
