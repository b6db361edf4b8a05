import type { Publication } from "../../db/index.ts";

/** A file that can be downloaded. */
export interface DownloadFile {
  /** Its path, `ai-data-use.sqlite` or `csv/rules.csv`. */
  path: string;
  /** What it contains. */
  description: string;
  mediaType: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
  /** Rows or records, where the file has them. */
  rows: number | null;
  /** Commands that load it; `{url}` and `{name}` are its URL and file name. */
  examples: readonly { tool: string; command: string }[];
}

/** Bytes of a file, both ends included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** The storage of the downloads. */
export interface Downloads {
  /** The files of a publication. @throws when they are not available */
  list(publication: Publication): Promise<readonly DownloadFile[]>;
  /** A file's bytes, or some of them. @throws when they are not available */
  open(publication: Publication, file: DownloadFile, range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
}
