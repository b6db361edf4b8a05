import { command, exits, run } from "../src/entry/cli/command.ts";
import { runQuality } from "../src/entry/cli/quality.ts";
import { STALE_AFTER_DAYS } from "../src/model/index.ts";

await run(
  command("quality", "How good the dataset is, as far as that can be counted, and what to do next.", [
    ["", "coverage, what is known, grades, ages; the worst records first"],
    ["--markdown", "for a page or an issue"],
    ["--json", "for a program"],
    ["--stale-after 90", "records are overdue after 90 days without a check"],
  ])
    .option("--json", "as JSON", false)
    .option("--markdown", "as Markdown", false)
    .option(
      "--stale-after <days>",
      "after how many days without a check a record is overdue",
      String(STALE_AFTER_DAYS),
    )
    .option("--today <day>", "the day that ages are counted to, YYYY-MM-DD; left out: today (UTC)")
    .option("--data <dir>", "the data directory", "data")
    .action(exits(runQuality)),
);
