import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type OutputChunk, rolldown } from "rolldown";
import { PACKAGE_NAME as DATA } from "../../src/exports/npm/manifest.ts";
import { semanticVersion } from "../../src/exports/version.ts";
import { loadHistory, stateAt } from "../../src/history/history.ts";
import { noticesOf } from "./notices.ts";

/*
 * Builds the package `ai-data-use`, the command line: one program, which reads the records of the same release
 * from the package with the data.
 */

const HERE = fileURLToPath(new URL(".", import.meta.url));
const repositoryFile = (path: string): string => readFileSync(join(HERE, "../..", path), "utf8");

/** Commander, which reads the command line, needs this. */
const NODE = ">=22.13";

/** package.json. The records and the code are of one release, so that they fit. */
const manifest = (version: string): string =>
  `${JSON.stringify(
    {
      name: "ai-data-use",
      version,
      description:
        "What online platforms do with people's data to train AI, and how to opt out: on the command line, without a network.",
      keywords: ["ai", "training", "opt-out", "privacy", "cli"],
      author: "AI Data Use contributors",
      license: "MIT",
      type: "module",
      engines: { node: NODE },
      bin: { "ai-data-use": "main.js" },
      exports: { "./package.json": "./package.json" },
      files: ["*.js", "LICENSE-THIRD-PARTY"],
      dependencies: { [DATA]: version },
    },
    null,
    2,
  )}\n`;

/** The program. Code that few calls need is apart, so that the others start sooner. */
async function program(): Promise<OutputChunk[]> {
  await using bundle = await rolldown({
    input: { main: join(HERE, "src/main.ts") },
    platform: "node",
    external: [`${DATA}/load.js`],
    treeshake: { moduleSideEffects: false },
    transform: { target: "es2024" },
    logLevel: "silent",
  });
  const { output } = await bundle.generate({ format: "esm", chunkFileNames: "[name].js" });
  return output.filter((file) => file.type === "chunk");
}

/** Every file of the package by its path. @param version the release's, as npm writes it */
export async function commandFiles(version: string): Promise<Record<string, string>> {
  const chunks = await program();
  return {
    "package.json": manifest(version),
    "README.md": repositoryFile("clients/cli/README.md"),
    LICENSE: repositoryFile("LICENSE"),
    "LICENSE-THIRD-PARTY": noticesOf(chunks),
    ...Object.fromEntries(chunks.map((chunk) => [chunk.fileName, chunk.code])),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      out: { type: "string" },
      release: { type: "string" },
      data: { type: "string", default: "data" },
    },
  });
  if (values.out === undefined) throw new Error("Nowhere to write: give --out DIR, a new folder.");
  const { release } = stateAt(loadHistory(values.data), values.release);
  for (const [path, text] of Object.entries(await commandFiles(semanticVersion(release.version)))) {
    const to = join(values.out, path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, text);
  }
  chmodSync(join(values.out, "main.js"), 0o755);
  console.log(
    `${values.out}: ai-data-use ${semanticVersion(release.version)}. To publish it: cd ${values.out} && npm publish`,
  );
}
