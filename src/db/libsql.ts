import type { Client, Config } from "@libsql/client";
import { migrate } from "drizzle-orm/libsql/migrator";
import { drizzle } from "drizzle-orm/libsql/sqlite3";
import { type Database, DatabaseError, messagesOf } from "./database.ts";
import { type LeaseOptions, withLease } from "./lease.ts";
import { readLibsql } from "./read.ts";

/** The folder of the migrations, for engines that apply them from files. */
export const MIGRATIONS = new URL("./migrations", import.meta.url).pathname;

/** An open libSQL database. */
export interface LibsqlDatabase {
  db: Database;
  close(): void;
}

/** How long a statement waits for another process's, in milliseconds. */
const BUSY = 5000;

const cannotOpen = (url: string, error: unknown): DatabaseError =>
  error instanceof DatabaseError
    ? error
    : new DatabaseError(
        `The database ${url} cannot be opened: ${messagesOf(error)}.${url.startsWith("file:") ? "" : " Check its address and TURSO_AUTH_TOKEN."}`,
      );

/** A client for files, or one with everything that Turso needs too; only that one is loaded. */
const createClient = async (config: Config): Promise<Client> =>
  (
    await (config.url.startsWith("file:") ? import("@libsql/client/sqlite3") : import("@libsql/client"))
  ).createClient(config);

/**
 * Connects to a libSQL database for reading.
 * @param url `file:…` (embedded) or `libsql://…` (Turso)
 * @throws {DatabaseError} if it is not a database or cannot be reached
 */
export async function connectLibsql(
  url: string,
  authToken?: string,
): Promise<LibsqlDatabase & { client: Client }> {
  let client: Client | undefined;
  try {
    client = await createClient({
      url,
      ...(authToken ? { authToken } : {}),
      // Of an embedded database one connection is enough: its statements do not wait for anything.
      ...(url.startsWith("file:") ? { concurrency: 1, timeout: BUSY } : {}),
    });
    await client.execute("select count(*) from sqlite_master");
    const opened = client;
    return {
      client,
      db: Object.assign(drizzle(client), { read: readLibsql(client) }),
      close: () => opened.close(),
    };
  } catch (error) {
    client?.close();
    throw cannotOpen(url, error);
  }
}

export interface OpenOptions {
  authToken?: string | undefined;
  lease?: LeaseOptions;
  /**
   * Of a file: whether other processes can have it open too. A file of one's own is written faster, but only
   * what is written to the disk afterwards is safe.
   */
  shared?: boolean;
}

/**
 * Opens a libSQL database for writing, and applies the migrations that it lacks.
 * @throws {DatabaseError} if it is not a database or cannot be reached
 */
export async function openLibsql(
  url: string,
  { authToken, lease, shared = true }: OpenOptions = {},
): Promise<LibsqlDatabase> {
  const { client, db, close } = await connectLibsql(url, authToken);
  try {
    if (url.startsWith("file:"))
      await client.executeMultiple(
        shared
          ? "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
          : "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;",
      );
    await withLease(db, () => migrate(drizzle(client), { migrationsFolder: MIGRATIONS }), lease);
    if (shared || !url.startsWith("file:")) return { db, close };
    const { openBulk } = await import("./bulk.ts");
    const bulk = await openBulk(url.slice("file:".length));
    return {
      db: Object.assign(db, { insertBound: bulk.insertBound }),
      close() {
        bulk.close();
        close();
      },
    };
  } catch (error) {
    close();
    throw cannotOpen(url, error);
  }
}
