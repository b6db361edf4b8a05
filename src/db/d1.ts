import { type AnyD1Database, drizzle } from "drizzle-orm/d1";
import type { SQLiteRaw } from "drizzle-orm/sqlite-core/query-builders/raw";
import { trusted } from "../text/trusted.ts";
import type { Database } from "./database.ts";

/** As much of D1 as a transaction needs. */
interface Batching {
  prepare(sql: string): { bind(...values: unknown[]): unknown };
  batch(statements: unknown[]): Promise<unknown>;
}

/** A Cloudflare D1 binding, through Drizzle. */
export function openD1(binding: AnyD1Database): Database {
  const d1 = trusted<Batching>(binding);
  return Object.assign(drizzle(binding), {
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
