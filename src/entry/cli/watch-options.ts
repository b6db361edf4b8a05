import { isDay, parseRef } from "../../model/index.ts";
import { evidenceRefs } from "../../records/checks/walk.ts";
import { InvalidDataset } from "../../records/invalid-dataset.ts";
import { type LoadedDataset, loadDataset } from "../../records/load.ts";
import { didYouMean } from "../../text/nearest.ts";
import { UsageError } from "../../text/usage-error.ts";

const keysOf = ({ platforms, operators }: LoadedDataset): string[] => [
  ...platforms.map((p) => `platforms/${p.id}`),
  ...operators.map((o) => `operators/${o.id}`),
];

/** The key of a record as written: `linkedin`, `platforms/linkedin`, `operators/meta`. */
export function keyOf(written: string, dataset: LoadedDataset, option: string): string {
  const key = written.includes("/") ? written : `platforms/${written}`;
  const known = keysOf(dataset);
  if (!known.includes(key))
    throw new UsageError(`${option} ${written}: there is no record ${key}.${didYouMean(key, known)}`);
  return key;
}

/** A day as written. */
export function dayOf(written: string, option: string): string {
  if (!isDay(written))
    throw new UsageError(
      `${option}: ${written || "nothing"} is not a day; write YYYY-MM-DD, for example ${option.split(" ")[0]} ${option.startsWith("--read") ? "linkedin=2025-11-01" : "2025-11-01"}`,
    );
  return written;
}

/** The records named, and the operators whose sources they cite. */
export function recordsNamed(names: readonly string[], dataset: LoadedDataset): Set<string> | undefined {
  if (names.length === 0) return undefined;
  const keys = new Set(names.map((name) => keyOf(name, dataset, "--record")));
  for (const platform of dataset.platforms)
    if (
      keys.has(`platforms/${platform.id}`) &&
      [...evidenceRefs(platform)].some(({ ref }) => parseRef(ref).shared)
    )
      keys.add(`operators/${platform.operator}`);
  return keys;
}

/**
 * The dataset that is watched. Exit code 1 of these commands means that a document moved, so invalid
 * records count as a wrong call.
 * @throws {UsageError} for records that are not valid
 */
export function loadWatched(data: string): LoadedDataset {
  try {
    return loadDataset(data);
  } catch (error) {
    throw error instanceof InvalidDataset ? new UsageError(error.message) : error;
  }
}
