import { type SQL, sql } from "drizzle-orm";
import { ALL_DIMENSIONS, type Audience, FACETS, type Facet } from "../model/index.ts";
import type { AudienceAndTime } from "./audience-rows.ts";
import type { Writer } from "./lease.ts";
import { ANY, REST, type RegionClasses, regionCandidates } from "./segments.ts";

/*
 * For whom answers are, as numbers: a group of people that some answer does not tell apart. Answers of many
 * platforms are for the same people. Which groups a person is in is looked up once for a request, and the
 * platforms with an answer for these groups are then ranges of an index, instead of a comparison for every answer.
 * Days are not part of it: there would be thousands of groups.
 *
 * Numbers are made from the content, so that the same group has the same number in every database.
 */

/** 48 bits: SQLite stores them in six bytes. Two groups with one number are refused when they are written. */
const HALF = 2 ** 24;

/** A number from a text: two hashes like FNV-1a, 24 bits of each. */
function numberOf(text: string): number {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995) ^ (b >>> 13);
  }
  return ((a ^ (a >>> 15)) >>> 8) * HALF + ((b ^ (b >>> 15)) >>> 8);
}

/** The group of everyone, for what does not depend on who asks. */
export const EVERYONE = 0;

/** The division of answers that do not depend on the region. */
const UNDIVIDED = 0;

/** The number of a platform's way to divide the world into classes of places. */
export const divisionOf = ({ classOf }: RegionClasses): number =>
  numberOf([...classOf].map((pair) => pair.join("=")).join(" "));

/** The number of the people that an answer is for. @param division of the platform: classes of places are names in it */
export function peopleOf(division: number, answer: Pick<AudienceAndTime, Facet>): number {
  const facets = FACETS.map((facet) => answer[facet]);
  return numberOf([answer.region === ANY ? UNDIVIDED : division, ...facets].join("|"));
}

/** Writes the divisions and groups of the revisions that a publication added. Fails if two have the same number. */
export async function writePeople(writer: Writer, publication: number): Promise<void> {
  const names = FACETS.map((facet) => `"${facet}"`);
  const isSame = sql.raw(
    ["division", ...names].map((name) => `people.${name} = excluded.${name}`).join(" and "),
  );
  const division = sql`case a.region when ${ANY} then ${UNDIVIDED} else p.division end`;
  const groups = (table: string): SQL =>
    sql`insert into people (id, division, ${sql.raw(names.join(", "))}) select distinct a.people, ${division}, ${sql.raw(names.map((name) => `a.${name}`).join(", "))} from platforms p join ${sql.raw(table)} a on a.revision = p.revision where p.since = ${publication} on conflict (id) do update set division = case when ${isSame} then division else null end`;
  await writer.run(
    sql`insert into divisions (division, region, class) select distinct p.division, g.region, g.class from platforms p join platform_regions g on g.revision = p.revision where p.since = ${publication} on conflict (division, region) do update set class = case when divisions.class = excluded.class then divisions.class else null end`,
    groups("answers"),
    groups("cells"),
    groups("stated"),
  );
}

/**
 * The class of a place in a group's division: that of the place itself, otherwise that of its country, otherwise
 * the rest of the world.
 */
const classOf = (region: string | null): SQL => {
  const look = (code: string) =>
    sql`(select d.class from divisions d where d.division = s.division and d.region = ${code})`;
  return sql`coalesce(${sql.join([...regionCandidates(region).map(look), sql`${REST}`], sql`, `)}, ${REST})`;
};

/** A query for the numbers of the groups that a person is in. */
export function groupsOf(who: Audience): SQL {
  const facets = ALL_DIMENSIONS.map(({ facet, terms }) => {
    const column = sql.raw(`s."${facet}"`);
    return terms === null
      ? sql`(${column} = ${ANY} or ${column} = ${classOf(who[facet])})`
      : sql`${column} in (${who[facet]}, ${ANY})`;
  });
  // The look-up of the place comes last: few groups are left then.
  return sql`select s.id from people s where ${sql.join(facets.toReversed(), sql` and `)}`;
}
