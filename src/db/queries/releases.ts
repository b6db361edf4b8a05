import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../database.ts";
import type { AnswerMemory } from "./answers.ts";
import { type ChangedAnswersRow, changedAnswersIn, changedAnswersQuery } from "./changed-answers.ts";
import {
  aboutChanges,
  type ChangeCount,
  type ChangeCountRow,
  type ChangeRow,
  type ChangesFound,
  type ChangesQuery,
  changeCountOf,
  changeCountsQuery,
  changeOf,
  changesPage,
} from "./changes.ts";
import { limitTo, type Part } from "./part.ts";
import { isIn } from "./sql.ts";

/** A release in a list. */
export interface Release {
  publication: number;
  version: string;
  date: string;
  previous: string | null;
  notes: { generated: string[]; written: string | null };
  digest: string;
  changes: number;
  recordCount: number;
}

type ReleaseRow = Omit<Release, "notes"> & { notes: string };

const releaseOf = (row: ReleaseRow): Release => ({
  ...row,
  notes: JSON.parse(row.notes) as Release["notes"],
});

const columns = sql.raw(
  'r.publication, r.version, r.date, r.previous, r.notes, r.digest, r.change_count as changes, r.record_count as "recordCount"',
);

const upTo = (publication: number): SQL => sql`releases r where r.publication <= ${publication}`;

/** Releases up to a publication, newest first. */
export async function releasesOf(db: Reader, publication: number): Promise<Release[]> {
  const [rows] = await db.read<[ReleaseRow]>([
    sql`select ${columns} from ${upTo(publication)} order by r.publication desc`,
  ]);
  return rows.map(releaseOf);
}

const hashesQuery = (publication: number): SQL =>
  sql`select 'operators/' || o.id as key, o.record_hash as hash from operators o where ${isIn("o", publication)} union all select 'platforms/' || p.id, p.record_hash from platforms p where ${isIn("p", publication)} order by 1`;

interface HashRow {
  key: string;
  hash: string;
}

const hashesIn = (rows: readonly HashRow[]): Record<string, string> =>
  Object.fromEntries(rows.map((r) => [r.key, r.hash]));

/** The hash of every record in a publication, by `platforms/<id>` and `operators/<id>`. */
export async function hashesOf(db: Reader, publication: number): Promise<Record<string, string>> {
  const [rows] = await db.read<[HashRow]>([hashesQuery(publication)]);
  return hashesIn(rows);
}

/** A release with its hashes and a page of its changes. */
export interface WholeRelease extends Omit<ChangesFound, "total"> {
  release: Release | undefined;
  hashes: Record<string, string>;
}

/** The release that a publication is, with its hashes and a page of its changes. */
export async function wholeRelease(
  db: Reader,
  publication: number,
  page: Pick<ChangesQuery, "after" | "limit" | "version">,
  memory: AnswerMemory,
): Promise<WholeRelease> {
  const known = memory.known();
  const query = { ...page, upTo: publication };
  const [[release], hashes, rows, answers] = await db.read<
    [ReleaseRow, HashRow, ChangeRow, ChangedAnswersRow]
  >([
    sql`select ${columns} from releases r where r.publication = ${publication}`,
    hashesQuery(publication),
    changesPage(query),
    changedAnswersQuery(aboutChanges(query), known),
  ]);
  return {
    release: release && releaseOf(release),
    hashes: hashesIn(hashes),
    rows: rows.map(changeOf),
    answers: changedAnswersIn(answers, known),
  };
}

/** Some releases, the number of all, and the number of changes in them by record and class. */
export interface CountedReleases {
  total: number;
  releases: Release[];
  counts: ChangeCount[];
}

/** A part of the releases up to a publication, newest first, with counts. */
export async function countedReleases(db: Reader, publication: number, part: Part): Promise<CountedReleases> {
  const total = sql`select count(*) as n from ${upTo(publication)}`;
  const page = (what: SQL) =>
    sql`select ${what} from ${upTo(publication)} order by r.publication desc ${limitTo(part, total)}`;
  const [rows, [count], counts] = await db.read<[ReleaseRow, { n: number }, ChangeCountRow]>([
    page(columns),
    total,
    changeCountsQuery(page(sql`r.publication`)),
  ]);
  return { total: count?.n ?? 0, releases: rows.map(releaseOf), counts: counts.map(changeCountOf) };
}
