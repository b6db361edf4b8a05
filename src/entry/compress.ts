import { repeatableBytes } from "../api/index.ts";
import { CompressionQueue } from "./compression-queue.ts";
import { chooseEncoding, type Encoding, tagFor, untag } from "./encodings.ts";

/** Answers a request. `env` is what the server adds: the connection. */
export type Fetch = (request: Request, env?: object) => Response | Promise<Response>;

/** Compresses bodies. */
export interface Compressor {
  /**
   * The compressed bytes; undefined where too many bodies wait already.
   * @param tag the entity tag of the result, where the body has one
   */
  compress(
    body: Uint8Array,
    encoding: Encoding,
    tag: string | undefined,
  ): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

const COMPRESSIBLE = /^(application\/(.*\+)?(json|xml)|text\/|image\/svg)/;
/** Below this many bytes compressing costs more than it saves. */
const SMALLEST = 1024;

/** Should a body with these headers be compressed here? Not what is compressed already, and not downloads, which are sent as they are. */
const isCompressible = (headers: Headers): boolean =>
  !headers.has("Content-Encoding") &&
  !headers.get("Cache-Control")?.includes("no-transform") &&
  COMPRESSIBLE.test(headers.get("Content-Type") ?? "");

/** Whether an answer would be compressed for clients that accept it. */
export const wouldCompress = (headers: Headers, body: Uint8Array): boolean =>
  body.length >= SMALLEST && isCompressible(headers);

/** A GET's answer in the encoding that the client prefers; as it is while too many others are being compressed. */
const encoded =
  (fetch: Fetch, compressor: Compressor) =>
  async (request: Request, env?: object): Promise<Response> => {
    const encoding = chooseEncoding(request.headers.get("Accept-Encoding"));
    if (!encoding) return fetch(request, env);
    const condition = request.headers.get("If-None-Match");
    const headers = new Headers(request.headers);
    if (condition) headers.set("If-None-Match", untag(condition, encoding));
    const response = await fetch(condition ? new Request(request, { headers }) : request, env);
    const etag = response.headers.get("ETag");
    const tag = etag ? tagFor(etag, encoding) : undefined;
    const out = new Headers(response.headers);
    if (response.status === 304 && tag !== undefined && condition?.includes(tag)) {
      out.set("ETag", tag);
      return new Response(null, { status: 304, headers: out });
    }
    if (!isCompressible(response.headers)) return response;
    const body = repeatableBytes(env) ?? new Uint8Array(await response.arrayBuffer());
    const bytes = body.length < SMALLEST ? undefined : await compressor.compress(body, encoding, tag);
    if (!bytes) return new Response(body, { status: response.status, headers: out });
    out.set("Content-Encoding", encoding);
    out.set("Content-Length", String(bytes.byteLength));
    if (tag !== undefined) out.set("ETag", tag);
    return new Response(bytes, { status: response.status, headers: out });
  };

/** Compresses answers for clients that accept it; HEAD says what GET would. On Workers the edge does this. */
export function compressed(fetch: Fetch, compressor: Compressor = new CompressionQueue()): Fetch {
  const get = encoded(fetch, compressor);
  return async (request, env) => {
    if (request.method !== "HEAD") return get(request, env);
    const response = await get(new Request(request, { method: "GET" }), env);
    // The body is not read, so release it.
    await response.body?.cancel();
    return new Response(null, response);
  };
}
