import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { jsonOf } from "../record.ts";
import { isIn } from "./sql.ts";

/** A record that differs between two publications: its content in each; undefined where it did not exist. */
export interface DifferingRecord {
  /** `platforms/<id>` or `operators/<id>`. */
  record: string;
  before: string | undefined;
  after: string | undefined;
}

const TABLES = ["operators", "platforms"] as const;

type Row = { id: string; record: string };

/** Records that differ between publications `a` and `b`. */
export async function differingRecords(db: Database, a: number, b: number): Promise<DifferingRecord[]> {
  // Only revisions that are in one of the two and not in the other.
  const only = (table: string, at: number, other: number) =>
    sql`select r.id, r.record from ${sql.raw(table)} r where ${isIn("r", at)} and not (${isIn("r", other)})`;
  const sides = await db.read<Row[]>(TABLES.flatMap((table) => [only(table, a, b), only(table, b, a)]));
  return TABLES.flatMap((table, i) => {
    const [before = new Map<string, string>(), after = new Map<string, string>()] = sides
      .slice(2 * i, 2 * i + 2)
      .map((rows) => new Map(rows.map((r) => [r.id, jsonOf(r.record)])));
    return [...new Set([...before.keys(), ...after.keys()])]
      .sort()
      .filter((id) => before.get(id) !== after.get(id))
      .map((id) => ({ record: `${table}/${id}`, before: before.get(id), after: after.get(id) }));
  });
}
