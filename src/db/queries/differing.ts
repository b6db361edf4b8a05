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

/** Records that differ between publications `a` and `b`. */
export async function differingRecords(db: Database, a: number, b: number): Promise<DifferingRecord[]> {
  const found: DifferingRecord[] = [];
  for (const table of ["operators", "platforms"] as const) {
    const name = sql.raw(table);
    // Only revisions that are in one of the two and not in the other.
    const only = (at: number, other: number) =>
      sql`select r.id, r.record from ${name} r where ${isIn("r", at)} and not (${isIn("r", other)})`;
    const before = new Map(
      (await db.all<{ id: string; record: string }>(only(a, b))).map((r) => [r.id, jsonOf(r.record)]),
    );
    const after = new Map(
      (await db.all<{ id: string; record: string }>(only(b, a))).map((r) => [r.id, jsonOf(r.record)]),
    );
    for (const id of [...new Set([...before.keys(), ...after.keys()])].sort())
      if (before.get(id) !== after.get(id))
        found.push({ record: `${table}/${id}`, before: before.get(id), after: after.get(id) });
  }
  return found;
}
