import { CHANGE_CLASS, type ChangeClass, dayOf, termsOf } from "../model/index.ts";
import { InvalidDataset, loadDataset, recordsOf } from "./load.ts";
import { didYouMean } from "./nearest.ts";
import { cutRelease, ReleaseError, readReleases, verifyReleases, writeRelease } from "./releases.ts";

export const RELEASE_HELP = `Releases: versions of the dataset that can be cited, compared and rebuilt.

  npm run release                                   cut a release from what changed in data/
  npm run release -- --notes "…"                    with notes by hand
  npm run release -- --class linkedin=correction    say why a record changed (policy, correction, evidence, editorial)
  npm run release -- --dry-run                      show what it would hold
  npm run release -- verify                         rebuild every release and compare hashes`;

/** Options of the command line, already parsed. */
export interface ReleaseOptions {
  data: string;
  date?: string | undefined;
  notes?: string | undefined;
  class: string[];
  "dry-run": boolean;
  help: boolean;
}

/** `linkedin=correction` or `operators/meta=evidence`, as the classes by record. */
function classesFrom(given: readonly string[], known: readonly string[]): Record<string, ChangeClass> {
  return Object.fromEntries(
    given.map((text) => {
      const [name = "", cls = ""] = text.split("=");
      const key = name.includes("/") ? name : `platforms/${name}`;
      const classes = termsOf(CHANGE_CLASS);
      if (!known.includes(key)) throw new ReleaseError(`--class ${text}: there is no record ${key}.${didYouMean(key, known)}`);
      const found = classes.find((c) => c === cls);
      if (!found) throw new ReleaseError(`--class ${text}: ${cls || "nothing"} is none of ${classes.join(", ")}.${didYouMean(cls, classes)}`);
      return [key, found];
    }),
  );
}

/** Runs the release command; prints, and gives the exit code. */
export function runRelease([action = "cut"]: readonly string[], options: ReleaseOptions): number {
  if (options.help) {
    console.log(RELEASE_HELP);
    return 0;
  }
  try {
    const ledgers = readReleases(options.data);
    const records = recordsOf(loadDataset(options.data));
    if (action === "verify") {
      const problems = verifyReleases(ledgers, records);
      for (const problem of problems) console.error(problem);
      console.log(problems.length === 0 ? `${ledgers.length} releases, every one rebuilds.` : `${problems.length} problems.`);
      return problems.length === 0 ? 0 : 1;
    }
    if (action !== "cut") throw new ReleaseError(`There is no action “${action}”. Use verify, or none to cut a release.`);
    const broken = verifyReleases(ledgers);
    if (broken.length > 0)
      throw new ReleaseError(
        `The ledger does not hold, so nothing is cut:\n${broken.join("\n")}\nRestore data/releases from git; a correction is a new release.`,
      );
    const ledger = cutRelease(ledgers, records, {
      date: options.date ?? dayOf(new Date()),
      written: options.notes,
      classes: classesFrom(options.class, [...records.keys()]),
    });
    for (const note of ledger.notes.generated) console.log(note);
    console.log(
      options["dry-run"]
        ? `Would be ${ledger.version}: ${ledger.changes.length} changes.`
        : `${writeRelease(options.data, ledger)}: ${ledger.changes.length} changes.`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof ReleaseError || error instanceof InvalidDataset)) throw error;
    console.error(error.message);
    return 1;
  }
}
