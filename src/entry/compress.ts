import { CompressionQueue } from "./compression-queue.ts";
import { chooseEncoding, tagFor, untag } from "./encodings.ts";

/** Answers a request. `env` is what the server adds: the connection. */
export type Fetch = (request: Request, env?: object) => Response | Promise<Response>;

const COMPRESSIBLE = /^(application\/(.*\+)?(json|xml)|text\/|image\/svg)/;
/** Below this many bytes compressing costs more than it saves. */
const SMALLEST = 1024;

/** Should this body be compressed here? Not what is compressed already, and not downloads, which are sent as they are. */
const isCompressible = ({ body, headers }: Response): boolean =>
  body !== null &&
  !headers.has("Content-Encoding") &&
  !headers.get("Cache-Control")?.includes("no-transform") &&
  COMPRESSIBLE.test(headers.get("Content-Type") ?? "");

/** A GET's answer in the encoding that the client prefers; as it is while too many others are being compressed. */
const encoded =
  (fetch: Fetch, queue: CompressionQueue) =>
  async (request: Request, env?: object): Promise<Response> => {
    const encoding = chooseEncoding(request.headers.get("Accept-Encoding"));
    if (!encoding) return fetch(request, env);
    const condition = request.headers.get("If-None-Match");
    const headers = new Headers(request.headers);
    if (condition) headers.set("If-None-Match", untag(condition, encoding));
    const response = await fetch(condition ? new Request(request, { headers }) : request, env);
    const etag = response.headers.get("ETag");
    const out = new Headers(response.headers);
    if (response.status === 304 && etag && condition?.includes(tagFor(etag, encoding))) {
      out.set("ETag", tagFor(etag, encoding));
      return new Response(null, { status: 304, headers: out });
    }
    if (!isCompressible(response) || queue.full) return response;
    const body = new Uint8Array(await response.arrayBuffer());
    const bytes = body.length < SMALLEST ? undefined : await queue.compress(body, encoding);
    if (!bytes) return new Response(body, { status: response.status, headers: out });
    out.set("Content-Encoding", encoding);
    out.delete("Content-Length");
    if (etag) out.set("ETag", tagFor(etag, encoding));
    return new Response(bytes, { status: response.status, headers: out });
  };

/** Compresses answers for clients that accept it; HEAD says what GET would. On Workers the edge does this. */
export function compressed(fetch: Fetch, queue: CompressionQueue = new CompressionQueue()): Fetch {
  const get = encoded(fetch, queue);
  return async (request, env) => {
    if (request.method !== "HEAD") return get(request, env);
    const response = await get(new Request(request, { method: "GET" }), env);
    // The body is not read, so release it.
    await response.body?.cancel();
    return new Response(null, response);
  };
}
