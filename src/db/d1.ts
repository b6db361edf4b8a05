import type { SQL } from "drizzle-orm";
import type { AnyD1Database } from "drizzle-orm/d1";
import { trusted } from "../text/trusted.ts";
import type { Read, Reader } from "./database.ts";
import { written } from "./read.ts";

interface Prepared {
  all(): Promise<{ results: object[] }>;
}

/** What runs statements: the binding itself, on the primary database, or a session. */
interface Runner {
  prepare(sql: string): { bind(...values: unknown[]): Prepared };
  batch(statements: Prepared[]): Promise<{ results: object[] }[]>;
}

interface Session extends Runner {
  getBookmark(): string | null;
}

/** As much of D1 as transactions and reading need. */
export interface Binding extends Runner {
  withSession(bookmarkOrConstraint: string): Session;
}

type ReadRows = (statements: readonly SQL[]) => Promise<object[][]>;

async function rowsFrom(runner: Runner, statements: readonly SQL[]): Promise<object[][]> {
  const [only, ...more] = statements.map((statement) => {
    const { sql, args } = written(statement);
    return runner.prepare(sql).bind(...args);
  });
  if (only === undefined) return [];
  const sets = more.length === 0 ? [await only.all()] : await runner.batch([only, ...more]);
  return sets.map(({ results }) => results);
}

/**
 * Reads from any replica that has at least the state of every earlier read: what the pointer named is there, also
 * when it is remembered for the next request. Bookmarks sort by time (https://developers.cloudflare.com/d1/reference/glossary/).
 */
function readReplicas(d1: Binding): ReadRows {
  let seen = "";
  return async (statements) => {
    const session = d1.withSession(seen === "" ? "first-unconstrained" : seen);
    const rows = await rowsFrom(session, statements);
    const bookmark = session.getBookmark() ?? "";
    if (bookmark > seen) seen = bookmark;
    return rows;
  };
}

/**
 * A Cloudflare D1 binding, for reading.
 * @param from what it reads: the primary database, as writers need it, or any replica
 */
export function readD1(binding: AnyD1Database, from: "primary" | "replicas"): Reader {
  const d1 = trusted<Binding>(binding);
  const read: ReadRows = from === "replicas" ? readReplicas(d1) : (statements) => rowsFrom(d1, statements);
  return { read: trusted<Read>(read) };
}
