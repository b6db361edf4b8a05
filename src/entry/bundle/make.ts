import { readdirSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { InputOptions, Plugin } from "rolldown";
import { BUNDLES, ROOT, replaceBundle } from "./sources.ts";

/** Modules find their files (migrations, programs) from where their sources are. */
const sourceUrls: Plugin = {
  name: "source-urls",
  transform(code, id) {
    if (!id.startsWith(join(ROOT, "src/")) || !code.includes("import.meta.url")) return null;
    const from = JSON.stringify(relative(join(BUNDLES, "any"), id));
    return code.replaceAll("import.meta.url", `new URL(${from}, import.meta.url).href`);
  },
};

/** Only the font and the form of colours that badges use; wrangler.toml has the same. */
export const ALIAS = {
  anafanafo: join(ROOT, "src/entry/fonts/anafanafo.ts"),
  "css-color-converter": join(ROOT, "src/entry/fonts/css-color.ts"),
};

/** What is bundled, and how. */
export const SERVER: InputOptions = {
  input: { server: join(ROOT, "src/entry/bundle/server.ts") },
  platform: "node",
  external: ["libsql", "swagger-ui-dist"],
  // jsonc-parser's main file finds its parts by names that are not known when it is bundled.
  resolve: { alias: ALIAS, mainFields: ["module", "main"] },
  plugins: [sourceUrls],
};

/** How many bundles remain: servers that are running load parts of theirs when they are first needed. */
const KEPT = 10;

function removeOld(): void {
  const folders = readdirSync(BUNDLES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const newestFirst = folders
    .map(({ name }) => ({ path: join(BUNDLES, name), at: statSync(join(BUNDLES, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of newestFirst.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}

/**
 * Makes the server's bundle, with everything that it loads only for some requests in files of their own.
 * @returns the bundle's module; undefined where it cannot be made: the bundler is not installed, or the folder
 *   cannot be written
 */
export async function makeBundle(): Promise<typeof import("./server.ts") | undefined> {
  try {
    const { rolldown } = await import("rolldown");
    const name = `${Date.now().toString(36)}-${process.pid}`;
    await using bundle = await rolldown(SERVER);
    await replaceBundle(name, (dir) =>
      bundle.write({ dir, format: "esm", chunkFileNames: "[name]-[hash].js" }),
    );
    removeOld();
    return (await import(
      pathToFileURL(join(BUNDLES, name, "server.js")).href
    )) as typeof import("./server.ts");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "ERR_MODULE_NOT_FOUND")
      console.error(
        `The server's bundle could not be made, so that its sources run: ${message.split("\n", 1)[0]}`,
      );
    return undefined;
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) process.exit((await makeBundle()) ? 0 : 1);
