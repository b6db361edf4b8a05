import { type SQL, sql } from "drizzle-orm";
import type { Audience } from "../../model/index.ts";
import { ANY } from "../answer-rows.ts";
import { REST, regionCandidates } from "../segments.ts";

/** Values as SQL lists them: `(?, ?)`. */
export const list = (values: readonly (string | number)[]): SQL =>
  sql`(${sql.join(
    values.map((v) => sql`${v}`),
    sql`, `,
  )})`;

/** Does a revision (under an alias) stand in a publication? */
export const stands = (alias: string, publication: number): SQL =>
  sql`${sql.raw(alias)}.since <= ${publication} and ${publication} < ${sql.raw(alias)}.until`;

/**
 * The class of a place for an answer's platform: that of the place itself, else of its
 * country, else the rest of the world.
 */
const classOf = (alias: string, region: string | null): SQL => {
  const revision = sql.raw(`${alias}.revision`);
  const look = (code: string) =>
    sql`(select g.class from platform_regions g where g.revision = ${revision} and g.region = ${code})`;
  return sql`coalesce(${sql.join([...regionCandidates(region).map(look), sql`${REST}`], sql`, `)}, ${REST})`;
};

/** The rows of `answers` (under an alias) that are for these people on that day. */
export const forAudience = (alias: string, who: Audience): SQL => {
  const a = sql.raw(alias);
  return sql`(${a}.region = ${ANY} or ${a}.region = ${classOf(alias, who.region)}) and ${a}.plan in (${who.plan}, ${ANY}) and ${a}.age in (${who.age}, ${ANY}) and ${a}.account in (${who.account}, ${ANY}) and ${a}.valid_from <= ${who.asOf} and ${who.asOf} < ${a}.valid_until`;
};
