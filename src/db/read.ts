import type { Client } from "@libsql/client";
import type { SQL } from "drizzle-orm";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import type { Read } from "./database.ts";

const dialect = new SQLiteAsyncDialect();

/** A statement as the engines' own clients take it. */
export function written(statement: SQL): { sql: string; args: unknown[] } {
  const { sql, params } = dialect.sqlToQuery(statement);
  return { sql, args: params };
}

type Sets = Awaited<ReturnType<Client["batch"]>>;

/** Rows as plain objects. libSQL's own also have their values by position. */
const plain = ({ columns, rows }: Sets[number]): object[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));

/** Reading through libSQL's client, of a file or of Turso. */
export const readLibsql =
  (client: Pick<Client, "batch" | "execute">): Read =>
  async (statements) => {
    const all = statements.map(written) as Parameters<Client["batch"]>[0];
    const [only, ...more] = all;
    if (only === undefined) return [] as never;
    const sets = more.length === 0 ? [await client.execute(only as never)] : await client.batch(all, "read");
    return sets.map(plain) as never;
  };
