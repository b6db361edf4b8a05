import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Answers a request. `env` is what the server adds: the connection. */
export type Fetch = (request: Request, env?: object) => Response | Promise<Response>;
type Encoding = "br" | "gzip";

const COMPRESSIBLE = /^(application\/(.*\+)?(json|xml)|text\/|image\/svg)/;
/** Below this many bytes compressing costs more than it saves. */
const SMALLEST = 1024;

const brotli = promisify(brotliCompress);
const squeeze: Record<Encoding, (body: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>> = {
  br: async (body) => new Uint8Array(await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })),
  gzip: async (body) => new Uint8Array(await promisify(gzip)(body)),
};

/** The encoding to use, from Accept-Encoding (RFC 9110, 12.5.3); br before gzip. */
export function chooseEncoding(header: string | null): Encoding | undefined {
  const accepted = new Map(
    (header ?? "").split(",").map((part) => {
      const [name = "", ...params] = part
        .trim()
        .toLowerCase()
        .split(";")
        .map((p) => p.trim());
      return [name, !params.some((p) => /^q=0(\.0*)?$/.test(p))];
    }),
  );
  return (["br", "gzip"] as const).find(
    (e) => accepted.get(e) ?? (accepted.get("*") === true && e === "gzip"),
  );
}

/** A strong validator names one representation, so each encoding has a tag of its own. */
const tagFor = (etag: string, encoding: Encoding): string => etag.replace(/"$/, `-${encoding}"`);
const untag = (header: string): string => header.replace(/-(br|gzip)"/g, '"');

/** A GET's answer in the encoding that the client prefers. */
const encoded =
  (fetch: Fetch) =>
  async (request: Request, env?: object): Promise<Response> => {
    const encoding = chooseEncoding(request.headers.get("Accept-Encoding"));
    const condition = request.headers.get("If-None-Match");
    const headers = new Headers(request.headers);
    if (condition) headers.set("If-None-Match", untag(condition));
    const response = await fetch(condition ? new Request(request, { headers }) : request, env);
    if (!encoding) return response;
    const etag = response.headers.get("ETag");
    const out = new Headers(response.headers);
    if (response.status === 304 && etag && condition?.includes(tagFor(etag, encoding))) {
      out.set("ETag", tagFor(etag, encoding));
      return new Response(null, { status: 304, headers: out });
    }
    const asIs = response.headers.get("Cache-Control")?.includes("no-transform");
    if (!response.body || asIs || !COMPRESSIBLE.test(response.headers.get("Content-Type") ?? ""))
      return response;
    const body = new Uint8Array(await response.arrayBuffer());
    if (body.length < SMALLEST) return new Response(body, { status: response.status, headers: out });
    out.set("Content-Encoding", encoding);
    if (etag) out.set("ETag", tagFor(etag, encoding));
    return new Response(await squeeze[encoding](body), { status: response.status, headers: out });
  };

/** Compresses answers for clients that accept it; HEAD says what GET would. On Workers the edge does this. */
export function compressed(fetch: Fetch): Fetch {
  const get = encoded(fetch);
  return async (request, env) => {
    if (request.method !== "HEAD") return get(request, env);
    const response = await get(new Request(request, { method: "GET" }), env);
    // The body is not read, so release it.
    await response.body?.cancel();
    return new Response(null, response);
  };
}
