import type { SQL } from "drizzle-orm";
import { type AnyD1Database, drizzle } from "drizzle-orm/d1";
import type { SQLiteRaw } from "drizzle-orm/sqlite-core/query-builders/raw";
import { trusted } from "../text/trusted.ts";
import type { Database, Read } from "./database.ts";
import { written } from "./read.ts";

interface Prepared {
  all(): Promise<{ results: object[] }>;
}

/** As much of D1 as transactions and reading need. */
interface Binding {
  prepare(sql: string): { bind(...values: unknown[]): Prepared };
  batch(statements: Prepared[]): Promise<{ results: object[] }[]>;
}

/** A Cloudflare D1 binding, through Drizzle. */
export function openD1(binding: AnyD1Database): Database {
  const d1 = trusted<Binding>(binding);
  const prepared = (statement: SQL): Prepared => {
    const { sql, args } = written(statement);
    return d1.prepare(sql).bind(...args);
  };
  const read = async (statements: readonly SQL[]): Promise<object[][]> => {
    const [only, ...more] = statements.map(prepared);
    if (only === undefined) return [];
    const sets = more.length === 0 ? [await only.all()] : await d1.batch([only, ...more]);
    return sets.map(({ results }) => results);
  };
  return Object.assign(drizzle(binding), {
    // Drizzle's own (0.45) fails for statements with values that are not made by its query builder.
    batch: (statements: readonly SQLiteRaw<unknown>[]) =>
      d1.batch(
        statements.map((statement) => {
          const { sql, params } = statement.getQuery();
          return d1.prepare(sql).bind(...params);
        }),
      ),
    read: trusted<Read>(read),
  });
}
