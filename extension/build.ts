import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Zippable, zipSync } from "fflate";
import { type Plugin, rolldown } from "rolldown";
import { registerTsx } from "../src/entry/site/tsx.ts";
import { extension } from "../src/exports/formats/extension/index.ts";
import { semanticVersion } from "../src/exports/version.ts";
import { writeExports } from "../src/exports/write.ts";
import { loadHistory, stateAt } from "../src/history/history.ts";
import { CERTAINTY, termsOf, VERDICT } from "../src/model/index.ts";

/*
 * Builds the browser extension: a folder that a browser loads, and a zip file that a store takes.
 * The same release and the same checkout give the same bytes.
 */

const SOURCE = fileURLToPath(new URL(".", import.meta.url));

/** The pages and the background script. */
const SCRIPTS = ["popup", "options", "background"] as const;

const COPIED = ["options.html", "pages.css", "_locales", "icons"];

/** The earliest time that a zip file can contain, so that bytes do not depend on the time of the build. */
const EPOCH = new Date(1980, 0, 1);

/** What is built, and where. */
export interface BuildOptions {
  out: string;
  /** The server for newer data and whole answers. */
  origin: string;
  /** A release; default: the last one. */
  release?: string | undefined;
  data?: string | undefined;
}

const withOrigin = (origin: string): Plugin => ({
  name: "build",
  resolveId: (id) => (id === "virtual:build" ? id : undefined),
  load: (id) =>
    id === "virtual:build" ? `export const DEFAULT_ORIGIN = ${JSON.stringify(origin)};` : undefined,
});

async function bundle(out: string, origin: string): Promise<void> {
  const build = await rolldown({
    input: Object.fromEntries(SCRIPTS.map((name) => [name, join(SOURCE, "src", `${name}.ts`)])),
    plugins: [withOrigin(origin)],
    treeshake: { moduleSideEffects: [{ test: /extension\/src\//, sideEffects: true }] },
  });
  await build.write({
    dir: out,
    format: "es",
    entryFileNames: "[name].js",
    chunkFileNames: "shared-[name].js",
  });
  await build.close();
}

/** The popup with the drawings of the switch, which are those of the site. */
async function popup(): Promise<string> {
  registerTsx();
  const { drawingsFor, formOf } = await import("../src/site/components/switch.tsx");
  const certainties = [null, ...termsOf(CERTAINTY)];
  const forms = termsOf(VERDICT).flatMap((verdict) =>
    certainties.map((certainty) => formOf({ verdict, certainty })),
  );
  return readFileSync(join(SOURCE, "popup.html"), "utf8").replace("<!-- drawings -->", () =>
    drawingsFor(forms.map((form) => `"#s-${form}"`).join("")),
  );
}

/** Every file of a folder, by its path, in order. */
const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort();

function zip(dir: string): Uint8Array {
  const files: Zippable = Object.fromEntries(
    filesIn(dir).map((path) => [
      path,
      [new Uint8Array(readFileSync(join(dir, path))), { mtime: EPOCH, level: 9 }],
    ]),
  );
  return zipSync(files);
}

/** Builds the extension of a release. @returns the zip file's path */
export async function buildExtension({ out, origin, release, data = "data" }: BuildOptions): Promise<string> {
  const state = stateAt(loadHistory(data), release);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const exported = mkdtempSync(join(tmpdir(), "extension-"));
  try {
    await writeExports(exported, state, () => {}, [extension]);
    copyFileSync(join(exported, "extension.json"), join(out, "extension.json"));
  } finally {
    rmSync(exported, { recursive: true });
  }
  for (const name of COPIED) cpSync(join(SOURCE, name), join(out, name), { recursive: true });
  writeFileSync(join(out, "popup.html"), await popup());
  const manifest = JSON.parse(readFileSync(join(SOURCE, "manifest.json"), "utf8")) as object;
  const version = semanticVersion(state.release.version);
  writeFileSync(join(out, "manifest.json"), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
  await bundle(out, origin);
  const file = `${out}-${version}.zip`;
  writeFileSync(file, zip(out));
  return file;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      out: { type: "string", default: "build/extension" },
      origin: { type: "string", default: process.env["PUBLIC_URL"] ?? "http://localhost:8787" },
      release: { type: "string" },
    },
  });
  const file = await buildExtension(values);
  process.stdout.write(`${values.out}: the extension for ${values.origin}; ${file} for stores.\n`);
}
