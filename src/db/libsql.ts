import { createClient } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { migrate } from "drizzle-orm/libsql/migrator";
import { type Database, DatabaseError } from "./database.ts";

/** The folder of the migrations, for engines that apply them from files. */
export const MIGRATIONS = new URL("./migrations", import.meta.url).pathname;

/** An open libSQL database. */
export interface LibsqlDatabase {
  db: Database;
  close(): void;
}

/**
 * Opens a libSQL database and applies the migrations that it lacks.
 * @param url `file:…` (embedded) or `libsql://…` (Turso)
 * @throws {DatabaseError} if it is not a database or cannot be reached
 */
export async function openLibsql(url: string, authToken?: string): Promise<LibsqlDatabase> {
  const embedded = url.startsWith("file:");
  try {
    const client = createClient({ url, ...(authToken ? { authToken } : {}) });
    if (embedded)
      await client.executeMultiple(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;",
      );
    const db = drizzle(client);
    await migrate(db, { migrationsFolder: MIGRATIONS });
    return { db, close: () => client.close() };
  } catch (error) {
    const cause =
      error instanceof Error
        ? error.cause instanceof Error
          ? error.cause.message
          : error.message
        : String(error);
    throw new DatabaseError(
      `The database ${url} cannot be opened: ${cause}.${embedded ? " It is built from data/: delete the file and it will be rebuilt." : " Check its address and TURSO_AUTH_TOKEN."}`,
    );
  }
}
