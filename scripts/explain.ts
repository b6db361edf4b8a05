import { command, exits, run } from "../src/entry/cli/command.ts";
import { runExplain } from "../src/entry/cli/explain.ts";

await run(
  command("explain", "Tells a person what a record says, in plain sentences.", [
    ["linkedin --region DE", "for an adult in Germany on the free plan, today"],
    ["slack --plan business", "on another plan"],
    ["chatgpt --age minor", "for somebody below age"],
    ["reddit --account signed-out", "for a visitor without an account"],
    ["linkedin --region DE --as-of 2024-10-01", "on another day"],
  ])
    .argument("<platform>", "its id, name or domain")
    .option(
      "--region <place>",
      "an ISO 3166 code, EU, EEA, or a country's name; left out: the rest of the world",
    )
    .option("--plan <plan>", "free, paid, business, enterprise, education or api; left out: free")
    .option("--age <age>", "adult or minor; left out: adult")
    .option("--account <account>", "signed-in, signed-out or non-user; left out: signed-in")
    .option("--as-of <day>", "the day asked about, YYYY-MM-DD; left out: today (UTC)")
    .option("--data <dir>", "the data directory", "data")
    .action(exits(runExplain)),
);
