import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type LibsqlDatabase from "libsql";
import { publishEmbedded } from "../src/db/embedded/index.ts";
import { DATABASE } from "../src/db/layout.ts";
import { platformRows } from "../src/db/rows.ts";
import { SEARCH_COLUMNS } from "../src/db/tables.ts";
import { historyOf } from "../src/history/history.ts";
import { hashOf, type LoadedDataset } from "../src/records/load.ts";
import { generated } from "./generate.ts";

/*
 * What publishing a generated dataset into a new file costs, compared with inserting the rows that are then in it
 * into another new file: one prepared statement a table, one transaction, the same engine, the same indices. Also
 * the size of the file for each platform.
 *
 *   npm run bench:publish                      10,000 platforms
 *   npm run bench:publish -- --platforms 1000 --rounds 5
 */
const { values } = parseArgs({
  options: {
    platforms: { type: "string", default: "10000" },
    rounds: { type: "string", default: "3" },
    // Only numbers: seconds for publishing, for making the rows, and for inserting them.
    plain: { type: "boolean", default: false },
  },
});
const platforms = Number(values.platforms);

// The engine's synchronous interface, without a client around it: the least that inserting can cost.
const Libsql = createRequire(import.meta.url)("libsql") as typeof LibsqlDatabase;

/** CPU time of this process, in seconds. */
async function cpuOf(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

interface TableRows {
  sql: string;
  rows: unknown[][];
}

const insertInto = (table: string, columns: readonly string[]): string =>
  `insert into "${table}" (${columns.map((c) => `"${c}"`).join(", ")}) values (${columns.map(() => "?").join(", ")})`;

/** The rows of the full-text index, whose texts cannot be read from it. */
const searchRows = ({ platforms, operators }: LoadedDataset): TableRows => ({
  sql: insertInto("platform_search", ["rowid", ...SEARCH_COLUMNS]),
  rows: platforms.map((p, i) => {
    const operator = operators.find((o) => o.id === p.operator);
    const [row] = platformRows(p, operator, DATABASE).search;
    return [i + 1, ...SEARCH_COLUMNS.map((c) => row?.[c])];
  }),
});

/** What making the rows of all platforms costs without writing them: answers, sentences, and compressing. */
const makeRows = ({ platforms, operators }: LoadedDataset): void => {
  const byId = new Map(operators.map((o) => [o.id, o]));
  for (const p of platforms) platformRows(p, byId.get(p.operator), DATABASE);
};

/** The statements that create the tables and indices of a file, and its rows, without those of the full-text index. */
function contentOf(path: string): { create: string[]; tables: TableRows[] } {
  const db = new Libsql(path, { readonly: true });
  const entries = db
    .prepare(
      "select type, name, sql from sqlite_master where sql is not null and name not glob 'platform_search_*' and name not glob 'sqlite_*' order by type = 'index'",
    )
    .all() as { type: string; name: string; sql: string }[];
  const tables = entries
    .filter(({ type, name }) => type === "table" && name !== "platform_search")
    .map(({ name }): TableRows => {
      const statement = db.prepare(`select * from "${name}"`).raw();
      const columns = statement.columns().map((c) => c.name);
      return {
        sql: insertInto(name, columns),
        rows: statement.all() as unknown[][],
      };
    });
  db.close();
  return { create: entries.map((e) => e.sql), tables };
}

/** Inserts rows into a new file in one transaction. */
function insertRaw(path: string, { create, tables }: ReturnType<typeof contentOf>): void {
  const db = new Libsql(path);
  db.exec("pragma journal_mode = memory; pragma synchronous = off");
  for (const sql of create) db.exec(sql);
  db.exec("begin");
  for (const { sql, rows } of tables) {
    const statement = db.prepare(sql);
    for (const row of rows) statement.run(row);
  }
  db.exec("commit");
  db.close();
}

const dir = mkdtempSync(join(tmpdir(), "bench-publish-"));
try {
  const dataset = generated(platforms);
  const history = historyOf(dataset, []);
  const search = searchRows(dataset);
  for (let round = 0; round < Number(values.rounds); round++) {
    const [published, raw] = [join(dir, `published-${round}.db`), join(dir, `raw-${round}.db`)];
    const publishing = await cpuOf(() => publishEmbedded(published, history, { hash: hashOf }));
    const content = contentOf(published);
    content.tables.push(search);
    const inserting = await cpuOf(() => insertRaw(raw, content));
    const making = await cpuOf(() => makeRows(dataset));
    const rows = content.tables.reduce((sum, t) => sum + t.rows.length, 0);
    const size = statSync(published).size / platforms / 1000;
    if (values.plain) console.log(publishing, making, inserting);
    else
      console.log(
        `publishing ${publishing.toFixed(2)} s CPU, of which making the rows ${making.toFixed(2)}; inserting ${rows} rows ${inserting.toFixed(2)} s: ratio ${(publishing / inserting).toFixed(1)}, without making them ${((publishing - making) / inserting).toFixed(1)}; ${((publishing / platforms) * 1e3).toFixed(2)} ms and ${size.toFixed(1)} kB for each platform`,
      );
    for (const path of [published, raw]) rmSync(path);
  }
} finally {
  rmSync(dir, { recursive: true });
}
