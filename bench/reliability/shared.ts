import { openLibsql } from "../../src/db/libsql.ts";
import { publishHistory } from "../../src/db/publish-history.ts";
import { loadHistory } from "../../src/history/history.ts";
import { hashOf } from "../../src/records/load.ts";
import { asking, fingerprint } from "./service.ts";

/*
 * Publishes into a database that several processes have open, as Turso and D1 are used, and prints the
 * fingerprint of what readers then see: `shared.ts <file> <data>`.
 */
const [file = "", data = ""] = process.argv.slice(2);
const { db, close } = await openLibsql(`file:${file}`);
await publishHistory(db, loadHistory(data), { hash: hashOf });
console.log(await fingerprint(asking(db, 60_000)));
close();
