import { command, exits, run } from "../src/entry/cli/command.ts";
import { runPublish } from "../src/entry/cli/publish.ts";

await run(
  command("publish", "Publishes the records into a database, atomically.", [
    ["--to file:build/my.db", "an embedded libSQL file"],
    ["--to libsql://<host>", "Turso; TURSO_AUTH_TOKEN holds the token"],
    ["--to d1 --remote", "D1 of wrangler.toml: the local one, or with --remote the real one"],
    ["--to d1 --rollback", "show the publication before the current one again"],
  ])
    .requiredOption("--to <database>", "file:<path>, libsql://<host> or d1")
    .option("--remote", "the real D1, not wrangler's local one", false)
    .option("--rollback", "show the publication before the current one again", false)
    .option(
      "--downloads",
      "with libsql://: also write the downloads into the R2 bucket of wrangler.toml",
      false,
    )
    .option("--data <dir>", "the data directory", "data")
    .action(exits((options: Parameters<typeof runPublish>[0]) => runPublish(options, process.env))),
);
