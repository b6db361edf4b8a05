import { chainFaults, faultInWords } from "../../history/chain.ts";
import { ReleaseError } from "../../history/rebuild.ts";
import { cutRelease, readReleases, writeRelease } from "../../history/releases.ts";
import { verifyReleases } from "../../history/verify.ts";
import { CHANGE_CLASS, type ChangeClass, dayOf, type ReleaseLedger, termsOf } from "../../model/index.ts";
import { InvalidDataset, loadDataset, type Records, recordsOf } from "../../records/load.ts";
import { didYouMean } from "../../text/nearest.ts";
import { collect, command, DATA_OPTION, exits, reportError } from "./command.ts";
import { baseReleases, runRepair } from "./release-repair.ts";

/** Options of the command line, already parsed. */
export interface ReleaseOptions {
  data: string;
  date?: string | undefined;
  notes?: string | undefined;
  class: string[];
  dryRun: boolean;
}

/** `linkedin=correction` or `operators/meta=evidence`, as the classes by record. */
function classesFrom(given: readonly string[], known: readonly string[]): Record<string, ChangeClass> {
  return Object.fromEntries(
    given.map((text) => {
      const [name = "", cls = ""] = text.split("=");
      const key = name.includes("/") ? name : `platforms/${name}`;
      const classes = termsOf(CHANGE_CLASS);
      if (!known.includes(key))
        throw new ReleaseError(`--class ${text}: there is no record ${key}.${didYouMean(key, known)}`);
      const found = classes.find((c) => c === cls);
      if (!found)
        throw new ReleaseError(
          `--class ${text}: ${cls || "the class"} must be one of ${classes.join(", ")}.${didYouMean(cls, classes)}`,
        );
      return [key, found];
    }),
  );
}

/** Runs a command over the ledgers and records; what is wrong with them is printed, and the exit code is 1. */
function withLedgers(data: string, act: (ledgers: ReleaseLedger[], records: Records) => number): number {
  try {
    return act(readReleases(data), recordsOf(loadDataset(data)));
  } catch (error) {
    return reportError(error, [ReleaseError, InvalidDataset]);
  }
}

/** The releases of a base branch that are not here as they were published, in words. */
const unlikeBase = (data: string, base: string, ledgers: readonly ReleaseLedger[]): string[] =>
  (baseReleases(data, base)?.files ?? [])
    .filter(({ ledger }) => ledger && !ledgers.some((l) => l.digest === ledger.digest))
    .map(
      ({ version }) =>
        `${version}: ${base} has published it, and it is not here as it was. \`npm run release -- repair --base ${base}\` restores it.`,
    );

/** Rebuilds every release; prints what differs, and gives the exit code. */
export const runReleaseVerify = ({ data, base }: Pick<ReleaseOptions, "data"> & { base?: string }): number =>
  withLedgers(data, (ledgers, records) => {
    const problems = [
      ...verifyReleases(ledgers, records),
      ...(base === undefined ? [] : unlikeBase(data, base, ledgers)),
    ];
    for (const problem of problems) console.error(problem);
    console.log(
      problems.length === 0
        ? `${ledgers.length} releases, every one rebuilds.`
        : `${problems.length} problems.`,
    );
    return problems.length === 0 ? 0 : 1;
  });

/** Cuts a release; prints its notes, and gives the exit code. */
export const runCut = (options: ReleaseOptions): number =>
  withLedgers(options.data, (ledgers, records) => {
    const broken = chainFaults(ledgers).map(faultInWords);
    if (broken.length > 0)
      throw new ReleaseError(`Nothing is cut, because the ledgers are not in order:\n${broken.join("\n")}`);
    const ledger = cutRelease(ledgers, records, {
      date: options.date ?? dayOf(new Date()),
      written: options.notes,
      classes: classesFrom(options.class, [...records.keys()]),
    });
    for (const note of ledger.notes.generated) console.log(note);
    console.log(
      options.dryRun
        ? `Would be ${ledger.version}: ${ledger.changes.length} changes.`
        : `${writeRelease(options.data, ledger)}: ${ledger.changes.length} changes.`,
    );
    return 0;
  });

export const program = command(
  "release",
  "Releases: versions of the dataset that can be cited, compared and rebuilt.",
  [
    ["", "cut a release from what changed in data/"],
    ['--notes "…"', "with notes by hand"],
    [
      "--class linkedin=correction",
      "say why a record's answers changed (policy, correction, evidence, editorial)",
    ],
    ["--dry-run", "show what it would contain"],
    ["verify", "rebuild every release and compare hashes"],
    ["repair --base main", "put the releases of two branches in order, after merging"],
  ],
);
program
  .command("cut", { isDefault: true })
  .description("cut a release from what changed in data/")
  .option("--date <day>", "the day of the release, YYYY-MM-DD; default: today (UTC)")
  .option("--notes <text>", "notes by hand, in addition to those made from the changes")
  .option(
    "--class <record=class>",
    "why a record's answers changed; can be given several times",
    collect,
    [] as string[],
  )
  .option("--dry-run", "show what it would contain, and write nothing", false)
  .option(...DATA_OPTION)
  .action(exits(runCut));
program
  .command("verify")
  .description("rebuild every release and compare hashes")
  .option("--base <revision>", "also check that the releases of this branch are here as they were published")
  .option(...DATA_OPTION)
  .action(exits(runReleaseVerify));
program
  .command("repair")
  .description("put the releases of two branches in order, and restore damaged ledgers")
  .option("--base <revision>", "the branch whose releases are published; default: origin/main or main")
  .option("--dry-run", "say what it would do, and write nothing", false)
  .option(...DATA_OPTION)
  .action(exits(runRepair));
