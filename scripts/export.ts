import { command, exits, run } from "../src/entry/cli/command.ts";
import { runExport } from "../src/entry/cli/export.ts";

await run(
  command("export", "Writes the dataset as files.", [
    ["--out DIR", "every download of the records as they are"],
    ["--out DIR --release 2026.11.1", "of a release"],
    ["--static DIR --origin https://example.org", "the read API as plain files, for any static host"],
  ])
    .option("--out <dir>", "where downloads are written")
    .option("--release <version>", "a release; left out: the records as they are")
    .option("--static <dir>", "where the read API is written as files")
    .option("--origin <url>", "where the static files will be served, for links in feeds")
    .option("--data <dir>", "the data directory", "data")
    .action(exits(runExport)),
);
