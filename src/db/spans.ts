import { type SQL, sql } from "drizzle-orm";
import { ALL_DIMENSIONS, type Audience, addDays, FACETS } from "../model/index.ts";
import type { AudienceAndTime } from "./audience-rows.ts";
import type { Writer } from "./lease.ts";
import { ANY, OPEN_UNTIL, REST, type RegionClasses, regionCandidates } from "./segments.ts";

/*
 * For whom and when answers are, as numbers. A span is a box of audiences and days; many platforms have answers
 * with the same span. Which spans include a person on a day is looked up once for a request, and the platforms
 * with an answer in these spans are then ranges of an index, instead of a comparison for every answer.
 *
 * Numbers are made from the content, so that the same span has the same number in every database.
 */

/** 48 bits: SQLite stores them in six bytes. Two spans with one number are refused when they are written. */
const HALF = 2 ** 24;

/** A number from a text (two rounds of FNV-1a with other seeds, 24 bits of each). */
function numberOf(text: string): number {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995) ^ (b >>> 13);
  }
  return ((a ^ (a >>> 15)) >>> 8) * HALF + ((b ^ (b >>> 15)) >>> 8);
}

/** The division of answers that do not depend on the region. */
const UNDIVIDED = 0;

/** The number of a platform's way to divide the world into classes of places. */
export const divisionOf = ({ classOf }: RegionClasses): number =>
  numberOf([...classOf].map((pair) => pair.join("=")).join(" "));

/** The columns of a span, in the order of the table. */
const COLUMNS = [...FACETS, "valid_from", "valid_until"];

/** The number of a span. @param division of the platform: classes of places are names in it */
export function spanOf(division: number, span: AudienceAndTime): number {
  const facets = FACETS.map((facet) => span[facet]);
  const at = span.region === ANY ? UNDIVIDED : division;
  return numberOf([at, ...facets, span.validFrom, span.validUntil].join("|"));
}

/** Writes the divisions and spans of the revisions that a publication added. Fails if two have the same number. */
export async function writeSpans(writer: Writer, publication: number): Promise<void> {
  const columns = sql.raw(COLUMNS.map((c) => `"${c}"`).join(", "));
  const isSame = sql.raw(["division", ...COLUMNS].map((c) => `spans."${c}" = excluded."${c}"`).join(" and "));
  const division = sql`case a.region when ${ANY} then ${UNDIVIDED} else p.division end`;
  const spans = (table: string): SQL =>
    sql`insert into spans (id, division, ${columns}) select distinct a.span, ${division}, ${sql.raw(COLUMNS.map((c) => `a."${c}"`).join(", "))} from platforms p join ${sql.raw(table)} a on a.revision = p.revision where p.since = ${publication} on conflict (id) do update set division = case when ${isSame} then division else null end`;
  await writer.run(
    sql`insert into divisions (division, region, class) select distinct p.division, g.region, g.class from platforms p join platform_regions g on g.revision = p.revision where p.since = ${publication} on conflict (division, region) do update set class = case when divisions.class = excluded.class then divisions.class else null end`,
    spans("answers"),
    spans("cells"),
  );
}

/** The last day that an interval without an end includes. */
const LAST_DAY = addDays(OPEN_UNTIL, -1);

/**
 * The class of a place in a span's division: that of the place itself, otherwise that of its country, otherwise
 * the rest of the world.
 */
const classOf = (region: string | null): SQL => {
  const look = (code: string) =>
    sql`(select d.class from divisions d where d.division = s.division and d.region = ${code})`;
  return sql`coalesce(${sql.join([...regionCandidates(region).map(look), sql`${REST}`], sql`, `)}, ${REST})`;
};

/** A query for the numbers of the spans that include these people on that day. */
export function spansOf(who: Audience): SQL {
  const day = who.asOf < OPEN_UNTIL ? who.asOf : LAST_DAY;
  const facets = ALL_DIMENSIONS.map(({ facet, terms }) => {
    const column = sql.raw(`s."${facet}"`);
    return terms === null
      ? sql`(${column} = ${ANY} or ${column} = ${classOf(who[facet])})`
      : sql`${column} in (${who[facet]}, ${ANY})`;
  });
  // The look-up of the place comes last: few spans are left then.
  return sql`select s.id from spans s where s.valid_from <= ${day} and ${day} < s.valid_until and ${sql.join(facets.toReversed(), sql` and `)}`;
}
