import { citation } from "./citation.ts";
import { croissant } from "./croissant.ts";
import { csv } from "./csv.ts";
import { datapackage } from "./datapackage.ts";
import { dcat } from "./dcat/index.ts";
import { extension } from "./extension/index.ts";
import type { Format } from "./format.ts";
import { hosts } from "./hosts/index.ts";
import { json } from "./json.ts";
import { ndjson } from "./ndjson.ts";
import { parquet } from "./parquet.ts";
import { sql } from "./sql.ts";
import { sqlite } from "./sqlite.ts";
import { sums } from "./sums.ts";
import { xlsx } from "./xlsx/index.ts";

/** Every download format, in the order in which their files are listed. */
export const FORMATS: readonly Format[] = [
  csv,
  xlsx,
  parquet,
  json,
  ndjson,
  hosts,
  extension,
  sqlite,
  sql,
  datapackage,
  croissant,
  dcat,
  citation,
  sums, // of all files before it
];
