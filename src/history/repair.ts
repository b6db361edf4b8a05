import { isDay, type ReleaseLedger } from "../model/index.ts";
import type { Records } from "../records/load.ts";
import { isUnedited, linkFaults } from "./chain.ts";
import { type LedgerFile, ledgerText, readable } from "./ledger-files.ts";
import { type Migration, migrateRecords } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { stepAll } from "./rebuild.ts";
import { ReleaseError } from "./release-error.ts";
import { cutRelease, NothingChanged } from "./releases.ts";
import { classesOf, replay, replayed } from "./replay.ts";
import { verifyReleases } from "./verify.ts";
import { byVersion } from "./versions.ts";

/** What a repair starts from. */
export interface RepairInput {
  /** The base branch, whose releases are published; undefined where the releases that are in order are. */
  base: { name: string; files: readonly LedgerFile[] } | undefined;
  /** The files in the folder of releases. */
  there: readonly LedgerFile[];
  /** The files of the commits that were merged: they have what a file here was before it was damaged. */
  committed: readonly LedgerFile[];
  /** The records as they are after the merge. */
  records: Records;
  /** The day of a release whose own cannot be read. */
  today: string;
  migrations?: readonly Migration[];
}

/** What a repair does to the folder of releases. */
export interface Repair {
  write: { version: string; text: string }[];
  /** Paths of files to delete. */
  remove: string[];
  /** What is done, in words. */
  done: string[];
}

/** The part of a ledger that cutting it again keeps. */
type Kept = Pick<ReleaseLedger, "date" | "notes" | "agreement" | "changes">;

const isAmong = (ledgers: readonly ReleaseLedger[], ledger: ReleaseLedger): boolean =>
  ledgers.some((l) => l.digest === ledger.digest);

/** The ledgers in a file, as they were cut: two where it has conflict markers. */
const ledgersIn = ({ ledger, sides }: LedgerFile): ReleaseLedger[] =>
  (ledger ? [ledger] : [...sides]).filter(isUnedited);

/** The releases before a ledger, as its own branch had them. */
function lineageOf(ledger: ReleaseLedger, known: readonly ReleaseLedger[]): ReleaseLedger[] {
  const lineage: ReleaseLedger[] = [];
  for (let { previous } = ledger; previous; previous = (lineage[0] as ReleaseLedger).previous) {
    const { version, digest } = previous;
    const before = known.find((l) => l.digest === digest);
    if (!before)
      throw new ReleaseError(
        `${ledger.version} follows ${version} (digest ${digest.slice(0, 12)}…), which is neither here nor in the base branch. Merge the branch that has it, or delete ${ledger.version}.json and cut the release again.`,
      );
    lineage.unshift(before);
  }
  return lineage;
}

/** The releases that the base does not have, each after those that it follows. */
function unpublished(base: readonly ReleaseLedger[], files: readonly LedgerFile[]): ReleaseLedger[] {
  const found = new Map(files.flatMap(ledgersIn).map((ledger) => [ledger.digest, ledger]));
  return [...found.values()]
    .filter((ledger) => !isAmong(base, ledger))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : byVersion(a.version, b.version)));
}

/** The releases that are in order, from the first on. */
function inOrder(files: readonly LedgerFile[]): LedgerFile[] {
  const sound = files
    .filter((file) => file.ledger && isUnedited(file.ledger))
    .sort((a, b) => byVersion(a.version, b.version));
  const [wrong] = linkFaults(sound.map((f) => f.ledger as ReleaseLedger));
  return wrong
    ? sound.slice(
        0,
        sound.findIndex((f) => f.version === wrong.version),
      )
    : sound;
}

/** The releases that are published. @throws {ReleaseError} where they are not in order themselves */
function published({ base, there }: RepairInput): LedgerFile[] {
  if (!base) return inOrder(there);
  const damaged = base.files.find((f) => f.fault);
  const [wrong] = linkFaults(base.files.flatMap((f) => f.ledger ?? []));
  if (damaged || wrong)
    throw new ReleaseError(
      `The releases of ${base.name} are not in order either: ${damaged ? `${damaged.path}: ${damaged.fault?.found}` : `${wrong?.version}: ${wrong?.found}`}. Name the last commit whose releases were published, for example --base ${base.name}^1.`,
    );
  return [...base.files];
}

/** Cuts a release again: on its own day, or the last release's where that is later. Undefined where nothing changed. */
function cutAgain(
  ledgers: readonly ReleaseLedger[],
  records: Records,
  { date, notes, agreement, changes }: Kept,
  migrations: readonly Migration[],
): ReleaseLedger | undefined {
  const last = ledgers.at(-1)?.date ?? "";
  try {
    return cutRelease(ledgers, records, {
      date: date < last ? last : date,
      written: notes.written ?? undefined,
      agreement,
      classOf: classesOf(changes),
      migrations,
    });
  } catch (error) {
    if (error instanceof NothingChanged) return undefined;
    throw error;
  }
}

