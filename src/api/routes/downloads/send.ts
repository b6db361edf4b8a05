import type { Context } from "hono";
import { matchesEtag } from "../../http/cache.ts";
import type { DownloadFile, Downloads } from "../../http/downloads.ts";
import { Problem, problemResponse, unknownName } from "../../http/problem.ts";
import { LATEST } from "../../http/release-param.ts";
import { IMMUTABLE, unprefixed } from "../../http/respond.ts";
import { type Services, type Snapshot, snapshotOf } from "../../http/services.ts";
import { wantedRange } from "./files.ts";

/** The downloads of this server. @throws {Problem} `unavailable` where it has none */
const downloadsOf = (s: Services): Downloads => {
  if (!s.downloads)
    throw new Problem(
      "unavailable",
      "This server has no downloads. `npm run export -- --out DIR` writes them from the repository.",
    );
  return s.downloads;
};

const unavailable = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem("unavailable", "The downloads are not available at the moment.");

/** The files of a state of the dataset. */
export const filesOf = async (s: Services, { publication }: Snapshot): Promise<readonly DownloadFile[]> =>
  downloadsOf(s)
    .list(publication)
    .catch((error) => {
      throw unavailable(error);
    });

/** The folder of these files. */
export const folder = (at: Snapshot): string => `/download/${at.release ?? LATEST}`;

/** SHA-256 in the form of Repr-Digest: base64 between colons (RFC 9530). */
const digestHeader = (sha256: string): string =>
  `sha-256=:${btoa(String.fromCharCode(...(sha256.match(/../g) ?? []).map((h) => Number.parseInt(h, 16))))}:`;

/** The file has no such part; gives its length (RFC 9110, 15.5.17). */
function unsatisfiable(c: Context, { path, bytes }: DownloadFile): Response {
  const response = problemResponse(
    new Problem("unsatisfiable-range", `${path} has ${bytes} bytes; the requested part is outside it.`),
    unprefixed(c.req.path),
  );
  response.headers.set("Content-Range", `bytes */${bytes}`);
  return response;
}

/** A file's media type. Clients take text without a charset for Latin-1, or guess; all text here is UTF-8. */
const contentType = ({ mediaType }: DownloadFile): string =>
  mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType;

/** Sends a file, or the part of it that a Range header asks for. */
export async function sendFile(c: Context, s: Services, path: string): Promise<Response> {
  const named = c.req.param("release") ?? LATEST;
  const at = await snapshotOf(s, named === LATEST ? undefined : named);
  const files = await filesOf(s, at);
  const file = files.find((f) => f.path === path);
  if (!file)
    throw unknownName(
      "unknown-file",
      "file",
      `There is no file ${path}.`,
      path,
      files.map((f) => f.path),
      " /download lists the files.",
    );
  const etag = `"${file.sha256}"`;
  const headers: Record<string, string> = {
    ETag: etag,
    "Repr-Digest": digestHeader(file.sha256),
    "Accept-Ranges": "bytes",
    // Compressing the file in transit would hold all of it in memory and break ranges.
    "Cache-Control": `${at.release === undefined ? "public, max-age=300" : IMMUTABLE}, no-transform`,
  };
  if (matchesEtag(c.req.header("If-None-Match"), etag)) return new Response(null, { status: 304, headers });
  const range = wantedRange(file.bytes, etag, c.req.header("Range"), c.req.header("If-Range"));
  if (range === "unsatisfiable") return unsatisfiable(c, file);
  const bytes = await downloadsOf(s)
    .open(at.publication, file, range)
    .catch((error) => {
      throw unavailable(error);
    });
  const about = { ...headers, "Content-Type": contentType(file) };
  return range
    ? new Response(bytes, {
        status: 206,
        headers: {
          ...about,
          "Content-Range": `bytes ${range.start}-${range.end}/${file.bytes}`,
          "Content-Length": String(range.end - range.start + 1),
        },
      })
    : new Response(bytes, { headers: { ...about, "Content-Length": String(file.bytes) } });
}
