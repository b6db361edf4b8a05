import type { AnyD1Database } from "drizzle-orm/d1";
import { readD1 } from "../../db/d1.ts";
import { DatabaseError } from "../../db/reading.ts";
import { type Bindings, workerOn } from "./worker.ts";

/* The Worker with D1: wrangler.toml deploys it. */
interface Env extends Bindings {
  DB?: AnyD1Database;
}

export default workerOn(({ DB }: Env) => {
  if (DB) return readD1(DB, "replicas");
  throw new DatabaseError("No database is bound: bind D1 as DB (docs/deploy.md).");
});
