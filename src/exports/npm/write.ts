import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { LoadedDataset } from "../../records/load.ts";
import { declarations, runtimeCode } from "./bundle.ts";
import { dataFiles, type PackageFile } from "./data.ts";
import { manifest } from "./manifest.ts";
import { readme } from "./readme.ts";

const repositoryFile = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

/** Every file of a release's package, sorted by path. The same release gives the same files. */
export async function packageFiles(input: LoadedDataset): Promise<PackageFile[]> {
  const [code, types] = await Promise.all([runtimeCode(), declarations()]);
  return [
    { path: "package.json", text: manifest(input) },
    { path: "README.md", text: readme(input) },
    { path: "LICENSE", text: repositoryFile("LICENSE") },
    { path: "LICENSE-DATA", text: repositoryFile("data/LICENSE") },
    ...code,
    ...types,
    ...dataFiles(input),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Writes the npm package of a release into a folder.
 * @returns the files
 */
export async function writePackage(dir: string, input: LoadedDataset): Promise<PackageFile[]> {
  const files = await packageFiles(input);
  for (const { path, text } of files) {
    const to = join(dir, path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, text);
  }
  return files;
}
