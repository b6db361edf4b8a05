import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SUBDIVISIONS } from "#subdivisions";
import { DOCUMENTS, SUBDIVISIONS_FILE } from "../../api/documents/name.ts";
import { assetHeaders, moduleHeaders } from "../../api/index.ts";
import { docsAssets } from "../docs-assets.ts";
import { siteAssetHeaders, siteAssets, siteModules } from "../site/assets.ts";
import { command, exits } from "./command.ts";

const ROOT = "build/assets";

/** The files and their headers, by the path under which they are served. */
const folders = () =>
  [
    { path: "/docs/assets", files: docsAssets(), headers: assetHeaders() },
    { path: "/assets", files: siteAssets(), headers: siteAssetHeaders() },
    { path: "", files: siteModules(), headers: moduleHeaders() },
  ] as const;

/** Where the Worker reads documents and the names of places (src/api/documents/assets.ts). */
const DOCUMENTS_DIR = `${ROOT}/_documents`;

const SCHEMAS = fileURLToPath(new URL("../../../schema", import.meta.url));

/** The headers of the files, in the form that Cloudflare reads (developers.cloudflare.com/workers/static-assets/headers). */
const headersFile = (): string =>
  folders()
    .flatMap(({ path, files, headers }) => [
      // At the root there are other files, too.
      path === "" ? `/${[...files.keys()][0]}` : `${path}/*`,
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
      "",
    ])
    .join("\n");

/** Writes the files of the reference at /docs and of the site, and the documents, where wrangler serves them from; gives the exit code. */
export function runAssets(): number {
  rmSync(ROOT, { recursive: true, force: true });
  for (const { path, files } of folders()) {
    mkdirSync(`${ROOT}${path}`, { recursive: true });
    for (const [name, { body }] of files) writeFileSync(`${ROOT}${path}/${name}`, body);
  }
  mkdirSync(DOCUMENTS_DIR, { recursive: true });
  for (const name of DOCUMENTS) copyFileSync(join(SCHEMAS, name), join(DOCUMENTS_DIR, name));
  writeFileSync(join(DOCUMENTS_DIR, SUBDIVISIONS_FILE), SUBDIVISIONS);
  writeFileSync(`${ROOT}/_headers`, headersFile());
  return 0;
}

export const program = command(
  "assets",
  "Writes the files of the reference at /docs and of the site for Workers. wrangler.toml calls it.",
).action(exits(runAssets));
