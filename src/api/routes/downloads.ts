import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { matchesEtag } from "../cache.ts";
import { type DownloadFile, type Downloads, presentFile, wantedRange } from "../downloads.ts";
import { downloadExample } from "../examples.ts";
import { downloadsPage } from "../pages/downloads.ts";
import { PAGE_CSP } from "../pages/layout.ts";
import { wantsHtml } from "../pages/negotiate.ts";
import { releaseParam } from "../params.ts";
import { meta } from "../present.ts";
import { commonErrors, notFound, Problem, problemResponse, unknownName } from "../problem.ts";
import {
  body,
  caching,
  canonicalRequest,
  IMMUTABLE,
  JSON_TYPE,
  type Reading,
  reading,
  type Services,
  send,
  unprefixed,
} from "../respond.ts";
import { type Api, dataRoute, refuseUnknown, serve } from "../routing.ts";
import { downloadSchema, listOf } from "../schemas.ts";

/** In a path: the state that readers see, whatever its version. */
const LATEST = "latest";

const listRoute = dataRoute({
  id: "listDownloads",
  path: "/download",
  tag: "Downloads",
  summary: "The whole dataset as files",
  description:
    "Every file with its size, rows and SHA-256, and a line that loads it in a tool. `/download/latest/…` is the present state; `/download/{release}/…` a release, which never changes.",
  query: { release: releaseParam },
  answer: listOf(downloadSchema, "DownloadList"),
  example: downloadExample,
});

const param = (name: string, description: string, example: string) =>
  z.string().openapi({ param: { name, in: "path" }, description, example });
const release = param("release", "A release's version, or `latest` for the present state.", LATEST);
const gone = notFound(
  "unknown-file",
  "There is no file ai-data-use.sqlit. Did you mean ai-data-use.sqlite?",
  ["ai-data-use.sqlite"],
);

const fileRoute = (id: string, path: string, summary: string, params: z.ZodObject) =>
  createRoute({
    method: "get",
    path,
    operationId: id,
    tags: ["Downloads"],
    summary,
    description:
      "The bytes, with `Repr-Digest` (RFC 9530) and a strong validator; a part of them with `Range`, so that tools can read remotely.",
    request: { params },
    responses: {
      200: {
        description: "The file.",
        content: {
          "application/octet-stream": {
            schema: z.any().openapi({ type: "string", format: "binary" }),
            example: "…",
          },
        },
      },
      206: {
        description: "A part of the file.",
        content: {
          "application/octet-stream": {
            schema: z.any().openapi({ type: "string", format: "binary" }),
            example: "…",
          },
        },
      },
      304: { description: "What the client has (If-None-Match) is current." },
      ...(commonErrors as typeof commonErrors),
      ...gone,
      416: { description: "The file has no such part.", content: commonErrors[400].content },
    },
  });

const wholeRoute = fileRoute(
  "getDownload",
  "/download/{release}/{file}",
  "One file of the dataset",
  z.object({ release, file: param("file", "The file's name.", "ai-data-use.sqlite") }),
);
const tableRoute = fileRoute(
  "getTableDownload",
  "/download/{release}/{format}/{file}",
  "One normalised table of the dataset",
  z.object({
    release,
    format: param("format", "csv or parquet.", "csv"),
    file: param("file", "The file's name.", "rules.csv"),
  }),
);

const kept = (s: Services): Downloads => {
  if (!s.downloads)
    throw new Problem(
      "unavailable",
      "This server keeps no downloads. `npm run export -- --out DIR` writes them from the repository.",
    );
  return s.downloads;
};

const notNow = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(
        "unavailable",
        `The downloads cannot be had just now: ${error instanceof Error ? error.message : String(error)}`,
      );

/** The files of what a request reads. */
const filesOf = async (s: Services, { publication }: Reading): Promise<readonly DownloadFile[]> =>
  kept(s)
    .list(publication)
    .catch((error) => {
      throw notNow(error);
    });

const folder = (at: Reading): string => `/download/${at.release ?? LATEST}`;

/** SHA-256 as Repr-Digest has it: base64 between colons (RFC 9530). */
const digestHeader = (sha256: string): string =>
  `sha-256=:${btoa(String.fromCharCode(...(sha256.match(/../g) ?? []).map((h) => Number.parseInt(h, 16))))}:`;

/** There is no such part; says how long the file is (RFC 9110, 15.5.17). */
function unsatisfiable(c: Context, { path, bytes }: DownloadFile): Response {
  const response = problemResponse(
    new Problem("unsatisfiable-range", `${path} has ${bytes} bytes; no part of it was asked for.`),
    unprefixed(c.req.path),
  );
  response.headers.set("Content-Range", `bytes */${bytes}`);
  return response;
}

async function sendFile(c: Context, s: Services, path: string): Promise<Response> {
  refuseUnknown(c.req.query());
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

/** The routes under /download. */
export function downloadRoutes(api: Api, s: Services): void {
  serve(api, listRoute, async ({ c, path, query }) => {
    const at = await reading(s, query.release);
    const self = canonicalRequest(path, { release: at.release });
    const { origin } = new URL(c.req.url);
    const html = wantsHtml(c);
    const files = await filesOf(s, at);
    // The lines that load a file name the server that they come from.
    const made = await body(
      s,
      at,
      `${origin} ${html ? "page" : "json"} ${self}`,
      html ? "text/html; charset=utf-8" : JSON_TYPE,
      async (publication) => {
        const items = files.map((f) => presentFile(f, origin + folder(at)));
        if (html) return String(await downloadsPage(publication, items));
        return `${JSON.stringify({ meta: meta(publication, { self, releases: "/releases" }), total: items.length, next: null, items })}\n`;
      },
    );
    return send(c, made, { ...caching(at), ...(html ? { "Content-Security-Policy": PAGE_CSP } : {}) });
  });
  api.openapi(wholeRoute, ((c: Context) => sendFile(c, s, c.req.param("file") ?? "")) as never);
  api.openapi(tableRoute, ((c: Context) =>
    sendFile(c, s, `${c.req.param("format")}/${c.req.param("file")}`)) as never);
}
