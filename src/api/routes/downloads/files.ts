import type { z } from "@hono/zod-openapi";
import { parse as parseRange } from "range-parser";
import { matchesEtag } from "../../http/cache.ts";
import type { ByteRange, DownloadFile } from "../../http/downloads.ts";
import type { downloadSchema } from "./schema.ts";

/** A command that loads a file in a tool. */
interface Example {
  tool: "curl" | "duckdb" | "pandas" | "r" | "sqlite3" | "psql" | "sha256sum";
  command: string;
}

const python = (body: string): string => `python3 -c 'import pandas; print(${body})'`;

/** Downloads the file, then runs a command on it: works in tools that cannot read remote files. */
const fetched = (url: string, then: string): string => `curl -sO ${url} && ${then}`;

/** Examples by file name; the first pattern that matches applies. */
const EXAMPLES: readonly [RegExp, (url: string, name: string) => Example[]][] = [
  [
    /\.parquet$/,
    (url, name) => [
      { tool: "duckdb", command: fetched(url, `duckdb -c "SELECT * FROM '${name}' LIMIT 5"`) },
      { tool: "pandas", command: python(`pandas.read_parquet("${url}").head()`) },
      { tool: "r", command: `Rscript -e 'head(arrow::read_parquet("${url}"))'` },
    ],
  ],
  [
    /\.csv$/,
    (url, name) => [
      { tool: "curl", command: `curl -s ${url} | head -n 3` },
      { tool: "duckdb", command: fetched(url, `duckdb -c "SELECT * FROM '${name}' LIMIT 5"`) },
      { tool: "pandas", command: python(`pandas.read_csv("${url}").head()`) },
      { tool: "r", command: `Rscript -e 'head(read.csv("${url}"))'` },
    ],
  ],
  [
    /\.sqlite$/,
    (url, name) => [
      {
        tool: "sqlite3",
        command: fetched(
          url,
          `sqlite3 ${name} "SELECT platform, purpose, verdict FROM training_today LIMIT 5"`,
        ),
      },
    ],
  ],
  [
    /\.sql$/,
    (url) => [
      { tool: "sqlite3", command: `curl -s ${url} | sqlite3 my.db` },
      { tool: "psql", command: `curl -s ${url} | psql --quiet --dbname mydb` },
    ],
  ],
  [
    /\.ndjson$/,
    (url, name) => [
      { tool: "curl", command: `curl -s ${url} | head -n 1` },
      {
        tool: "duckdb",
        command: fetched(
          url,
          `duckdb -c "SELECT kind, count(*) FROM read_json('${name}', union_by_name=true) GROUP BY kind"`,
        ),
      },
    ],
  ],
  [
    /^SHA256SUMS$/,
    (url) => [{ tool: "sha256sum", command: `curl -s ${url} | sha256sum --check --ignore-missing` }],
  ],
  [/./, (url) => [{ tool: "curl", command: `curl -s ${url}` }]],
];

/** A file as the list shows it. `base` is the URL of its folder. */
export function presentFile(
  { path, description, mediaType, bytes, sha256, rows }: DownloadFile,
  base: string,
): z.infer<typeof downloadSchema> {
  const url = `${base}/${path}`;
  const name = path.split("/").at(-1) ?? path;
  const examples = EXAMPLES.find(([pattern]) => pattern.test(path))?.[1](url, name) ?? [];
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
