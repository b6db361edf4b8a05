import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { NotWritable, publishEmbedded } from "../../db/embedded/index.ts";
import type { LibsqlDatabase } from "../../db/libsql.ts";
import { publishedAs } from "../../db/publish-history.ts";
import { type History, loadHistory } from "../../history/history.ts";
import { hashOf } from "../../records/load.ts";

/* What building a database needs. Loaded only where one has to be built or compared with the records. */

export { loadHistory };

/** Where the records and the database are, and where what happens to it is reported. */
export interface EmbeddedOptions {
  path: string;
  data: string;
  /** One line for the person who runs the server. */
  say: (line: string) => void;
}

/** Whether a database holds the records as they are, and nothing is left to write. */
export const isUpToDate = async ({ db }: LibsqlDatabase, history: History): Promise<boolean> =>
  (await publishedAs(db, history, hashOf)) !== undefined;

/** Publishes the records into the file. @returns the file, or one in the temporary folder if its folder cannot be written */
export async function build(
  path: string,
  history: History,
  { data, say }: Omit<EmbeddedOptions, "path">,
): Promise<string> {
  const report = (at: string, { changed, rows }: { changed: boolean; rows: number }): string => {
    if (changed)
      say(`Built file:${at} from ${data}/: ${history.head.platforms.length} platforms, ${rows} rows.`);
    return at;
  };
  const options = { hash: hashOf, lease: { owner: `process ${process.pid}` } };
  try {
    return report(path, await publishEmbedded(path, history, options, say));
  } catch (error) {
    if (!(error instanceof NotWritable)) throw error;
    const elsewhere = join(mkdtempSync(join(tmpdir(), "ai-data-use-")), basename(path));
    say(`${error.message} Until then the database is ${elsewhere}.`);
    return report(elsewhere, await publishEmbedded(elsewhere, history, options, say));
  }
}
