import { collect, command, exits, run } from "../src/entry/cli/command.ts";
import { runCut, runReleaseVerify } from "../src/entry/cli/release.ts";

const program = command(
  "release",
  "Releases: versions of the dataset that can be cited, compared and rebuilt.",
  [
    ["", "cut a release from what changed in data/"],
    ['--notes "…"', "with notes by hand"],
    [
      "--class linkedin=correction",
      "say why a record's answers changed (policy, correction, evidence, editorial)",
    ],
    ["--dry-run", "show what it would hold"],
    ["verify", "rebuild every release and compare hashes"],
  ],
);
program
  .command("cut", { isDefault: true })
  .description("cut a release from what changed in data/")
  .option("--date <day>", "the day of the release, YYYY-MM-DD; left out: today (UTC)")
  .option("--notes <text>", "notes by hand, beside those made from the changes")
  .option(
    "--class <record=class>",
    "why a record's answers changed; may be given several times",
    collect,
    [] as string[],
  )
  .option("--dry-run", "show what it would hold, and write nothing", false)
  .option("--data <dir>", "the data directory", "data")
  .action(exits(runCut));
program
  .command("verify")
  .description("rebuild every release and compare hashes")
  .option("--data <dir>", "the data directory", "data")
  .action(exits(runReleaseVerify));
await run(program);
