import { sql } from "drizzle-orm";
import type { DescribedChange } from "../dataset/describe.ts";
import type { Database } from "./database.ts";
import { type HashRecord, type Progress, type Published, type PublishInput, publish } from "./publish.ts";

/** A release to publish: its dataset, and what its ledger says. */
export interface PublishRelease extends PublishInput {
  ledger: { previous: { version: string } | null; notes: unknown; digest: string; records: unknown };
  changes: readonly DescribedChange[];
}

/** Everything that was released, in order, and the records as they are. */
export interface PublishHistory {
  head: PublishInput;
  ledgers: readonly { version: string }[];
  states(): Iterable<PublishRelease>;
}

/** Rows a statement: bound as one JSON string each. */
const BATCH = 200;

async function writeLedger(db: Database, publication: number, { release, ledger, changes }: PublishRelease): Promise<void> {
  const { version, date } = release;
  // A publishing that broke off here left rows of the same number.
  await db.run(sql`delete from changes where publication = ${publication}`);
  await db.run(
    sql`insert or replace into releases (publication, version, date, previous, notes, digest, records) values (${publication}, ${version}, ${date}, ${ledger.previous?.version ?? null}, ${JSON.stringify(ledger.notes)}, ${ledger.digest}, ${JSON.stringify(ledger.records)})`,
  );
  const [last] = await db.all<{ id: number | null }>(sql`select max(id) as id from changes`);
  let id = last?.id ?? 0;
  for (let i = 0; i < changes.length; i += BATCH) {
    const rows = changes
      .slice(i, i + BATCH)
      .map(({ record, platform, operator, category, name, class: cls, path, purpose, regions, summary, before, after, order }) => [
        ++id,
        publication,
        version,
        date,
        record,
        platform,
        operator,
        category,
        name,
        cls,
        path,
        purpose,
        regions === null ? null : JSON.stringify(regions),
        summary,
        // A record that is new is told by its place among the records, not copied.
        JSON.stringify(path === "" ? {} : { before, after, order }),
      ]);
    await db.run(
      sql`insert into changes (id, publication, version, date, record, platform, operator, category, name, class, path, purpose, regions, summary, change) select ${sql.join(
        rows[0]?.map((_, c) => sql.raw(`json_extract(value, '$[${c}]')`)) ?? [],
        sql`, `,
      )} from json_each(${JSON.stringify(rows)})`,
    );
  }
}

/**
 * Publishes every release that the database does not hold yet, then the records as they
 * are, and shows these to readers.
 */
export async function publishHistory(db: Database, history: PublishHistory, options: { hash: HashRecord; onProgress?: Progress }): Promise<Published> {
  const known = new Set(
    (await db.all<{ version: string }>(sql`select x.version from publications x join releases r on r.publication = x.id where x.complete = 1`)).map(
      (r) => r.version,
    ),
  );
  const written = { changed: false, records: 0, rows: 0 };
  const count = (p: Published): Published => {
    written.changed ||= p.changed;
    written.records += p.records;
    written.rows += p.rows;
    return p;
  };
  if (history.ledgers.some((l) => !known.has(l.version)))
    for (const state of history.states()) {
      if (known.has(state.release.version)) continue;
      const { publication } = count(await publish(db, state, { ...options, show: false }));
      await writeLedger(db, publication, state);
    }
  const { publication } = count(await publish(db, history.head, options));
  return { publication, ...written };
}
