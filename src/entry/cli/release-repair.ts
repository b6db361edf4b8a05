import { join } from "node:path";
import { commitOf, git } from "../../evidence/git.ts";
import { linkFaults } from "../../history/chain.ts";
import { ledgersAt } from "../../history/committed.ts";
import { type LedgerFile, ledgersOf, readLedgerFiles, releasesFolder } from "../../history/ledger-files.ts";
import { ReleaseError } from "../../history/release-error.ts";
import { type RepairInput, repair } from "../../history/repair.ts";
import { dayOf } from "../../model/index.ts";
import { InvalidDataset } from "../../records/invalid-dataset.ts";
import { loadDataset, recordsOf } from "../../records/load.ts";
import { writeWhole } from "../../records/write-whole.ts";
import { didYouMean } from "../../text/nearest.ts";
import { UsageError } from "../../text/usage-error.ts";
import { reportError } from "./command.ts";
import { print } from "./print.ts";

/** Options of the command line, already parsed. */
export interface RepairOptions {
  data: string;
  base?: string | undefined;
  dryRun: boolean;
}

/** The branches that publish releases, the first that exists, where none is named. */
const DEFAULT_BASES = ["origin/main", "origin/master", "main", "master"];

/** Do the files show that two branches released, so that someone has to say which of them is published? */
const isForked = (there: readonly LedgerFile[]): boolean =>
  there.some((f) => f.fault?.kind === "conflict") || linkFaults(ledgersOf(there)).length > 0;

/** The releases of the base branch. @throws {UsageError} where it is not known and has to be */
export function baseReleases(
  data: string,
  named: string | undefined,
  there: readonly LedgerFile[] = [],
): RepairInput["base"] {
  const name = named ?? DEFAULT_BASES.find((branch) => commitOf(data, branch));
  const commit = name && commitOf(data, name);
  if (commit) return { name, files: ledgersAt(data, commit) };
  if (named !== undefined) {
    const known = (git(data, "for-each-ref", "--format=%(refname:short)") ?? "").split("\n").filter(Boolean);
    throw new UsageError(`--base ${named}: there is no such commit here.${didYouMean(named, known)}`);
  }
  if (isForked(there))
    throw new UsageError("Name the branch whose releases are published: --base <branch or commit>.");
  return undefined;
}

/** Puts the ledgers in order; prints what it did, and gives the exit code. */
export function runRepair({ data, base, dryRun }: RepairOptions): number {
  try {
    const there = readLedgerFiles(data);
    const from = baseReleases(data, base, there);
    const committed = ["HEAD", "MERGE_HEAD"].flatMap((name) => {
      const commit = commitOf(data, name);
      return commit ? ledgersAt(data, commit) : [];
    });
    const { write, remove, done } = repair({
      base: from,
      there,
      committed,
      records: recordsOf(loadDataset(data)),
      today: dayOf(new Date()),
    });
    for (const line of done) print(line);
    if (write.length === 0 && remove.length === 0)
      print("Nothing to repair: the releases follow each other.");
    else if (dryRun) print("Nothing is written; without --dry-run it is.");
    else {
      writeWhole(
        write.map(({ version, text }) => ({ path: join(releasesFolder(data), `${version}.json`), text })),
        remove,
      );
      print("Check it with `npm run release -- verify`, then commit data/releases.");
    }
    return 0;
  } catch (error) {
    return reportError(error, [ReleaseError, InvalidDataset]);
  }
}
