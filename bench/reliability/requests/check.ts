import { PROBLEMS } from "../../../src/api/http/problem.ts";
import { formFaults } from "../../../test/fixtures/well-formed.ts";
import type { Asked } from "./generate.ts";

/** What came back. */
export interface Answered {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** What no answer may contain unless the request does: database messages, and paths of files. */
const INSIDE: readonly RegExp[] = [
  /SQLITE_\w+|D1_ERROR|LibsqlError|DrizzleError/,
  /\bselect\b[^.]{0,200}\bfrom "?\w/i,
  /no such (table|column)|syntax error near|malformed MATCH|unknown special query|fts5/i,
  /node_modules|file:\/\/|\.ts:\d+/,
  /\bat \S+ \(\S+:\d+:\d+\)/,
];

/** Problem details (RFC 9457) of a problem that is documented. */
function problemFaults({ status, headers, body }: Answered): string[] {
  // Browsers get errors as pages (docs/site.md).
  if (/^text\/html/.test(headers["content-type"] ?? ""))
    return /<h1[ >]/.test(body) ? [] : ["a page without a heading"];
  if (!/^application\/problem\+json/.test(headers["content-type"] ?? ""))
    return [`an error of type ${headers["content-type"]}: ${body.slice(0, 100)}`];
  const value = JSON.parse(body) as Record<string, unknown>;
  const name = String(value["type"]).replace("/problems/", "");
  const known = Object.hasOwn(PROBLEMS, name) ? PROBLEMS[name as keyof typeof PROBLEMS] : undefined;
  if (!known || known.status !== status || value["status"] !== status)
    return [`an undocumented problem: ${body.slice(0, 100)}`];
  return ["title", "detail", "instance"]
    .filter((key) => typeof value[key] !== "string")
    .map((key) => `no ${key}`);
}

/** What is wrong with one answer, in words; `paths` are files of the server that no answer may name. */
export function faultsOf(asked: Asked, answered: Answered, paths: readonly string[]): string[] {
  const { status, headers, body } = answered;
  const faults: string[] = [];
  const request = JSON.stringify(asked) + safeDecoded(asked.path);
  if (status >= 500) faults.push(`${status}: ${body.slice(0, 200)}`);
  const found = [...INSIDE.flatMap((p) => p.exec(body)?.[0] ?? []), ...paths.filter((p) => body.includes(p))];
  // The API's own reference and schemas describe errors; data may quote anything.
  if (status >= 400)
    faults.push(...found.filter((text) => !request.includes(text)).map((t) => `it says ${t}`));
  if (asked.method === "HEAD" || status === 204 || status === 304) {
    if (body !== "") faults.push("a body");
    return faults;
  }
  if (status >= 300 && status < 400) {
    if (!headers["location"]) faults.push("a redirect to nowhere");
    return faults;
  }
  faults.push(...formFaults(headers["content-type"] ?? "", body));
  if (faults.length === 0 && status >= 400) faults.push(...problemFaults(answered));
  if (headers["x-content-type-options"] !== "nosniff") faults.push("no nosniff");
  return faults;
}

/** A path with its escapes undone, as often as a server might. */
function safeDecoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}
