import { command, exits, run } from "../src/entry/cli/command.ts";
import { citedArchives } from "../src/entry/cli/watch-archives.ts";

await run(
  command("watch:archives", "Lists the archives that the records cite, owner/name, one a line.")
    .option("--data <dir>", "the data directory", "data")
    .action(exits(citedArchives)),
);
