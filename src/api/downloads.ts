import type { z } from "@hono/zod-openapi";
import { parse as parseRange } from "range-parser";
import type { Publication } from "../db/index.ts";
import { matchesEtag } from "./cache.ts";
import type { downloadSchema } from "./schemas.ts";

/** A file that can be downloaded. */
export interface DownloadFile {
  /** Its path, `ai-data-use.sqlite` or `csv/rules.csv`. */
  path: string;
  /** What it holds. */
  description: string;
  mediaType: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
  /** Rows or records, where the file has such. */
  rows: number | null;
  /** Commands that load it; `{url}` and `{name}` are its URL and file name. */
  examples: readonly { tool: string; command: string }[];
}

/** Bytes of a file, both ends included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where the downloads of publications are kept. */
export interface Downloads {
  /** The files of a publication. @throws when they cannot be had */
  list(publication: Publication): Promise<readonly DownloadFile[]>;
  /** A file's bytes, or some of them. @throws when they cannot be had */
  open(publication: Publication, file: DownloadFile, range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
}

/** A file as the list shows it. `base` is the folder's address. */
export function presentFile(
  { path, description, mediaType, bytes, sha256, rows, examples: templates }: DownloadFile,
  base: string,
): z.infer<typeof downloadSchema> {
  const url = `${base}/${path}`;
  const name = path.split("/").at(-1) ?? path;
  const examples = templates.map(({ tool, command }) => ({
    tool,
    command: command.replaceAll("{url}", url).replaceAll("{name}", name),
  }));
  return { path, url, description, mediaType, bytes, rows, sha256, examples };
}

/**
 * The part of a file that a Range header asks for (RFC 9110, 14.2); undefined for the whole: where
 * it asks for nothing, for several parts, in a way that cannot be read, or of another version (If-Range).
 * `unsatisfiable` where there is no such part.
 */
export function wantedRange(
  size: number,
  etag: string,
  range: string | undefined,
  ifRange: string | undefined,
): ByteRange | "unsatisfiable" | undefined {
  if (range === undefined || (ifRange !== undefined && !matchesEtag(ifRange, etag))) return undefined;
  const { code, type, ranges } = parseRange(size, range);
  if (type !== "bytes") return undefined;
  if (code === 2) return "unsatisfiable";
  return code === 0 && ranges.length === 1 ? ranges[0] : undefined;
}
