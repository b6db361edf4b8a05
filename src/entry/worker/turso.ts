import { createClient } from "@libsql/client/http";
import { readLibsql } from "../../db/read.ts";
import { DatabaseError } from "../../db/reading.ts";
import { type Bindings, workerOn } from "./worker.ts";

/* The Worker with Turso, apart from the one with D1, whose script need not have Turso's client. */
interface Env extends Bindings {
  TURSO_DATABASE_URL?: string;
  TURSO_AUTH_TOKEN?: string;
}

export default workerOn(({ TURSO_DATABASE_URL: url, TURSO_AUTH_TOKEN: authToken }: Env) => {
  if (!url) throw new DatabaseError("No database is named: set TURSO_DATABASE_URL (docs/deploy.md).");
  const client = createClient({ url, ...(authToken ? { authToken } : {}) });
  return { read: readLibsql(client) };
});
