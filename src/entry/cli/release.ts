import { chainFaults, faultInWords } from "../../history/chain.ts";
import { loadHistory, stateAt } from "../../history/history.ts";
import { ReleaseError } from "../../history/release-error.ts";
import { cutRelease, readReleases, writeRelease } from "../../history/releases.ts";
import { verifyReleases } from "../../history/verify.ts";
import {
  CHANGE_CLASS,
  type ChangeClass,
  dayOf,
  isDay,
  type ReleaseLedger,
  termsOf,
} from "../../model/index.ts";
import { InvalidDataset } from "../../records/invalid-dataset.ts";
import { loadDataset, type Records, recordsOf } from "../../records/load.ts";
import { agreementOfReadings } from "../../review/agreement/readings.ts";
import { characterName, unsafeCharacters } from "../../text/characters.ts";
import { countInWords } from "../../text/lists.ts";
import { mojibakeIn } from "../../text/mojibake.ts";
import { didYouMean } from "../../text/nearest.ts";
import { show } from "../../text/show.ts";
import { collect, command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print, printError } from "./print.ts";
import { baseReleases, runRepair } from "./release-repair.ts";
import { keepDescription } from "./released-description.ts";

/** Options of the command line, already parsed. */
export interface ReleaseOptions {
  data: string;
  date?: string | undefined;
  notes?: string | undefined;
  /** The release whose second readings are reported. */
  agreement?: string | undefined;
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

/** A day on which a release can be cut. No release could follow one of the future until that day. */
function notInFuture(date: string, today: string): string {
  if (isDay(date) && date > today)
    throw new ReleaseError(
      `--date ${date} is in the future. A release has the day on which it is cut, at the latest today (${today}, UTC).`,
    );
  return date;
}

/** Notes by hand: lines of visible characters, in the right encoding and in NFC. */
function plainNotes(notes: string | undefined): string | undefined {
  const [unsafe] = unsafeCharacters(notes ?? "").filter(({ kind }) => kind !== "line break");
  if (unsafe) throw new ReleaseError(`--notes has ${characterName(unsafe)}: write the notes without it.`);
  const [misread] = mojibakeIn(notes ?? "");
  if (misread)
    throw new ReleaseError(
      `--notes has ${show(misread.found)}, which is ${show(misread.meant)} read in the wrong encoding: check the encoding of the shell or file that they come from.`,
    );
  return notes?.normalize("NFC");
}

/** Rebuilds every release; prints what differs, and gives the exit code. */
export const runReleaseVerify = ({ data, base }: Pick<ReleaseOptions, "data"> & { base?: string }): number =>
  withLedgers(data, (ledgers, records) => {
    const problems = [
      ...verifyReleases(ledgers, records),
      ...(base === undefined ? [] : unlikeBase(data, base, ledgers)),
    ];
    for (const problem of problems) printError(problem);
    print(
      problems.length === 0
        ? `${ledgers.length} releases, every one rebuilds.`
        : `${countInWords(problems.length, "problem")}.`,
    );
    return problems.length === 0 ? 0 : 1;
  });

/** How far an earlier release agrees with its second readings, where the release reports it. */
const readings = ({ data, agreement }: ReleaseOptions) =>
  agreement === undefined ? undefined : agreementOfReadings(data, stateAt(loadHistory(data), agreement));

/** Cuts a release; prints its notes, and gives the exit code. */
export const runCut = (options: ReleaseOptions): number =>
  withLedgers(options.data, (ledgers, records) => {
    const broken = chainFaults(ledgers).map(faultInWords);
    if (broken.length > 0)
      throw new ReleaseError(`Nothing is cut, because the ledgers are not in order:\n${broken.join("\n")}`);
    const today = dayOf(new Date());
    const ledger = cutRelease(ledgers, records, {
      date: notInFuture(options.date ?? today, today),
      written: plainNotes(options.notes),
      agreement: readings(options),
      classes: classesFrom(options.class, [...records.keys()]),
    });
    for (const note of ledger.notes.generated) print(note);
    const changes = countInWords(ledger.changes.length, "change");
    if (options.dryRun) {
      print(`Would be ${ledger.version}: ${changes}.`);
      return 0;
    }
    print(`${writeRelease(options.data, ledger)}: ${changes}.`);
    keepDescription(options.data);
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
  .option(
    "--agreement <version>",
    "report how far the records of this release agree with their second readings",
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
