import { collect, command, exits, run } from "../src/entry/cli.ts";
import { runWatch } from "../src/watch/watch-command.ts";

const program = command("watch", "Finds documents that moved since they were read: 0 nothing moved, 1 something moved, 2 a wrong call.", [
  ["--archive OpenTermsArchive/pga-versions=../pga-versions --out build/watch", "the review queue, as queue.json and queue.md"],
  ["--archive … --read-before linkedin=2025-11-01", "as if LinkedIn had been read before that day"],
  ["--archive … --write", "updates data/watch.json, which the API reads"],
  ["--archive … --since 2026-06-01", "what moved since a day, whatever was read after it"],
]);
program
  .option("--archive <owner/name=clone>", "a public archive and a git clone of it; may be given several times", collect, [])
  .option("--record <id>", "only this record (and the sources of its operator that it cites); may be given several times", collect, [])
  .option("--read-before <record=day>", "takes for each of the record's documents the newest commit before the day", collect, [])
  .option("--since <day>", "the same for every record")
  .option("--out <dir>", "writes queue.json and queue.md")
  .option("--json", "prints the queue as JSON", false)
  .option("--state <file>", "the state that the API reads", "data/watch.json")
  .option("--write", "writes the state", false)
  .option("--data <dir>", "the data directory", "data")
  .action(exits(runWatch));
await run(program);
