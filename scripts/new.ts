import type { NewOptions } from "../src/authoring/facts.ts";
import { askAt } from "../src/entry/cli/ask.ts";
import { collect, command, exits, run } from "../src/entry/cli/command.ts";
import { runNew } from "../src/entry/cli/new.ts";

await run(
  command("new", "Begins the record of a platform. What is not given is asked for on a terminal.", [
    ["acme", "asks for everything else"],
    ["--from-domain acme.com", "derives id, name and domain"],
    ["acme --operator google --category work --domain acme.com", "asks for nothing"],
    ['acme … --operator-new "Acme Inc" --jurisdiction US', "writes the operator's record too"],
    [
      "acme … --archive OpenTermsArchive/pga-versions=../pga-versions",
      "with the documents that an archive holds",
    ],
    ['acme … --document "Privacy Policy=https://acme.com/privacy"', "with a document by its address"],
  ])
    .argument("[id]", "the file's name: lower-case letters, digits, hyphens")
    .option("--from-domain <domain>", "derives id, name and domain; a web address does too")
    .option("--name <name>", "the platform's name")
    .option("--operator <id>", "who runs it, an id of data/operators")
    .option("--operator-new <name>", "who runs it, without a record yet")
    .option("--legal-name <name>", "the new operator's company, as its documents name it")
    .option("--jurisdiction <code>", "where the new operator is seated (ISO 3166)")
    .option("--category <term>", "what it mainly is")
    .option(
      "--domain <domain>",
      "where it is on the web; may be given several times",
      collect,
      [] as string[],
    )
    .option("--summary <text>", "one or two sentences")
    .option(
      "--archive <owner/name=clone>",
      "a public archive and a git clone of it; may be given several times",
      collect,
      [] as string[],
    )
    .option("--service <folder>", "the service's folder in the archives, where it is not its name")
    .option(
      "--document <[title=]url>",
      "a document's address; may be given several times",
      collect,
      [] as string[],
    )
    .option("--dry-run", "shows what would be written", false)
    .option("--data <dir>", "the data directory", "data")
    .action(
      exits((id: string | undefined, options: NewOptions) =>
        runNew(id, options, process.stdin.isTTY ? askAt() : undefined),
      ),
    ),
);
