import { type SQL, sql } from "drizzle-orm";
import { type Database, DatabaseError, messagesOf, type NewRows } from "./database.ts";

/*
 * One writer at a time, on every engine. The table `writer` has one row: who writes, a random token, and
 * when the lease ends. Each write is a transaction that first renews the lease, which fails for a writer
 * whose token is no longer there; so what a writer does after it has lost the lease has no effect.
 *
 * Times are those of the database, so that the clocks of two writers do not matter.
 */

/** How long a writer keeps the lease without writing, in seconds. A writer that was killed delays the next one by this. */
export const LEASE_SECONDS = 60;

/** How long to wait for another writer before giving up, in milliseconds. */
const PATIENCE = 600_000;

/** How often a waiting writer looks, in milliseconds. */
const POLL = 250;

/** Seconds since 1970, by the clock of the database. */
export const NOW = sql.raw("cast(strftime('%s', 'now') as integer)");

export interface LeaseOptions {
  /** Who writes, as others report it. */
  owner?: string;
  /** Default: {@link LEASE_SECONDS}. */
  seconds?: number;
  /** Called once if another writer has to be waited for. */
  onWait?: (owner: string) => void;
}

/** The table is not in a migration: migrating is writing, and needs the lease. */
const CREATE = sql`create table if not exists writer (id integer primary key, owner text not null, token text not null, expires integer not null)`;

const lost = (): DatabaseError =>
  new DatabaseError(
    "Another writer took over the database because this one had not written for too long. Nothing of this publication is shown; publish again.",
  );

/** A writer that holds the lease. */
export class Writer {
  /** For reading. */
  readonly db: Database;
  readonly #token: string;
  readonly #seconds: number;

  constructor(db: Database, token: string, seconds: number) {
    this.db = db;
    this.#token = token;
    this.#seconds = seconds;
  }

  /**
   * Runs statements in one transaction.
   * @throws {DatabaseError} if the lease was lost; then nothing is written
   */
  run(...statements: SQL[]): Promise<void> {
    const { db } = this;
    return this.#holding((renew) => db.batch([db.run(renew), ...statements.map((s) => db.run(s))]));
  }

  /**
   * Inserts rows in one transaction.
   * @param otherwise the statements for engines that cannot bind so many values
   * @throws {DatabaseError} if the lease was lost; then nothing is written
   */
  insert(tables: readonly NewRows[], otherwise: () => SQL[]): Promise<void> {
    const { insertBound } = this.db;
    return insertBound ? this.#holding((renew) => insertBound(renew, tables)) : this.run(...otherwise());
  }

  async #holding(write: (renew: SQL) => Promise<unknown>): Promise<void> {
    // `expires` must not be null, so this fails for any other token and undoes the transaction.
    const renew = sql`update writer set expires = case when token = ${this.#token} then ${NOW} + ${this.#seconds} else null end where id = 1`;
    try {
      await write(renew);
    } catch (error) {
      throw /writer\.expires/.test(messagesOf(error)) ? lost() : error;
    }
  }
}

/** Tries to take the lease. @returns who has it otherwise */
async function take(
  db: Database,
  { owner, token, seconds }: { owner: string; token: string; seconds: number },
): Promise<string | undefined> {
  // A lease that ends later than any that could be taken now is from before the clock was set back.
  await db.run(
    sql`insert into writer (id, owner, token, expires) values (1, ${owner}, ${token}, ${NOW} + ${seconds}) on conflict (id) do update set owner = excluded.owner, token = excluded.token, expires = excluded.expires where writer.expires <= ${NOW} or writer.expires > ${NOW} + ${Math.max(seconds, LEASE_SECONDS)}`,
  );
  const [now] = await db.all<{ owner: string; token: string }>(
    sql`select owner, token from writer where id = 1`,
  );
  return now?.token === token ? undefined : (now?.owner ?? "");
}

/**
 * Waits until no one else writes, then writes.
 * @throws {DatabaseError} if another writer does not end, or took over
 */
export async function withLease<T>(
  db: Database,
  write: (writer: Writer) => Promise<T>,
  { owner = "another process", seconds = LEASE_SECONDS, onWait = () => {} }: LeaseOptions = {},
): Promise<T> {
  const token = crypto.randomUUID();
  const begin = performance.now();
  await db.run(CREATE);
  for (let waiting = false; ; waiting = true) {
    const other = await take(db, { owner, token, seconds });
    if (other === undefined) break;
    if (!waiting) onWait(other);
    if (performance.now() - begin > PATIENCE)
      throw new DatabaseError(
        `Another writer (${other}) has not ended for ten minutes. Publish again later.`,
      );
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
  try {
    return await write(new Writer(db, token, seconds));
  } finally {
    // If this fails too, the lease ends by itself; the first error is the one to report.
    await Promise.resolve(
      db.run(sql`update writer set owner = '', token = '', expires = 0 where token = ${token}`),
    ).catch(() => {});
  }
}
