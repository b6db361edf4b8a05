import { readdirSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { InputOptions, Plugin } from "rolldown";
import { bundlesOf, type Program, ROOT, replaceBundle } from "./sources.ts";

/** Modules find their files (migrations, programs) from where their sources are. */
const sourceUrls = (program: Program): Plugin => ({
  name: "source-urls",
  transform(code, id) {
    if (!id.startsWith(join(ROOT, "src/")) || !code.includes("import.meta.url")) return null;
    const from = JSON.stringify(relative(join(bundlesOf(program), "any"), id));
    return code.replaceAll("import.meta.url", `new URL(${from}, import.meta.url).href`);
  },
});

/** Only the font and the form of colours that badges use; wrangler.toml has the same. */
export const ALIAS = {
  anafanafo: join(ROOT, "src/entry/fonts/anafanafo.ts"),
  "css-color-converter": join(ROOT, "src/entry/fonts/css-color.ts"),
};

/** Packages that every command loads, and the bundler's own. The others are loaded by few, as they are. */
const OF_COMMANDS =
  /^(@oxc-project\/runtime|canonicalize|commander|fastest-levenshtein|jsonc-parser|zod)(\/|$)/;

const isPackage = (id: string): boolean => /^[@a-z]/.test(id);

/** As in tsconfig.json, which is not where the sources are deployed. */
const JSX = { runtime: "automatic", importSource: "hono/jsx" } as const;

/** What is bundled, and how. */
export const PROGRAMS: Readonly<Record<Program, InputOptions>> = {
  server: {
    input: { server: join(ROOT, "src/entry/bundle/server.ts") },
    platform: "node",
    tsconfig: false,
    transform: { jsx: JSX },
    external: ["libsql", "swagger-ui-dist"],
    // jsonc-parser's main file finds its parts by names that are not known when it is bundled.
    resolve: { alias: ALIAS, mainFields: ["module", "main"] },
    plugins: [sourceUrls("server")],
  },
  cli: {
    input: { cli: join(ROOT, "src/entry/bundle/cli.ts") },
    platform: "node",
    tsconfig: false,
    transform: { jsx: JSX },
    external: (id) => isPackage(id) && !OF_COMMANDS.test(id),
    resolve: { mainFields: ["module", "main"] },
    plugins: [sourceUrls("cli")],
  },
};

/** How many bundles remain: servers that are running load parts of theirs when they are first needed. */
const KEPT = 10;

function removeOld(bundles: string): void {
  const folders = readdirSync(bundles, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const newestFirst = folders
    .map(({ name }) => ({ path: join(bundles, name), at: statSync(join(bundles, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of newestFirst.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}

/**
 * Makes a program's bundle, with everything that it loads only in some cases in files of their own.
 * @returns whether it was made. It cannot be where the bundler is not installed, or the folder cannot be written
 */
async function makeBundle(program: Program): Promise<boolean> {
  try {
    const { rolldown } = await import("rolldown");
    const name = `${Date.now().toString(36)}-${process.pid}`;
    await using bundle = await rolldown({
      ...PROGRAMS[program],
      // What is remembered about the records depends on the code that found it.
      transform: { jsx: JSX, define: { "import.meta.bundle": JSON.stringify(name) } },
    });
    await replaceBundle(program, name, (dir) =>
      bundle.write({ dir, format: "esm", chunkFileNames: "[name]-[hash].js" }),
    );
    removeOld(bundlesOf(program));
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "ERR_MODULE_NOT_FOUND")
      console.error(
        `The bundle of ${program} could not be made, so that its sources run: ${message.split(/\n+/).slice(0, 2).join(" ")}`,
      );
    return false;
  }
}

/** `make.ts <program>`; the server where none is named. */
if (import.meta.main) process.exit((await makeBundle(process.argv[2] === "cli" ? "cli" : "server")) ? 0 : 1);
