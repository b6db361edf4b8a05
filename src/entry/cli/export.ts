import { writeExports } from "../../exports/write.ts";
import { loadHistory, stateAt } from "../../history/history.ts";
import { ReleaseError } from "../../history/rebuild.ts";
import { InvalidDataset } from "../../records/load.ts";
import { writeStatic } from "../static.ts";
import { progressBar } from "./progress.ts";

/** Options of the command line, already parsed. */
export interface ExportOptions {
  out?: string | undefined;
  static?: string | undefined;
  /** Where the static files will be served, for the links in feeds. */
  origin?: string | undefined;
  data: string;
  release?: string | undefined;
}

/** Runs the export command; prints, and gives the exit code. */
export async function runExport(options: ExportOptions): Promise<number> {
  if (options.out === undefined && options.static === undefined) {
    console.error(
      "Nothing to write: give --out DIR for the downloads, --static DIR for the read API as files, or both.",
    );
    return 2;
  }
  try {
    const history = loadHistory(options.data);
    if (options.static !== undefined) {
      const bar = progressBar("files", 0);
      const written = await writeStatic(options.static, history, options.origin, bar.update);
      bar.stop();
      console.log(
        `${options.static}: ${written} files of release ${history.head.release.version}; serve index.json for folders.`,
      );
    }
    if (options.out === undefined) return 0;
    const input = options.release === undefined ? history.head : stateAt(history, options.release);
    const bar = progressBar("records", input.operators.length + input.platforms.length);
    const files = await writeExports(options.out, input, bar.update);
    bar.stop();
    console.log(
      `${options.out}: ${files.length} files of release ${input.release.version}, ${files.reduce((sum, f) => sum + f.bytes, 0)} bytes.`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof InvalidDataset || error instanceof ReleaseError)) throw error;
    console.error(error.message);
    return 1;
  }
}
