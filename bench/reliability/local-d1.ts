import type { DrizzleD1Database } from "drizzle-orm/d1";
import { migrate } from "drizzle-orm/d1/migrator";
import { getPlatformProxy } from "wrangler";
import { openD1 } from "../../src/db/d1-writing.ts";
import { type Database, withLease } from "../../src/db/index.ts";
import { MIGRATIONS } from "../../src/db/libsql.ts";
import type { WritableBucket } from "../../src/entry/downloads/publish.ts";
import { trusted } from "../../src/text/trusted.ts";

/** A D1 database and an R2 bucket in a folder, in workerd. */
export interface LocalD1 {
  /** Another handle of the database, as another writer has it. */
  open(): Database;
  bucket: WritableBucket;
  close(): Promise<void>;
}

/** Starts workerd and migrates the database, as `npm run publish -- --to d1` does. */
export async function localD1(path: string): Promise<LocalD1> {
  const { env, dispose } = await getPlatformProxy<{
    DB: Parameters<typeof openD1>[0];
    DOWNLOADS: WritableBucket;
  }>({ persist: { path } });
  const db = openD1(env.DB);
  await withLease(db, () => migrate(trusted<DrizzleD1Database>(db), { migrationsFolder: MIGRATIONS }));
  return { open: () => openD1(env.DB), bucket: env.DOWNLOADS, close: dispose };
}
