import { type SQL, sql } from "drizzle-orm";
import type { Writer } from "./lease.ts";
import { netCountDeletions } from "./net-counts.ts";
import type { Row, Rows } from "./rows.ts";
import { OPEN } from "./schema.ts";
import { STORED } from "./stored.ts";
import { SEARCH_COLUMNS } from "./tables.ts";
import { checkWritten, type Expected, expected } from "./written.ts";

/** Called after each batch with the number of records written so far, and in total. */
export type Progress = (done: number, total: number) => void;

/** A record's revision to write. Its rows are computed only then. */
export interface Revision {
  revision: number;
  hash: string;
  recordHash: string;
  rows: () => Rows;
}

/** The full-text index. Its rows are found by their rowid; what was written cannot be read back, only counted. */
const SEARCH = { name: "platform_search", columns: ["rowid", ...SEARCH_COLUMNS], key: "rowid" };

/** Every table, its columns, the fields of rows that have their values, and the column that has the revision. */
const LAYOUT: readonly {
  name: string;
  columns: readonly string[];
  fields: readonly string[];
  key: string;
}[] = [
  ...STORED.map(({ name, columns }) => ({
    name,
    columns: ["revision", ...columns.map((c) => c.name)],
    fields: columns.map((c) => c.field ?? c.name),
    key: "revision",
  })),
  { ...SEARCH, fields: SEARCH_COLUMNS },
];

const plain = (value: unknown): unknown =>
  value === undefined ? null : typeof value === "boolean" ? Number(value) : value;

/** Rows of one table, in the order of its columns, and each as JSON. */
interface TableRows {
  table: (typeof LAYOUT)[number];
  rows: unknown[][];
  json: string[];
}

/** Revisions that follow each other, with their rows, which are written and read back together. */
interface Batch {
  first: number;
  last: number;
  tables: TableRows[];
}

/** Rows of a batch while they are being collected. */
class Collected {
  readonly #tables = LAYOUT.map((table): TableRows => ({ table, rows: [], json: [] }));
  #first: number | undefined;
  #last = 0;
  /** The characters of the longest table. */
  longest = 0;
  readonly #lengths = LAYOUT.map(() => 0);

  add({ revision, hash, recordHash, rows: rowsOf }: Revision, since: number): void {
    const own = { revision, hash, record_hash: recordHash, since, until: OPEN };
    const { tables, search } = rowsOf();
    this.#first ??= revision;
    this.#last = revision;
    LAYOUT.forEach(({ name, fields }, t) => {
      const rows: readonly Row[] = name === SEARCH.name ? search : (tables[name] ?? []);
      for (const row of rows) {
        const cells: unknown[] = [revision];
        for (const field of fields) cells.push(plain(row[field] ?? (own as Row)[field]));
        const json = JSON.stringify(cells);
        this.#tables[t]?.rows.push(cells);
        this.#tables[t]?.json.push(json);
        this.#lengths[t] = (this.#lengths[t] as number) + json.length;
        this.longest = Math.max(this.longest, this.#lengths[t] as number);
      }
    });
  }

  batch(): Batch | undefined {
    const first = this.#first;
    if (first === undefined) return undefined;
    return { first, last: this.#last, tables: this.#tables.filter(({ rows }) => rows.length > 0) };
  }
}

/** Characters of a table's rows in a batch, about: bound strings stay well under D1's limit of 2 MB each. */
const CHARACTERS = 500_000;

/** Revisions in a batch at most. */
const MOST = 200;

/** Puts revisions into batches, each small enough for one transaction whose values D1 accepts. */
function* batchesOf(revisions: readonly Revision[], since: number): Generator<Batch> {
  let collected = new Collected();
  let count = 0;
  for (const revision of revisions) {
    collected.add(revision, since);
    if (++count < MOST && collected.longest < CHARACTERS) continue;
    yield collected.batch() as Batch;
    collected = new Collected();
    count = 0;
  }
  const rest = collected.batch();
  if (rest) yield rest;
}

/** `insert … select … from json_each(?)`: one bound string, however many rows (D1 binds at most 100 values). */
const insertJson = ({ table: { name, columns }, json }: TableRows): SQL => {
  const names = sql.raw(columns.map((c) => `"${c}"`).join(", "));
  const values = sql.raw(columns.map((_, i) => `json_extract(value, '$[${i}]')`).join(", "));
  return sql`insert into ${sql.raw(`"${name}"`)} (${names}) select ${values} from json_each(${`[${json.join()}]`})`;
};

/** Statements that delete revisions and all their rows. */
const deletions = (revisions: readonly number[]): SQL[] => {
  const list = JSON.stringify(revisions);
  return [
    ...netCountDeletions(list),
    ...LAYOUT.map(
      ({ name, key }) =>
        sql`delete from ${sql.raw(`"${name}"`)} where ${sql.raw(key)} in (select value from json_each(${list}))`,
    ),
  ];
};

/** What was written, to be checked when all of it is. */
export interface WrittenRevisions {
  rows: number;
  /** @throws {DatabaseError} if the database does not hold exactly these rows */
  check(): Promise<void>;
}

/** Writes revisions, whose numbers follow each other, in batches; a batch is one transaction. */
export async function writeRevisions(
  writer: Writer,
  revisions: readonly Revision[],
  { since, onProgress }: { since: number; onProgress: Progress },
): Promise<WrittenRevisions> {
  let written = 0;
  let done = 0;
  const all: Expected[] = [];
  onProgress(0, revisions.length);
  for (const { first, last, tables } of batchesOf(revisions, since)) {
    await writer.insert(
      tables.map(({ table: { name, columns }, rows }) => ({ table: name, columns, rows })),
      () => tables.map(insertJson),
    );
    for (const { table, json } of tables) {
      const where = sql`${sql.raw(table.key)} between ${first} and ${last}`;
      const columns = table.name === SEARCH.name ? [] : table.columns;
      all.push(await expected({ table: table.name, columns, where }, json));
      written += json.length;
    }
    done += last - first + 1;
    onProgress(done, revisions.length);
  }
  return {
    rows: written,
    async check() {
      for (const table of all) await checkWritten(writer.db, table);
    },
  };
}

/** Removes revisions and all their rows. */
export async function removeRevisions(writer: Writer, revisions: readonly number[]): Promise<void> {
  if (revisions.length > 0) await writer.run(...deletions(revisions));
}
