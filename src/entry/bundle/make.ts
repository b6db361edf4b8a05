import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { InputOptions, Plugin } from "rolldown";
import { BUNDLE, noteSources, ROOT } from "./sources.ts";

/** Modules find their files (migrations, programs) from where their sources are. */
const sourceUrls: Plugin = {
  name: "source-urls",
  transform(code, id) {
    if (!id.startsWith(join(ROOT, "src/")) || !code.includes("import.meta.url")) return null;
    const from = JSON.stringify(relative(BUNDLE, id));
    return code.replaceAll("import.meta.url", `new URL(${from}, import.meta.url).href`);
  },
};

/** Only the font that badges use (fonts/anafanafo.ts); wrangler.toml has the same. */
export const ALIAS = { anafanafo: join(ROOT, "src/entry/fonts/anafanafo.ts") };

/** What is bundled, and how. */
export const SERVER: InputOptions = {
  input: { server: join(ROOT, "src/entry/bundle/server.ts") },
  platform: "node",
  external: ["libsql", "swagger-ui-dist"],
  // Of packages with both, the ES module: bundlers cannot follow what UMD requires.
  resolve: { alias: ALIAS, mainFields: ["module", "main"] },
  plugins: [sourceUrls],
};

/**
 * Makes the server's bundle, with everything that it loads only for some requests in files of their own.
 * @returns the bundle's module; undefined where it cannot be made: the bundler is not installed, or the folder
 *   cannot be written
 */
export async function makeBundle(): Promise<typeof import("./server.ts") | undefined> {
  try {
    const { rolldown } = await import("rolldown");
    await using bundle = await rolldown(SERVER);
    rmSync(BUNDLE, { recursive: true, force: true });
    await bundle.write({ dir: BUNDLE, format: "esm", chunkFileNames: "[name]-[hash].js" });
    noteSources();
    // Not the module that may have been imported before from the same path.
    return (await import(
      `${pathToFileURL(join(BUNDLE, "server.js")).href}?made`
    )) as typeof import("./server.ts");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "ERR_MODULE_NOT_FOUND")
      console.error(`The server's bundle could not be made, so that its sources run: ${message}`);
    return undefined;
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) process.exit((await makeBundle()) ? 0 : 1);
