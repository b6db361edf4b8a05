import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Operator,
  type Platform,
  type ReleaseLedger,
  type WatchState,
  watchStateSchema,
  whyInvalid,
} from "../model/index.ts";
import {
  hashOf,
  type LoadedDataset,
  loadDataset,
  type Records,
  type Release,
  recordHashes,
  recordsOf,
} from "../records/load.ts";
import type { Json } from "../text/json.ts";
import { didYouMean } from "../text/nearest.ts";
import { trusted } from "../text/trusted.ts";
import { faultInWords, linkFaults } from "./chain.ts";
import { type DescribedChange, describeChanges } from "./describe.ts";
import { type Migration, migrateRecords } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { step, touchedBy } from "./rebuild.ts";
import { ReleaseError } from "./release-error.ts";
import { readReleases } from "./releases.ts";

/** One release as it is published: its dataset in the present format, its ledger and its changes. */
export interface ReleasedState {
  release: Release;
  platforms: Platform[];
  operators: Operator[];
  ledger: ReleaseLedger;
  /** Its changes in words, in the present format. */
  changes(): DescribedChange[];
  /** What differs from the state before. */
  since: Since;
}

/** What differs between a state and one before it. */
export interface Since {
  /** The digest of the state before. */
  digest: string;
  /** Records that were added, changed or removed, `platforms/<id>` or `operators/<id>`. */
  records: ReadonlySet<string>;
}

/** The dataset with everything that was released. */
export interface History {
  /** The records as they are. Their release is the last one, where nothing changed since. */
  head: LoadedDataset & { since?: Since };
  ledgers: ReleaseLedger[];
  /** The last state of the watch; undefined where it never ran. */
  watch?: WatchState | undefined;
  /** The releases in order, except those in `skip`; each is rebuilt when it is asked for. */
  states(skip?: ReadonlySet<string>): Generator<ReleasedState>;
}

/** A state's records, which are in the present format, by their kinds. */
const datasetAt = (records: Records): { platforms: Platform[]; operators: Operator[] } => {
  const of = <T>(prefix: string): T[] =>
    [...records].filter(([key]) => key.startsWith(prefix)).map(([, record]) => trusted<T>(record));
  return { platforms: of<Platform>("platforms/"), operators: of<Operator>("operators/") };
};

/** A release's dataset has the digest of its records; the same records have the same digest. */
const releaseOf = ({ version, date, records }: ReleaseLedger): Release => ({
  version,
  date,
  digest: hashOf(records),
});

function* statesOf(
  ledgers: readonly ReleaseLedger[],
  migrations: readonly Migration[],
  skip: ReadonlySet<string>,
): Generator<ReleasedState> {
  let records: Records = new Map<string, Json>();
  for (const [i, ledger] of ledgers.entries()) {
    const before = records;
    records = step(records, ledger, { migrations });
    if (skip.has(ledger.version)) continue;
    const after = migrateRecords(records, migrations);
    yield {
      release: releaseOf(ledger),
      ...datasetAt(after),
      ledger,
      changes: () => describeChanges(ledger, migrateRecords(before, migrations), after, migrations),
      since: {
        digest: hashOf(ledgers[i - 1]?.records ?? {}),
        records: touchedBy(ledger),
      },
    };
  }
}

/** The history of a dataset and its ledgers. The dataset's release is the last one, where nothing changed since. */
export function historyOf(
  dataset: LoadedDataset,
  ledgers: ReleaseLedger[],
  migrations: readonly Migration[] = MIGRATIONS,
): History {
  const last = ledgers.at(-1);
  const states = (skip: ReadonlySet<string> = new Set()) => statesOf(ledgers, migrations, skip);
  if (!last) return { head: dataset, ledgers, states };
  const released = releaseOf(last);
  if (released.digest === dataset.release.digest)
    return { head: { ...dataset, release: released }, ledgers, states };
  const hashes = recordHashes(recordsOf(dataset));
  const keys = new Set([...Object.keys(last.records), ...Object.keys(hashes)]);
  const differing = new Set([...keys].filter((key) => hashes[key] !== last.records[key]));
  return { head: { ...dataset, since: { digest: released.digest, records: differing } }, ledgers, states };
}

/**
 * One release as it is published; the last where none is named.
 * @throws {ReleaseError} where there is no such release
 */
export function stateAt(history: History, version = history.ledgers.at(-1)?.version): ReleasedState {
  if (version === undefined) throw new ReleaseError("Nothing is released yet: npm run release");
  const versions = history.ledgers.map((ledger) => ledger.version);
  for (const state of history.states(new Set(versions.filter((v) => v !== version)))) return state;
  throw new ReleaseError(`There is no release ${version}.${didYouMean(version, versions)}`);
}

/** Reads the last state of the watch; undefined where it never ran. */
function readWatchState(dataDir: string): WatchState | undefined {
  const path = join(dataDir, "watch.json");
  if (!existsSync(path)) return undefined;
  try {
    return watchStateSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new ReleaseError(
      `${path} is not a valid watch state: ${whyInvalid(error)}. \`npm run watch -- --write\` writes it.`,
    );
  }
}

/**
 * Reads the records, the ledgers and the state of the watch.
 * @throws {InvalidDataset} for records that are not valid
 * @throws {ReleaseError} for a file that is not a ledger or not a valid watch state, or ledgers that do not follow each other
 */
export function loadHistory(dataDir: string): History {
  const ledgers = readReleases(dataDir);
  const [fault] = linkFaults(ledgers);
  if (fault) throw new ReleaseError(`${dataDir}/releases: ${faultInWords(fault)}`);
  return { ...historyOf(loadDataset(dataDir), ledgers), watch: readWatchState(dataDir) };
}
