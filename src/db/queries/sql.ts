import { type SQL, sql } from "drizzle-orm";
import type { Audience } from "../../model/index.ts";
import { groupsOf } from "../people.ts";
import { LAST_DAY, OPEN_UNTIL } from "../segments.ts";

/** More values than this are bound as one JSON string: D1 binds at most 100 values in a statement. */
const BOUND_ONE_BY_ONE = 2;

/** Values as SQL lists them: `(?, ?)`. */
export const list = (values: readonly (string | number)[]): SQL =>
  values.length > BOUND_ONE_BY_ONE
    ? sql`(select value from json_each(${JSON.stringify(values)}))`
    : sql`(${sql.join(
        values.map((v) => sql`${v}`),
        sql`, `,
      )})`;

/** Whether a revision (under an alias) is in a publication. */
export const isIn = (alias: string, publication: number | SQL): SQL =>
  sql`${sql.raw(alias)}.since <= ${publication} and ${publication} < ${sql.raw(alias)}.until`;

/** Whether a platform (under an alias) is not withdrawn on a day. */
export const isLive = (alias: string, asOf: string): SQL =>
  sql`(${sql.raw(alias)}.withdrawn is null or ${sql.raw(alias)}.withdrawn > ${asOf})`;

/** Records' ids and every id that they had before: a renamed record has its former ids among its aliases. */
export const everyId = (
  table: "platforms" | "operators",
  ids: readonly string[],
  publication: number,
): SQL =>
  table === "platforms"
    ? sql`(select value from json_each(${JSON.stringify(ids)}) union select former.alias from platforms r join aliases former on former.revision = r.revision where r.id in ${list(ids)} and ${isIn("r", publication)})`
    : sql`(select value from json_each(${JSON.stringify(ids)}) union select former.value from operators r, json_each(coalesce(r.former, '[]')) former where r.id in ${list(ids)} and ${isIn("r", publication)})`;

/** Whether a row (under an alias) is for a day. */
export function isOn(alias: string, { asOf }: Audience): SQL {
  const a = sql.raw(alias);
  // The last day that can be asked about is the end of every interval without an end.
  const day = asOf < OPEN_UNTIL ? asOf : LAST_DAY;
  return sql`${a}.valid_from <= ${day} and ${day} < ${a}.valid_until`;
}

/** Whether a row of `answers` or `cells` (under an alias) is for these people on that day. */
export const forAudience = (alias: string, who: Audience): SQL =>
  sql`${sql.raw(alias)}.people in (${groupsOf(who)}) and ${isOn(alias, who)}`;
