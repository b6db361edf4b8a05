import { type SQL, sql } from "drizzle-orm";
import type { Writer } from "./lease.ts";
import { addedIn, changedIn } from "./queries/dates.ts";
import { isIn } from "./queries/sql.ts";
import { OPEN } from "./schema.ts";

/*
 * The days of the first release with a platform and of the last that changed it, in an order in which lists read
 * them. They are not part of revisions: a record that is already published can come into a release later.
 */

/**
 * Writes the days that a publication changes: after its ledger, if it is a release.
 * @param closed revisions that it no longer has
 */
export async function writePlatformDays(
  writer: Writer,
  publication: number,
  closed: readonly number[],
): Promise<void> {
  const candidates = sql`p.since = ${publication} or p.id in (select d.platform from changes d where d.publication = ${publication})`;
  const days = sql`select p.id, coalesce(${addedIn(sql`p.id`, publication)}, '') as added, coalesce(${changedIn(sql`p.id`, publication)}, '') as changed from platforms p where ${isIn("p", publication)} and (${candidates})`;
  const same = sql`select 1 from platform_days d where d.platform = x.id and d.until = ${OPEN} and +d.added = x.added and +d.changed = x.changed`;
  const gone = sql`select q.id from platforms q where q.revision in (select value from json_each(${JSON.stringify(closed)})) and not exists (select 1 from platforms r where r.id = q.id and ${isIn("r", publication)})`;
  await writer.run(
    sql`insert into platform_days (platform, since, until, added, changed) select x.id, ${publication}, ${OPEN}, x.added, x.changed from (${days}) x where not exists (${same})`,
    sql`update platform_days set until = ${publication} where until = ${OPEN} and since < ${publication} and (platform in (select d.platform from platform_days d where d.since = ${publication}) or platform in (${gone}))`,
  );
}

/** Statements that undo what publications after `base` have written. */
export const undonePlatformDays = (base: number): SQL[] => [
  sql`delete from platform_days where since > ${base}`,
  sql`update platform_days set until = ${OPEN} where until > ${base} and until < ${OPEN}`,
];

/** Deletes the days that are in no publication. */
export const sweptPlatformDays = (): SQL =>
  sql`delete from platform_days where until < ${OPEN} and not exists (select 1 from publications x where x.id >= platform_days.since and x.id < platform_days.until)`;
