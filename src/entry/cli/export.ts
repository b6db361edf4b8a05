import { replaceExports } from "../../exports/replace.ts";
import { loadHistory, stateAt } from "../../history/history.ts";
import { ReleaseError } from "../../history/release-error.ts";
import { InvalidDataset } from "../../records/invalid-dataset.ts";
import { UsageError } from "../../text/usage-error.ts";
import { writeStatic } from "../static.ts";
import { command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print } from "./print.ts";
import { progressBar } from "./progress.ts";

/** Options of the command line, already parsed. */
export interface ExportOptions {
  out?: string | undefined;
  static?: string | undefined;
  /** Where the files will be served, for links in feeds and metadata. */
  origin?: string | undefined;
  data: string;
  release?: string | undefined;
}

/** Runs the export command; prints, and gives the exit code. */
export async function runExport(options: ExportOptions): Promise<number> {
  try {
    if (options.out === undefined && options.static === undefined)
      throw new UsageError(
        "Nothing to write: give --out DIR for the downloads, --static DIR for the read API as files, or both.",
      );
    const history = loadHistory(options.data);
    if (options.static !== undefined) {
      const bar = progressBar("files", 0);
      const written = await writeStatic(options.static, history, options.origin, bar.update);
      bar.stop();
      print(
        `${options.static}: ${written} files of release ${history.head.release.version}; serve index.json for folders.`,
      );
    }
    if (options.out === undefined) return 0;
    const input = options.release === undefined ? history.head : stateAt(history, options.release);
    const bar = progressBar("records", input.operators.length + input.platforms.length);
    const files = await replaceExports(options.out, { ...input, origin: options.origin }, bar.update);
    bar.stop();
    print(
      `${options.out}: ${files.length} files of release ${input.release.version}, ${files.reduce((sum, f) => sum + f.bytes, 0)} bytes.`,
    );
    return 0;
  } catch (error) {
    return reportError(error, [InvalidDataset, ReleaseError]);
  }
}

export const program = command("export", "Writes the dataset as files.", [
  ["--out DIR", "every download of the current records"],
  ["--out DIR --release 2026.11.1", "of a release"],
  ["--static DIR --origin https://example.org", "the read API as plain files, for any static host"],
])
  .option("--out <dir>", "where downloads are written")
  .option("--release <version>", "a release; default: the current records")
  .option("--static <dir>", "where the read API is written as files")
  .option(
    "--origin <url>",
    "where the files will be served, for links in feeds and metadata; default: PUBLIC_URL",
    process.env["PUBLIC_URL"],
  )
  .option(...DATA_OPTION)
  .action(exits(runExport));
