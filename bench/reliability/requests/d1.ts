import type { DrizzleD1Database } from "drizzle-orm/d1";
import { migrate } from "drizzle-orm/d1/migrator";
import { getPlatformProxy } from "wrangler";
import { openD1 } from "../../../src/db/d1.ts";
import { publishHistory } from "../../../src/db/index.ts";
import { MIGRATIONS } from "../../../src/db/libsql.ts";
import { publishDownloads, type WritableBucket } from "../../../src/entry/downloads/publish.ts";
import { loadHistory } from "../../../src/history/history.ts";
import { hashOf } from "../../../src/records/load.ts";
import { trusted } from "../../../src/text/trusted.ts";

/* Publishes into a local D1 and R2 in a folder: `d1.ts <folder> <data>`. */
const [path = "", data = ""] = process.argv.slice(2);
const { env, dispose } = await getPlatformProxy<{
  DB: Parameters<typeof openD1>[0];
  DOWNLOADS: WritableBucket;
}>({ persist: { path } });
const db = openD1(env.DB);
await migrate(trusted<DrizzleD1Database>(db), { migrationsFolder: MIGRATIONS });
const history = loadHistory(data);
await publishDownloads(env.DOWNLOADS, history, process.env["PUBLIC_URL"]);
await publishHistory(db, history, { hash: hashOf });
await dispose();
