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

/** Every table that has a file of its own. */
export const tablesOf = ({ flat, database }: ExportDataset): ExportTable[] => [...flat, ...database];

/** A table's file in a format with a file for each table. */
export const fileOf = (
  { name }: ExportTable,
  extension: "csv" | "parquet",
  files: readonly ExportedFile[],
): ExportedFile =>
  files.find(
    ({ path }) => path === `${name}.${extension}` || path === `${extension}/${name}.${extension}`,
  ) as ExportedFile;
