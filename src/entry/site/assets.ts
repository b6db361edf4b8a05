import { readFileSync } from "node:fs";
import { assetHeaders, moduleHeaders } from "../../api/index.ts";
import NAMES from "../../site/assets/names.json" with { type: "json" };
import type { Fetch } from "../compress.ts";
import { type Asset, ServedAsset } from "../docs-assets.ts";
import { compress } from "../encodings.ts";

type Headers = Readonly<Record<string, string>>;

const FOLDER = new URL("../../site/assets/", import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
};

/** Names have a hash of the contents, so what has such a name never changes. */
export const siteAssetHeaders = (): Headers => ({
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

/** Files that other sites load, under names that stay the same. */
export const siteModules = (): ReadonlyMap<string, Asset> => {
  const body = new Uint8Array(readFileSync(new URL("embed.js", FOLDER)));
  return new Map([["embed.js", { type: "text/javascript; charset=utf-8", body }]]);
};

/** Those of this process, however many handlers it makes. */
let own: ReadonlyMap<string, ServedAsset> | undefined;
const ownAssets = (): ReadonlyMap<string, ServedAsset> => {
  const served = (files: ReadonlyMap<string, Asset>, folder: string, headers: Headers) =>
    [...files].map(([name, asset]) => [folder + name, new ServedAsset(asset, compress, headers)] as const);
  own ??= new Map([
    ...served(siteAssets(), "/assets/", siteAssetHeaders()),
    ...served(siteModules(), "/", moduleHeaders()),
  ]);
  return own;
};

/** Answers the site's own files before anything else is asked. */
export function withSiteAssets(fetch: Fetch): Fetch {
  return (request, env) => {
    const { pathname } = new URL(request.url);
    const asset =
      /^\/(assets\/[^/]+|[^/]+\.js)$/.test(pathname) && ["GET", "HEAD"].includes(request.method)
        ? ownAssets().get(pathname)
        : undefined;
    return asset ? asset.answer(request) : fetch(request, env);
  };
}
