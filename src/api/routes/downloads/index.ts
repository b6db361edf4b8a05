import { commonErrors, notFound } from "../../http/documented-errors.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { LATEST, releaseParam } from "../../http/release-param.ts";
import {
  body,
  caching,
  canonicalRequest,
  JSON_TYPE,
  prefixOf,
  send,
  withPrefix,
} from "../../http/respond.ts";
import { snapshotOf } from "../../http/services.ts";
import { presentFile } from "./files.ts";
import { MEDIA_TYPES } from "./media-types.ts";
import { filesOf, folder, sendFile } from "./send.ts";

const list = endpoint(
  {
    id: "listDownloads",
    path: "/download",
    tag: "Downloads",
    summary: "The whole dataset as files",
    description:
      "Every file with its size, rows and SHA-256, and a command that loads it in a tool. `/download/latest/…` is the current state; `/download/{release}/…` a release, which never changes.",
    about: "The whole dataset as files: Excel, CSV, JSON, NDJSON, SQLite, SQL, Parquet, and hosts by region.",
    example: "/download",
    query: { release: releaseParam },
  },
  async (s, { c, path, query }) => {
    const at = await snapshotOf(s, query.release);
    const self = canonicalRequest(path, { release: at.release });
    const prefix = prefixOf(c);
    const base = s.origin.of(c) + prefix;
    const files = await filesOf(s, at);
    // The commands that load a file contain the server's own address.
    const made = await body(s, at, `${base} ${self}`, JSON_TYPE, async (publication) => {
      const items = files.map((f) => presentFile(f, base + folder(at)));
      const about = meta(publication, { self, releases: "/releases" });
      const list = { meta: about, total: items.length, next: null, items };
      return `${JSON.stringify(withPrefix(list, prefix))}\n`;
    });
    return send(c, made, caching(at));
  },
);

const release = { description: "A release's version, or `latest` for the current state.", example: LATEST };

/**
 * Bytes, whatever their type. Clients parse the types that they know, such as JSON, where these are listed one by one;
 * and some generators make a type of their own for each.
 */
const content = { "*/*": { example: "…" } };

/** What both kinds of file have in common. */
const fileHead = {
  tag: "Downloads",
  description:
    "The bytes, with `Repr-Digest` (RFC 9530) and a strong validator; a part of them with `Range`, so that tools can read remotely.",
  query: {},
  answer: { type: "string" as const, format: "binary" },
  exampleAnswered: false,
  responses: {
    200: { description: `The file. Its type is one of: ${MEDIA_TYPES.join(", ")}.`, content },
    206: { description: "A part of the file.", content },
    304: { description: "The client's copy (If-None-Match) is current." },
    ...commonErrors,
    ...notFound("unknown-file", "There is no file ai-data-use.sqlit. Did you mean ai-data-use.sqlite?", [
      "ai-data-use.sqlite",
    ]),
    416: { description: "The file has no such part.", content: commonErrors[400].content },
  },
};

const file = endpoint(
  {
    ...fileHead,
    id: "getDownload",
    path: "/download/{release}/{file}",
    summary: "One file of the dataset",
    example: "/download/latest/ai-data-use.sqlite",
    params: { release, file: { description: "The file's name.", example: "ai-data-use.sqlite" } },
  },
  (s, { c, params }) => sendFile(c, s, params["file"] ?? ""),
);

const table = endpoint(
  {
    ...fileHead,
    id: "getTableDownload",
    path: "/download/{release}/{format}/{file}",
    summary: "One file of a folder: a normalised table, or the hosts of a region",
    example: "/download/latest/csv/rules.csv",
    params: {
      release,
      format: { description: "The folder: csv, parquet or hosts.", example: "csv" },
      file: { description: "The file's name.", example: "rules.csv" },
    },
  },
  (s, { c, params }) => sendFile(c, s, `${params["format"]}/${params["file"]}`),
);

/** /download */
export const downloadEndpoints = [list, file, table];
