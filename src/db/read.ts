import type { Client } from "@libsql/client";
import type { SQL } from "drizzle-orm";
import { trusted } from "../text/trusted.ts";
import type { Read } from "./database.ts";

/**
 * How SQLite writes names and values. Not Drizzle's own dialect, with which everything that Drizzle can write would
 * be part of what only reads. Queries here name columns as text, so that `casing`, for columns of Drizzle's tables,
 * is not needed.
 */
const SQLITE = trusted<Parameters<SQL["toQuery"]>[0]>({
  escapeName: (name: string) => `"${name.replaceAll('"', '""')}"`,
  escapeParam: () => "?",
  escapeString: (text: string) => `'${text.replaceAll("'", "''")}'`,
});

/** A statement as the engines' own clients take it. */
export function written(statement: SQL): { sql: string; args: unknown[] } {
  const { sql, params } = statement.toQuery(SQLITE);
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
