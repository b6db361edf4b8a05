import { readFileSync } from "node:fs";
import { assetHeaders } from "../../api/index.ts";
import NAMES from "../../site/assets/names.json" with { type: "json" };
import type { Fetch } from "../compress.ts";
import { type Asset, ServedAsset } from "../docs-assets.ts";
import { compress } from "../encodings.ts";

const FOLDER = new URL("../../site/assets/", import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
};

/** Names have a hash of the contents, so what has such a name never changes. */
export const siteAssetHeaders = (): Readonly<Record<string, string>> => ({
  ...assetHeaders(),
  "Cache-Control": "public, max-age=31536000, immutable",
});

/** The site's own files, by the name under which they are served. */
export const siteAssets = (): ReadonlyMap<string, Asset> =>
  new Map(
    Object.entries(NAMES).map(([file, name]) => [
      name,
      {
        type: TYPES[file.split(".").at(-1) ?? ""] ?? "application/octet-stream",
        body: new Uint8Array(readFileSync(new URL(file, FOLDER))),
      },
    ]),
  );

/** Those of this process, however many handlers it makes. */
let own: ReadonlyMap<string, ServedAsset> | undefined;
const ownAssets = (): ReadonlyMap<string, ServedAsset> => {
  own ??= new Map(
    [...siteAssets()].map(([name, asset]) => [name, new ServedAsset(asset, compress, siteAssetHeaders())]),
  );
  return own;
};

/** Answers the site's own files before anything else is asked. */
export function withSiteAssets(fetch: Fetch): Fetch {
  return (request, env) => {
    const [, name = ""] = /^\/assets\/([^/]+)$/.exec(new URL(request.url).pathname) ?? [];
    const asset = name !== "" && ["GET", "HEAD"].includes(request.method) ? ownAssets().get(name) : undefined;
    return asset ? asset.answer(request) : fetch(request, env);
  };
}
