import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DataFiles, dataFiles, fileSha256, haveSameContent } from "../../records/data-files.ts";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** What there are bundles of: the server, and the command line. */
export type Program = "server" | "cli";

/** The folder of a program's bundles: each has a folder of its own, so that running processes keep theirs. */
export const bundlesOf = (program: Program): string => join(ROOT, "build", program);

/** The file with the name of the bundle that starts use. */
const currentOf = (program: Program): string => join(bundlesOf(program), "current");

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
 * @param name its folder in {@link bundlesOf}
 * @param make writes it there
 */
export async function replaceBundle(
  program: Program,
  name: string,
  make: (folder: string) => Promise<unknown>,
): Promise<void> {
  // Before it is made: what is changed meanwhile is not in it.
  const sources = sourcesNow();
  const folder = join(bundlesOf(program), name);
  const current = currentOf(program);
  await make(folder);
  note(folder, sources);
  writeFileSync(`${current}.${name}`, name);
  renameSync(`${current}.${name}`, current);
}

/** Whether the bundle that starts use is made from the present sources. Reads only those that may have changed. */
export function isCurrent(program: Program): boolean {
  try {
    const folder = join(bundlesOf(program), readFileSync(currentOf(program), "utf8"));
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
