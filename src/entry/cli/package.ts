import { existsSync, readdirSync, statSync } from "node:fs";
import { PACKAGE_NAME } from "../../exports/npm/manifest.ts";
import { writePackage } from "../../exports/npm/write.ts";
import { semanticVersion } from "../../exports/version.ts";
import { loadHistory, stateAt } from "../../history/history.ts";
import { ReleaseError } from "../../history/release-error.ts";
import { InvalidDataset } from "../../records/invalid-dataset.ts";
import { UsageError } from "../../text/usage-error.ts";
import { command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print } from "./print.ts";

/** Options of the command line, already parsed. */
export interface PackageOptions {
  out?: string | undefined;
  release?: string | undefined;
  data: string;
}

/** Is this folder empty, or does it not exist yet? */
const isNew = (dir: string): boolean =>
  !existsSync(dir) || (statSync(dir).isDirectory() && readdirSync(dir).length === 0);

/** Runs the package command; prints, and gives the exit code. */
export async function runPackage({ out, release, data }: PackageOptions): Promise<number> {
  try {
    if (out === undefined) throw new UsageError("Nowhere to write: give --out DIR, a new folder.");
    if (!isNew(out))
      throw new UsageError(
        `${out} is not a new or empty folder: its content would be published with the release. Give another.`,
      );
    const state = stateAt(loadHistory(data), release);
    const files = await writePackage(out, state);
    const bytes = files.reduce((sum, file) => sum + Buffer.byteLength(file.text), 0);
    print(
      `${out}: ${PACKAGE_NAME} ${semanticVersion(state.release.version)}, release ${state.release.version} in ${files.length} files, ${bytes} bytes. To publish it: cd ${out} && npm publish --access public`,
    );
    return 0;
  } catch (error) {
    return reportError(error, [InvalidDataset, ReleaseError]);
  }
}

export const program = command(
  "package",
  "Writes the npm package of a release: its records, their types, and what they mean for one person.",
  [
    ["--out DIR", "of the last release"],
    ["--out DIR --release 2026.11.1", "of another"],
  ],
)
  .option("--out <dir>", "where the package is written; a new folder")
  .option("--release <version>", "a release; default: the last one")
  .option(...DATA_OPTION)
  .action(exits(runPackage));
