import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { citation, croissant, dataPackage, dcat, type ExportedFile } from "./metadata.ts";
import { parquet } from "./parquet.ts";
import { writeSqlite } from "./sqlite.ts";
import { type ExportInput, type ExportTable, exportTables } from "./tables.ts";
import { ATTRIBUTION, csv, json, LICENCE, ndjson, sqlDump } from "./text.ts";

/** Told after each file: files written so far, of how many. */
export type ExportProgress = (done: number, total: number) => void;

/** One file to write, and how many rows it came to. */
interface Plan {
  path: string;
  mediaType: string;
  write(to: string): Promise<number | null>;
}

/** Streams text to a file; memory holds one record at a time. */
async function stream(to: string, chunks: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(chunks), createWriteStream(to));
}

/** Counts a table's rows as they pass. */
const counted = (table: ExportTable): { table: ExportTable; count: () => number } => {
  let n = 0;
  return {
    table: {
      ...table,
      *rows() {
        for (const row of table.rows()) {
          n++;
          yield row;
        }
      },
    },
    count: () => n,
  };
};

function plans(input: ExportInput, tables: readonly ExportTable[]): Plan[] {
  const about = { name: "ai-data-use", release: input.release.version, date: input.release.date, licence: LICENCE, attribution: ATTRIBUTION };
  const text = (path: string, mediaType: string, chunks: () => Iterable<string>, rows: number | null): Plan => ({
    path,
    mediaType,
    async write(to) {
      await stream(to, chunks());
      return rows;
    },
  });
  const records = input.platforms.length + input.operators.length;
  return [
    text("ai-data-use.json", "application/json", () => json(input), records),
    text("ai-data-use.ndjson", "application/x-ndjson", () => ndjson(input), records),
    text("ai-data-use.sql", "application/sql", () => sqlDump(input, tables), null),
    {
      path: "ai-data-use.sqlite",
      mediaType: "application/vnd.sqlite3",
      async write(to) {
        rmSync(to, { force: true });
        writeSqlite(to, tables, about);
        return null;
      },
    },
    ...tables.flatMap((table): Plan[] => [
      {
        path: `csv/${table.name}.csv`,
        mediaType: "text/csv",
        async write(to) {
          const { table: counting, count } = counted(table);
          await stream(to, csv(counting));
          return count();
        },
      },
      {
        path: `parquet/${table.name}.parquet`,
        mediaType: "application/vnd.apache.parquet",
        async write(to) {
          const { table: counting, count } = counted(table);
          writeFileSync(to, parquet(counting, about));
          return count();
        },
      },
    ]),
  ];
}

const hashed = (path: string): { bytes: number; sha256: string } => {
  const body = readFileSync(path);
  return { bytes: body.length, sha256: createHash("sha256").update(body).digest("hex") };
};

/**
 * Writes every download of a dataset into a folder: the same data gives the same bytes.
 * @returns the files, those with metadata last
 */
export async function writeExports(dir: string, input: ExportInput, onProgress: ExportProgress = () => {}): Promise<ExportedFile[]> {
  const tables = exportTables(input);
  const todo = plans(input, tables);
  const files: ExportedFile[] = [];
  const put = async ({ path, mediaType, write }: Plan): Promise<void> => {
    const to = join(dir, path);
    mkdirSync(dirname(to), { recursive: true });
    const rows = await write(to);
    files.push({ path, mediaType, rows, ...hashed(to) });
    onProgress(files.length, todo.length + 4);
  };
  for (const plan of todo) await put(plan);
  const data = [...files];
  const whole = (path: string, mediaType: string, body: string): Plan => ({
    path,
    mediaType,
    async write(to) {
      writeFileSync(to, body);
      return null;
    },
  });
  const pretty = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
  await put(whole("datapackage.json", "application/json", pretty(dataPackage(input, tables, data))));
  await put(whole("croissant.json", "application/ld+json", pretty(croissant(input, tables, data))));
  await put(whole("dcat.json", "application/ld+json", pretty(dcat(input, data))));
  await put(whole("CITATION.cff", "text/yaml", citation(input)));
  writeFileSync(
    join(dir, "SHA256SUMS"),
    `${[...files]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map((f) => `${f.sha256}  ${f.path}`)
      .join("\n")}\n`,
  );
  return files;
}
