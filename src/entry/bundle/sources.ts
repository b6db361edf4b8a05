import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DataFiles, dataFiles, fileSha256, haveSameContent } from "../../records/data-files.ts";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The folder of the bundle. */
export const BUNDLE = join(ROOT, "build/server");

const NOTE = join(BUNDLE, "sources.json");

/** What a bundle was made from. */
interface Sources {
  node: string;
  /** SHA-256 of package-lock.json: the packages in the bundle. */
  packages: string;
  src: DataFiles;
  schema: DataFiles;
}

function sourcesNow(before?: Sources, onRead = () => {}): Sources {
  const read = (path: string): string => {
    onRead();
    return fileSha256(path);
  };
  return {
    node: process.version,
    packages: fileSha256(join(ROOT, "package-lock.json")),
    src: dataFiles(join(ROOT, "src"), before?.src, read),
    schema: dataFiles(join(ROOT, "schema"), before?.schema, read),
  };
}

/** Notes what a bundle was made from. */
export const noteSources = (sources = sourcesNow()): void => writeFileSync(NOTE, JSON.stringify(sources));

/** Whether the bundle is made from the present sources. Reads only those that may have changed. */
export function isCurrent(): boolean {
  try {
    const before = JSON.parse(readFileSync(NOTE, "utf8")) as Sources;
    let reads = 0;
    const now = sourcesNow(before, () => reads++);
    const same =
      now.node === before.node &&
      now.packages === before.packages &&
      haveSameContent(now.src, before.src) &&
      haveSameContent(now.schema, before.schema);
    if (same && reads > 0) noteSources(now);
    return same;
  } catch {
    return false;
  }
}
