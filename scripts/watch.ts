import { collect, command, exits, run } from "../src/entry/cli/command.ts";
import { runWatch } from "../src/entry/cli/watch.ts";
import { runLive } from "../src/entry/cli/watch-live.ts";

const RECORD = [
  "--record <id>",
  "only this record (and the sources of its operator that it cites); may be given several times",
  collect,
  [] as string[],
] as const;

const program = command(
  "watch",
  "Finds documents that moved since they were read. Exit codes: 0 nothing moved, 1 something moved, 2 a wrong call.",
  [
    [
      "--archive OpenTermsArchive/pga-versions=../pga-versions --out build/watch",
      "the review queue, as queue.json and queue.md",
    ],
    ["--archive … --read-before linkedin=2025-11-01", "as if LinkedIn had been read before that day"],
    ["--archive … --since 2026-06-01", "what moved since a day, whatever was read after it"],
    ["--archive … --write", "updates data/watch.json, which the API reads"],
    ["--live --contact https://… --record linkedin", "asks the live pages"],
  ],
);
program
  .option(
    "--archive <owner/name=clone>",
    "a public archive and a git clone of it; may be given several times",
    collect,
    [],
  )
  .option(...RECORD)
  .option(
    "--read-before <record=day>",
    "takes for each of the record's documents the newest commit before the day",
    collect,
    [],
  )
  .option("--since <day>", "the same for every record")
  .option("--out <dir>", "writes queue.json and queue.md")
  .option("--json", "prints JSON", false)
  .option("--state <file>", "the state that the API reads", "data/watch.json")
  .option("--write", "writes the state", false)
  .option("--data <dir>", "the data directory", "data")
  .option("--live", "asks live pages instead of archives; hints only", false)
  .option("--contact <url>", "with --live: where sites can reach whoever runs this, https://… or mailto:…")
  .option("--cache <file>", "with --live: what is kept between runs", "build/watch/live-cache.json")
  .option("--delay <seconds>", "with --live: the least pause between two requests to a host", "5")
  .option("--timeout <seconds>", "with --live: how long an answer may take", "30")
  .action(exits((options) => (options.live ? runLive(options) : runWatch(options))));
await run(program);
