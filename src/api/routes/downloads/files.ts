import { parse as parseRange } from "range-parser";
import type * as z from "zod";
import { matchesEtag } from "../../http/cache.ts";
import type { ByteRange, DownloadFile } from "../../http/downloads.ts";
import type { downloadSchema } from "./schema.ts";

/** A file as the list shows it. `base` is the URL of its folder. */
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
 * The part of a file that a Range header asks for (RFC 9110, 14.2); undefined for the whole file:
 * without a header, with several parts, with a malformed one, or for another version (If-Range).
 * `unsatisfiable` where the file has no such part.
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
