import { type AnyD1Database, drizzle } from "drizzle-orm/d1";
import type { SQLiteRaw } from "drizzle-orm/sqlite-core/query-builders/raw";
import { trusted } from "../text/trusted.ts";
import { type Binding, readD1 } from "./d1.ts";
import type { Database } from "./database.ts";

/** A Cloudflare D1 binding, through Drizzle, for publishing: it also reads the primary database. */
export function openD1(binding: AnyD1Database): Database {
  const d1 = trusted<Binding>(binding);
  return Object.assign(drizzle(binding), readD1(binding, "primary"), {
    // Drizzle's own (0.45) fails for statements with values that are not made by its query builder.
    batch: (statements: readonly SQLiteRaw<unknown>[]) =>
      d1.batch(
        statements.map((statement) => {
          const { sql, params } = statement.getQuery();
          return d1.prepare(sql).bind(...params);
        }),
      ),
  });
}
