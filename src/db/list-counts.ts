import { type SQL, sql } from "drizzle-orm";
import type { Writer } from "./lease.ts";
import { EVERYONE } from "./people.ts";
import { HEADLINE, OPEN_FROM, OPEN_UNTIL } from "./segments.ts";
import { TERM } from "./stated-rows.ts";

/*
 * How many platforms a list has, so that they are not counted for each request. Platforms are counted by what they
 * are found by, for whom and when, so the rows are as many as differ, not as many as there are platforms. A row has
 * the difference to the publication before: the number in a publication is the sum of the rows up to it, and rows
 * of earlier publications never change.
 */

const COLUMNS = sql.raw("term, people, valid_from, valid_until, certainty, publication, n");

/** The revisions that a publication adds and removes, with their signs. */
interface Changed {
  first: number;
  last: number;
  closed: readonly number[];
}

const signed = ({ first, last, closed }: Changed): SQL =>
  sql`(select p.revision, 1 as sign from platforms p where p.revision between ${first} and ${last} union all select j.value, -1 from json_each(${JSON.stringify(closed)}) j)`;

/** What is counted of each revision, by table. */
const COUNTED: readonly { table: string; columns: SQL; where?: SQL }[] = [
  {
    table: "answers",
    columns: sql`${`${TERM.verdict}/`} || t.verdict, t.people, t.valid_from, t.valid_until, coalesce(t.certainty, '')`,
    // Not by its index: the revisions are few of all.
    where: sql`+t.purpose = ${HEADLINE}`,
  },
  {
    table: "cells",
    columns: sql`${`${TERM.cell}/`} || t.kind || '/' || t.by_whom || '/' || t.verdict, t.people, t.valid_from, t.valid_until, coalesce(t.certainty, '')`,
  },
  { table: "stated", columns: sql`t.term, t.people, t.valid_from, t.valid_until, ''` },
  {
    table: "platforms",
    columns: sql`${`${TERM.category}/`} || t.category, ${EVERYONE}, ${OPEN_FROM}, ${OPEN_UNTIL}, ''`,
  },
];

/** Counts the platforms that a publication adds and removes. Before, nothing of it may be counted. */
export const writeListCounts = (writer: Writer, publication: number, changed: Changed): Promise<void> =>
  writer.run(
    ...COUNTED.map(
      ({ table, columns, where = sql`true` }) =>
        sql`insert into list_counts (${COLUMNS}) select ${columns}, ${publication}, sum(x.sign) from ${signed(changed)} x cross join ${sql.raw(table)} t on t.revision = x.revision where ${where} group by 1, 2, 3, 4, 5 having sum(x.sign) <> 0`,
    ),
  );

/** Statements that add the counts of publications that are gone to those of the next ones. */
export const mergedListCounts = (): SQL[] => {
  const gone = sql`publication not in (select id from publications)`;
  return [
    sql`insert into list_counts (${COLUMNS}) select term, people, valid_from, valid_until, certainty, (select min(x.id) from publications x where x.id > c.publication) as next, sum(n) from list_counts c where ${gone} group by 1, 2, 3, 4, 5, 6 on conflict do update set n = n + excluded.n`,
    sql`delete from list_counts where ${gone} or n = 0`,
  ];
};
