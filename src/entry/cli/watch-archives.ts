import { command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print } from "./print.ts";
import { loadWatched } from "./watch-options.ts";

/** Prints the archives that the records cite, in order; gives the exit code. */
export function citedArchives({ data }: { data: string }): number {
  try {
    const { platforms, operators } = loadWatched(data);
    const copies = [...operators, ...platforms].flatMap((r) => r.sources).flatMap((s) => s.copies ?? []);
    for (const name of [...new Set(copies.map((c) => c.archive))].sort()) print(name);
    return 0;
  } catch (error) {
    return reportError(error);
  }
}

export const program = command(
  "watch:archives",
  "Lists the archives that the records cite, owner/name, one per line.",
)
  .option(...DATA_OPTION)
  .action(exits(citedArchives));
