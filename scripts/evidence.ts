import { collect, command, exits, run } from "../src/entry/cli/command.ts";
import { runFingerprint, runVerify } from "../src/entry/cli/evidence.ts";

const ARCHIVE = [
  "--archive <owner/name=clone>",
  "a public archive and a git clone of it; may be given several times",
  collect,
  [] as string[],
] as const;

const program = command(
  "evidence",
  "Evidence: fingerprints of archived passages. A record is a platform's id, or operators/<id>.",
  [
    [
      "fingerprint --archive OpenTermsArchive/pga-versions=../pga-versions linkedin",
      "finds the passages and writes their sha256 into the record",
    ],
    ["verify --archive OpenTermsArchive/pga-versions=../pga-versions --all", "re-checks every fingerprint"],
  ],
);
program
  .command("fingerprint")
  .description("finds passages at their stated commits and writes their sha256 into the record")
  .argument("<record>")
  .argument("[passages...]", "source#passage; left out: all of the record")
  .option(...ARCHIVE)
  .option("--show", "prints the passages found", false)
  .option("--data <dir>", "the data directory", "data")
  .action(exits(runFingerprint));
program
  .command("verify")
  .description("re-checks fingerprints; exit 1 when one is not found or differs")
  .argument("[records...]")
  .option(...ARCHIVE)
  .option("--all", "every record", false)
  .option("--quiet", "only what does not hold", false)
  .option("--data <dir>", "the data directory", "data")
  .action(exits(runVerify));
await run(program);
