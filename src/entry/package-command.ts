import { existsSync, readdirSync } from "node:fs";
import { InvalidDataset, loadHistory, ReleaseError, stateAt } from "../dataset/index.ts";
import { npmVersion, PACKAGE_NAME } from "../exports/npm/manifest.ts";
import { writePackage } from "../exports/npm/write.ts";

/** Options of the command line, already parsed. */
export interface PackageOptions {
  out: string;
  release?: string | undefined;
  data: string;
}

/** Runs the package command; prints, and gives the exit code. */
export async function runPackage({ out, release, data }: PackageOptions): Promise<number> {
  if (existsSync(out) && readdirSync(out).length > 0) {
    console.error(`${out} is not empty: files of another release would be published with this one. Give a new folder.`);
    return 2;
  }
  try {
    const state = stateAt(loadHistory(data), release);
    const files = await writePackage(out, state);
    const bytes = files.reduce((sum, file) => sum + Buffer.byteLength(file.text), 0);
    console.log(
      `${out}: ${PACKAGE_NAME} ${npmVersion(state.release.version)}, release ${state.release.version} in ${files.length} files, ${bytes} bytes. To publish it: npm publish ${out} --access public`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof InvalidDataset || error instanceof ReleaseError)) throw error;
    console.error(error.message);
    return 1;
  }
}
