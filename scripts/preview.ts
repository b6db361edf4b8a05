import { command, exits, run } from "../src/entry/cli/command.ts";
import { runPreview } from "../src/entry/cli/preview.ts";

await run(
  command(
    "preview",
    "Serves the records as they stand on disk; pages load again on save. PORT and HOST say where (8787, localhost).",
    [
      ["", "the records under data/"],
      ["--data DIR", "those of another directory"],
    ],
  )
    .option("--data <dir>", "the data directory", "data")
    .action(exits((options: { data: string }) => runPreview(options, process.env))),
);
