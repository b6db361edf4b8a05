import type { ExportDataset } from "./dataset.ts";
import type { ExportedFile } from "./file.ts";
import type { ExportTable } from "./tables.ts";

/** The dataset's name in metadata. */
export const TITLE = "AI Data Use";

/** The dataset in one sentence. */
export const DESCRIPTION =
  "What online platforms do with people's data to train AI: the default, the way to opt out, and every change with its evidence.";

/** Who made it, in metadata. */
export const AUTHOR = "AI Data Use contributors";

/** What it is about, for search. */
export const KEYWORDS: readonly string[] = [
  "artificial intelligence",
  "AI training",
  "machine learning",
  "opt-out",
  "privacy policies",
  "terms of service",
  "data protection",
  "online platforms",
];

/** Every table that has a CSV file. */
export const tablesOf = ({ flat, database }: ExportDataset): ExportTable[] => [...flat, ...database];

/** A table's CSV file. */
export const csvOf = (table: ExportTable, files: readonly ExportedFile[]): ExportedFile =>
  files.find((f) => f.path === `${table.name}.csv` || f.path === `csv/${table.name}.csv`) as ExportedFile;
