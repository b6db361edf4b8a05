/** A file that was written. */
export interface WrittenFile {
  path: string;
  /** What it contains. */
  description: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
  /** Rows or records, where the file has such. */
  rows: number | null;
}

/** A download. */
export interface ExportedFile extends WrittenFile {
  mediaType: string;
  /** Commands that load it; `{url}` and `{name}` are its URL and name. */
  examples: readonly { tool: string; command: string }[];
}
