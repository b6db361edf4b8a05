import type { Context } from "hono";
import { matchesEtag } from "../../http/cache.ts";
import type { DownloadFile, Downloads } from "../../http/downloads.ts";
import { Problem, problemResponse, unknownName } from "../../http/problem.ts";
import { IMMUTABLE, type Reading, reading, type Services, unprefixed } from "../../http/respond.ts";
import { wantedRange } from "./files.ts";

/** In a path: the current state, whatever its version. */
export const LATEST = "latest";

const kept = (s: Services): Downloads => {
  if (!s.downloads)
    throw new Problem(
      "unavailable",
      "This server has no downloads. `npm run export -- --out DIR` writes them from the repository.",
    );
  return s.downloads;
};

const notNow = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(
        "unavailable",
        `The downloads are not available at the moment: ${error instanceof Error ? error.message : String(error)}`,
      );

/** The files of what a request reads. */
export const filesOf = async (s: Services, { publication }: Reading): Promise<readonly DownloadFile[]> =>
  kept(s)
    .list(publication)
    .catch((error) => {
      throw notNow(error);
    });

/** The folder of the files of what a request reads. */
export const folder = (at: Reading): string => `/download/${at.release ?? LATEST}`;

/** SHA-256 as Repr-Digest has it: base64 between colons (RFC 9530). */
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

/** Sends a file, or the part of it that a Range header asks for. */
export async function sendFile(c: Context, s: Services, path: string): Promise<Response> {
  const named = c.req.param("release") ?? LATEST;
  const at = await reading(s, named === LATEST ? undefined : named);
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
    // Compressing a whole file on the way would cost its size in memory, and its ranges.
    "Cache-Control": `${at.release === undefined ? "public, max-age=300" : IMMUTABLE}, no-transform`,
  };
  if (matchesEtag(c.req.header("If-None-Match"), etag)) return new Response(null, { status: 304, headers });
  const range = wantedRange(file.bytes, etag, c.req.header("Range"), c.req.header("If-Range"));
  if (range === "unsatisfiable") return unsatisfiable(c, file);
  const bytes = await kept(s)
    .open(at.publication, file, range)
    .catch((error) => {
      throw notNow(error);
    });
  const about = { ...headers, "Content-Type": file.mediaType };
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
