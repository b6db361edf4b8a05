import { existsSync, readdirSync, statSync } from "node:fs";
import { npmVersion, PACKAGE_NAME } from "../../exports/npm/manifest.ts";
import { writePackage } from "../../exports/npm/write.ts";
import { loadHistory, stateAt } from "../../history/history.ts";
import { ReleaseError } from "../../history/rebuild.ts";
import { InvalidDataset } from "../../records/load.ts";

/** Options of the command line, already parsed. */
export interface PackageOptions {
  out?: string | undefined;
  release?: string | undefined;
  data: string;
}

/** Is this a folder that holds nothing, or not there yet? */
const isNew = (dir: string): boolean =>
  !existsSync(dir) || (statSync(dir).isDirectory() && readdirSync(dir).length === 0);

/** Runs the package command; prints, and gives the exit code. */
export async function runPackage({ out, release, data }: PackageOptions): Promise<number> {
  if (out === undefined) {
    console.error("Nowhere to write: give --out DIR, a new folder.");
    return 2;
  }
  if (!isNew(out)) {
    console.error(
      `${out} is no new or empty folder: what it holds would be published with the release. Give another.`,
    );
    return 2;
  }
  try {
    const state = stateAt(loadHistory(data), release);
    const files = await writePackage(out, state);
    const bytes = files.reduce((sum, file) => sum + Buffer.byteLength(file.text), 0);
    console.log(
      `${out}: ${PACKAGE_NAME} ${npmVersion(state.release.version)}, release ${state.release.version} in ${files.length} files, ${bytes} bytes. To publish it: cd ${out} && npm publish --access public`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof InvalidDataset || error instanceof ReleaseError)) throw error;
    console.error(error.message);
    return 1;
  }
}
