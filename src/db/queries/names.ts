import { type SQL, sql } from "drizzle-orm";
import type { Named } from "../../model/index.ts";
import type { Reader } from "../database.ts";
import { isIn } from "./sql.ts";

/** The kinds of records. */
export type RecordKind = "platform" | "operator";

/** A release that has a record. */
export interface RecordedIn {
  publication: number;
  version: string;
}

/** A row of {@link namesQuery}. */
export interface NameRow {
  id: string;
  name: string;
  aliases: string | null;
}

/** What all records of a kind can be found by, in the order of their ids. @param publication its number, or a query for it */
export const namesQuery = (publication: number | SQL, kind: RecordKind): SQL =>
  kind === "platform"
    ? sql`select p.id, p.name, (select json_group_array(a.alias) from aliases a where a.revision = p.revision) as aliases from platforms p where ${isIn("p", publication)} order by p.id`
    : sql`select o.id, o.name, o.former as aliases from operators o where ${isIn("o", publication)} order by o.id`;

/** The names in rows of {@link namesQuery}. */
export const namesIn = (rows: readonly NameRow[]): Named[] =>
  rows.map(({ id, name, aliases }) => ({
    id,
    name,
    aliases: aliases === null ? [] : (JSON.parse(aliases) as string[]),
  }));

/** The first and the last release that has a record; undefined where none has. */
export async function recordedIn(
  db: Reader,
  kind: RecordKind,
  id: string,
): Promise<{ first: RecordedIn | undefined; last: RecordedIn | undefined }> {
  const table = sql.raw(`${kind}s`);
  const [rows] = await db.read<[RecordedIn]>([
    sql`select x.publication, x.version from ${table} p join releases x on p.since <= x.publication and x.publication < p.until where p.id = ${id} order by x.publication`,
  ]);
  return { first: rows[0], last: rows.at(-1) };
}
