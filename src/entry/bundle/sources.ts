import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DataFiles, dataFiles, fileSha256, haveSameContent } from "../../records/data-files.ts";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The folder of the bundles: each has a folder of its own, so that running servers keep theirs. */
export const BUNDLES = join(ROOT, "build/server");

/** The file with the name of the bundle that starts use. */
const CURRENT = join(BUNDLES, "current");

const noteOf = (folder: string): string => join(folder, "sources.json");

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
const note = (folder: string, sources: Sources): void =>
  writeFileSync(noteOf(folder), JSON.stringify(sources));

/**
 * Makes a bundle the one that starts use.
 * @param name its folder in {@link BUNDLES}
 * @param make writes it there
 */
export async function replaceBundle(name: string, make: (folder: string) => Promise<unknown>): Promise<void> {
  // Before it is made: what is changed meanwhile is not in it.
  const sources = sourcesNow();
  const folder = join(BUNDLES, name);
  await make(folder);
  note(folder, sources);
  writeFileSync(`${CURRENT}.${name}`, name);
  renameSync(`${CURRENT}.${name}`, CURRENT);
}

/** Whether the bundle that starts use is made from the present sources. Reads only those that may have changed. */
export function isCurrent(): boolean {
  try {
    const folder = join(BUNDLES, readFileSync(CURRENT, "utf8"));
    const before = JSON.parse(readFileSync(noteOf(folder), "utf8")) as Sources;
    let reads = 0;
    const now = sourcesNow(before, () => reads++);
    const same =
      now.node === before.node &&
      now.packages === before.packages &&
      haveSameContent(now.src, before.src) &&
      haveSameContent(now.schema, before.schema);
    if (same && reads > 0) note(folder, now);
    return same;
  } catch {
    return false;
  }
}