const howCut = (label: string, { version, date, previous, changes }: ReleaseLedger, kept: string): string =>
  `${label} is cut again after ${previous?.version ?? "nothing"}${version === label ? "" : `, as ${version}`}: ${changes.length} change${changes.length === 1 ? "" : "s"}, ${date === kept ? "the same day" : `the day ${date} instead of ${kept}`}, the same notes and classes.`;

/** How a release was cut whose ledger was cut off. */
const howSalvaged = ({ version, text }: LedgerFile, { previous, changes, date }: ReleaseLedger): string =>
  `${version} is cut again after ${previous?.version ?? "nothing"}: ${changes.length} change${changes.length === 1 ? "" : "s"}, ${readable(text).date === date ? "the same day" : `the day ${date}, because its own cannot be read`}, and what can be read of its notes and classes.`;

/** What can be read of a release whose ledger is cut off. */
function salvaged({ text }: LedgerFile, today: string): Kept {
  const { date, notes, changes } = readable(text);
  return {
    date: typeof date === "string" && isDay(date) ? date : today,
    notes: { generated: [], written: typeof notes?.written === "string" ? notes.written : null },
    changes: (Array.isArray(changes) ? changes : []).filter((c) => c?.record && c.class),
  };
}

/** The releases in order: the published ones, then the others, cut again where they do not follow. */
function putInOrder(input: RepairInput, base: readonly ReleaseLedger[]) {
  const { there, committed, records: merged, today, migrations = MIGRATIONS } = input;
  const ledgers = [...base];
  const done: string[] = [];
  const others = unpublished(base, [...there, ...committed]);
  for (const other of others) {
    if (other.previous?.digest === ledgers.at(-1)?.digest) {
      ledgers.push(other);
      continue;
    }
    const release = replayed(lineageOf(other, [...base, ...others]), other, migrations);
    const current = migrateRecords(stepAll(ledgers, { migrations }), migrations);
    const { records, taken } = replay(current, release, merged);
    const cut = cutAgain(ledgers, records, { ...other, changes: [...release.changes] }, migrations);
    if (cut) ledgers.push(cut);
    done.push(
      cut
        ? howCut(other.version, cut, other.date)
        : `${other.version} is dropped: the releases before it have everything that it changed.`,
      ...taken.map(
        (key) => `${key}: both branches changed the same part; the record as it is now is released.`,
      ),
    );
  }
  const lost = there.filter(
    ({ fault, version }) =>
      fault?.kind === "cut-off" && ![...ledgers, ...others].some((l) => l.version === version),
  );
  for (const file of lost) {
    const cut = cutAgain(ledgers, merged, salvaged(file, today), migrations);
    if (!cut) continue;
    ledgers.push(cut);
    done.push(howSalvaged(file, cut));
  }
  return { ledgers, done, others };
}

/** @throws {ReleaseError} for a file whose content is in no release, so that replacing it would lose it */
function refuseLoss(there: readonly LedgerFile[], known: readonly ReleaseLedger[]): void {
  for (const file of there) {
    const edited = file.ledger && !isUnedited(file.ledger);
    const unreadable =
      file.fault?.kind === "not-a-ledger" || (file.fault?.kind === "conflict" && file.sides.length < 2);
    if ((edited || unreadable) && !known.some((l) => l.version === file.version))
      throw new ReleaseError(
        `${file.path}: ${file.fault?.found ?? "an edited ledger"}, and no commit has ${file.version} as it was cut. Delete the file and cut the release again.`,
      );
  }
}

/**
 * Puts the releases in order: those of the base branch stay as they are, and what other branches released is
 * cut again after them, with its notes, classes and, where it is not before the last release, its day.
 * Files that are cut off, edited or missing are restored.
 * @throws {ReleaseError} where what is needed is not here; the message says what to do
 */
export function repair(input: RepairInput): Repair {
  const { there, committed, base, migrations = MIGRATIONS } = input;
  const files = published(input);
  const kept = files.flatMap((f) => f.ledger ?? []);
  const { ledgers, done, others } = putInOrder(input, kept);
  refuseLoss(there, [...ledgers, ...others]);
  const problems = verifyReleases(ledgers, undefined, migrations);
  if (problems.length > 0) throw new ReleaseError(problems.join("\n"));
  const has = (file: LedgerFile, { version, digest }: ReleaseLedger): boolean =>
    file.version === version && ledgersIn(file).some((l) => l.digest === digest);
  const texts = [...files, ...committed].filter((f) => f.ledger);
  const write = ledgers
    .filter((ledger) => !there.some((file) => file.ledger && has(file, ledger)))
    .map((ledger) => ({
      version: ledger.version,
      text: texts.find((file) => has(file, ledger))?.text ?? ledgerText(ledger),
    }));
  const restored = write.filter(({ version }) => kept.some((l) => l.version === version));
  const unneeded = there.filter(
    (f) => f.fault?.kind === "partial" || !ledgers.some((l) => l.version === f.version),
  );
  return {
    write,
    remove: unneeded.map((f) => f.path),
    done: [
      ...restored.map(({ version }) => `${version} is restored as ${base?.name} has it.`),
      ...done,
      ...unneeded.filter((f) => f.fault).map((f) => `${f.path} is removed.`),
    ],
  };
}
