import { command, exits, run } from "../src/entry/cli/command.ts";
import { runMigrate } from "../src/entry/cli/migrate.ts";

await run(
  command("migrate", "Brings the records' files to the present format.", [
    ["", "rewrites what is of an older format"],
    ["--check", "writes nothing; 1 when something is"],
  ])
    .option("--check", "write nothing, and fail when a record is of an older format", false)
    .option("--data <dir>", "the data directory", "data")
    .action(exits((options: Parameters<typeof runMigrate>[0]) => runMigrate(options))),
);
