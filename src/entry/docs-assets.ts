import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { assetHeaders, matchesEtag } from "../api/index.ts";
import type { Fetch } from "./compress.ts";
import { chooseEncoding, compress, type Encoding, tagFor } from "./encodings.ts";

const require = createRequire(import.meta.url);

const INIT = `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#swagger-ui", deepLinking: true, validatorUrl: null });
`;

/** A file that is the same for everyone. */
export interface Asset {
  type: string;
  body: Uint8Array<ArrayBuffer>;
}

const fileOf = (path: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(require.resolve(`swagger-ui-dist/${path}`)));

const JAVASCRIPT = "text/javascript; charset=utf-8";

/** The files of the reference at /docs, by name: Swagger UI from its package, and its start. */
export const docsAssets = (): ReadonlyMap<string, Asset> =>
  new Map([
    ["swagger-ui-bundle.js", { type: JAVASCRIPT, body: fileOf("swagger-ui-bundle.js") }],
    ["swagger-ui.css", { type: "text/css; charset=utf-8", body: fileOf("swagger-ui.css") }],
    ["init.js", { type: JAVASCRIPT, body: new TextEncoder().encode(INIT) }],
  ]);

/** A strong entity tag: SHA-256, shortened to 128 bits. */
const tagOf = (body: Uint8Array): string =>
  `"${createHash("sha256").update(body).digest("hex").slice(0, 32)}"`;

/** An asset as it is sent: each encoding is made once, when it is first asked for. */
export class ServedAsset {
  readonly #asset: Asset;
  readonly #pack: typeof compress;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #etag: string;
  readonly #encoded = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(asset: Asset, pack: typeof compress, headers = assetHeaders()) {
    this.#asset = asset;
    this.#pack = pack;
    this.#headers = headers;
    this.#etag = tagOf(asset.body);
  }

  #in(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const made = this.#encoded.get(encoding) ?? this.#pack(this.#asset.body, encoding, 9);
    this.#encoded.set(encoding, made);
    // What failed is tried again.
    made.catch(() => this.#encoded.delete(encoding));
    return made;
  }

  async answer(request: Request): Promise<Response> {
    const encoding = chooseEncoding(request.headers.get("Accept-Encoding"));
    const etag = encoding ? tagFor(this.#etag, encoding) : this.#etag;
    const condition = request.headers.get("If-None-Match") ?? undefined;
    // In front of this, compress.ts has taken the encoding out of the tag, and puts it back.
    const match = [this.#etag, etag].find((tag) => matchesEtag(condition, tag));
    if (match !== undefined)
      return new Response(null, { status: 304, headers: { ...this.#headers, ETag: match } });
    const body = encoding ? await this.#in(encoding) : this.#asset.body;
    return new Response(request.method === "HEAD" ? null : body, {
      headers: {
        ...this.#headers,
        ETag: etag,
        "Content-Type": this.#asset.type,
        "Content-Length": String(body.length),
        ...(encoding && { "Content-Encoding": encoding }),
      },
    });
  }
}

/** The assets as they are sent. @param pack compresses the bytes; called once for each asset and encoding */
export const servedAssets = (pack: typeof compress = compress): ReadonlyMap<string, ServedAsset> =>
  new Map([...docsAssets()].map(([name, asset]) => [name, new ServedAsset(asset, pack)]));

/** Those of this process, however many handlers it makes. */
let own: ReadonlyMap<string, ServedAsset> | undefined;
const ownAssets = (): ReadonlyMap<string, ServedAsset> => {
  own ??= servedAssets();
  return own;
};

/** Answers the reference's own files before the API is asked. */
export function withDocsAssets(fetch: Fetch, assets: ReadonlyMap<string, ServedAsset> = ownAssets()): Fetch {
  return (request, env) => {
    const [, name = ""] = /^\/docs\/assets\/(.+)$/.exec(new URL(request.url).pathname) ?? [];
    const asset = ["GET", "HEAD"].includes(request.method) ? assets.get(name) : undefined;
    return asset ? asset.answer(request) : fetch(request, env);
  };
}
