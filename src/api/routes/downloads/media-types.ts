/** The media types of the files. A test compares them with the formats. */
export const MEDIA_TYPES = [
  "text/csv",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.apache.parquet",
  "application/json",
  "application/x-ndjson",
  "application/vnd.sqlite3",
  "application/sql",
  "application/ld+json",
  "application/yaml",
  "text/plain",
] as const;
