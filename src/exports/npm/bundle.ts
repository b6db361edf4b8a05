import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type OutputOptions, type Plugin, rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import type { PackageFile } from "./data.ts";
import { recordTypes } from "./record-types.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** The package's entry points, each a module of runtime/. */
export const ENTRIES = ["index", "resolve", "load"] as const;

/** The modules with a release's data are next to the code. */
const besideTheCode: Plugin = {
  name: "beside-the-code",
  resolveId: (id) =>
    id.startsWith("virtual:") ? { id: `./${id.slice("virtual:".length)}.js`, external: "relative" } : null,
};

const OUTPUT: OutputOptions = { format: "esm", minifyInternalExports: false };
const inputs = (folder: string, extension: string) =>
  Object.fromEntries(ENTRIES.map((name) => [name, join(folder, `${name}${extension}`)]));

/** The code as ES modules, without the parts of the model that only validate records. */
export async function runtimeCode(): Promise<PackageFile[]> {
  await using bundle = await rolldown({
    input: inputs(join(HERE, "runtime"), ".ts"),
    plugins: [besideTheCode],
    platform: "browser",
    treeshake: { moduleSideEffects: false },
    transform: { target: "es2023" },
  });
  const { output } = await bundle.generate({
    ...OUTPUT,
    codeSplitting: { groups: [{ name: "shared", minShareCount: 2 }] },
    chunkFileNames: "[name].js",
  });
  return output.flatMap((file) => (file.type === "chunk" ? [{ path: file.fileName, text: file.code }] : []));
}

/** Modules of the model that use Zod; in the declarations the types of records replace them. */
const SCHEMA_MODULES = ["domains", "platform", "primitives", "release", "source", "when"];

/** Runs the compiler, which also checks that the code uses only what browsers and Node both have. */
async function emitDeclarations(outDir: string): Promise<void> {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  try {
    await promisify(execFile)(process.execPath, [tsc, "-p", join(HERE, "tsconfig.json"), "--outDir", outDir]);
  } catch (error) {
    throw new Error(`The code of the package does not compile:\n${(error as { stdout?: string }).stdout}`, {
      cause: error,
    });
  }
}

/** The declarations of the code, with the types of records instead of their schemas. */
export async function declarations(): Promise<PackageFile[]> {
  const scratch = mkdtempSync(join(tmpdir(), "ai-data-use-types-"));
  try {
    const [types] = await Promise.all([recordTypes(), emitDeclarations(scratch)]);
    const model = join(scratch, "src/model");
    for (const name of SCHEMA_MODULES)
      writeFileSync(join(model, `${name}.d.ts`), 'export type * from "./records.ts";\n');
    writeFileSync(join(model, "records.d.ts"), types);
    await using bundle = await rolldown({
      input: inputs(join(scratch, "src/exports/npm/runtime"), ".d.ts"),
      // The input is declarations already.
      plugins: [dts({ dtsInput: true, emitDtsOnly: true, tsconfig: false, generator: "oxc" })],
    });
    const { output } = await bundle.generate({
      ...OUTPUT,
      codeSplitting: { groups: [{ name: "shared.d", minShareCount: 2 }] },
      chunkFileNames: "[name].ts",
    });
    return output.flatMap((file) =>
      file.type === "chunk" ? [{ path: file.fileName, text: file.code }] : [],
    );
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
