import { type SQL, sql } from "drizzle-orm";
import { ALL_DIMENSIONS, type Audience, addDays, type Dimension } from "../../model/index.ts";
import { ANY, OPEN_UNTIL, REST, regionCandidates } from "../segments.ts";

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

/**
 * The class of a place for an answer's platform: that of the place itself, otherwise that of its
 * country, otherwise the rest of the world.
 */
const classOf = (alias: string, region: string | null): SQL => {
  const revision = sql.raw(`${alias}.revision`);
  const look = (code: string) =>
    sql`(select g.class from platform_regions g where g.revision = ${revision} and g.region = ${code})`;
  return sql`coalesce(${sql.join([...regionCandidates(region).map(look), sql`${REST}`], sql`, `)}, ${REST})`;
};

/** Whether a row of `answers` or `cells` is for a person's value of a dimension. Only open values (regions) have classes. */
const matches = (alias: string, { facet, terms }: Dimension, value: string | null): SQL => {
  const column = sql.raw(`${alias}."${facet}"`);
  return terms === null
    ? sql`(${column} = ${ANY} or ${column} = ${classOf(alias, value)})`
    : sql`${column} in (${value}, ${ANY})`;
};

/** The last day that an interval without an end includes. */
const LAST_DAY = addDays(OPEN_UNTIL, -1);

/** The rows of `answers` or `cells` (under an alias) that are for these people on that day. */
export const forAudience = (alias: string, who: Audience): SQL => {
  const a = sql.raw(alias);
  const audience = ALL_DIMENSIONS.map((d) => matches(alias, d, who[d.facet]));
  // The last day that can be asked about is the end of every interval without an end.
  const day = who.asOf < OPEN_UNTIL ? who.asOf : LAST_DAY;
  return sql`${sql.join(audience, sql` and `)} and ${a}.valid_from <= ${day} and ${day} < ${a}.valid_until`;
};
