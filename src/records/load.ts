import { createHash } from "node:crypto";
import type { Operator, Platform } from "../model/index.ts";
import { canonical, canonicalPieces } from "../text/canonical.ts";
import type { Json } from "../text/json.ts";
import { countInWords } from "../text/lists.ts";
import { remembered } from "../text/remembered.ts";
import { InvalidDataset } from "./invalid-dataset.ts";
import { formatProblem, type Problem } from "./problems.ts";
import { validateDirectory } from "./validate.ts";

/** Which state of the data this is. */
export interface Release {
  /** CalVer `YYYY.MM.N`, or `unreleased` for data that is in no release. */
  version: string;
  /** The day of the data, `YYYY-MM-DD`: the last day on which one of its records was checked. */
  date: string;
  /** SHA-256 over the records' hashes: the same data has the same digest, released or not. */
  digest: string;
}

/** A valid dataset, records in order of their ids. */
export interface LoadedDataset {
  release: Release;
  platforms: Platform[];
  operators: Operator[];
}

/** The first problems of a dataset in words. */
const inWords = (problems: readonly Problem[]): string => {
  const more = problems.length > 3 ? `\n…and ${problems.length - 3} more: npm run validate` : "";
  return `The dataset has ${countInWords(problems.length, "problem")}:\n${problems.slice(0, 3).map(formatProblem).join("\n")}${more}`;
};

/** SHA-256 of a text in UTF-8, hexadecimal. */
export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** SHA-256 of a value's canonical JSON. */
export const hashOf = (value: unknown): string => sha256(canonical(value));

/** How many characters are hashed at once: few calls, and little memory. */
const CHARACTERS = 1 << 16;

/**
 * The same as {@link hashOf} for a value whose canonical JSON may be longer than a string can be (512 MB).
 * @param depth how many levels of lists and objects are taken apart; what is below must fit into a string
 */
export function hashOfLarge(value: unknown, depth: number): string {
  const hash = createHash("sha256");
  let waiting = "";
  for (const piece of canonicalPieces(value, depth)) {
    waiting += piece;
    if (waiting.length < CHARACTERS) continue;
    hash.update(waiting, "utf8");
    waiting = "";
  }
  return hash.update(waiting, "utf8").digest("hex");
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/** Every record of a state of the dataset, by `platforms/<id>` or `operators/<id>`. */
export type Records = ReadonlyMap<string, Json>;

/** A record as in its file: without fields that are undefined. */
const plain = remembered((record: Platform | Operator): Json => JSON.parse(JSON.stringify(record)) as Json);

/** A record's hash: SHA-256 of its canonical JSON. */
export const recordHash = remembered((record: object): string => hashOf(record));

/** The records of a dataset by their keys, in order. */
export const recordsOf = ({
  platforms,
  operators,
}: {
  platforms: readonly Platform[];
  operators: readonly Operator[];
}): Records =>
  new Map(
    [
      ...operators.map((o) => [`operators/${o.id}`, plain(o)] as const),
      ...platforms.map((p) => [`platforms/${p.id}`, plain(p)] as const),
    ].sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The hash of each record, as a ledger states it. */
export const recordHashes = (records: Records): Record<string, string> =>
  Object.fromEntries([...records].map(([key, record]) => [key, recordHash(record as object)]));

/** Puts records together into a dataset, with its digest and day. */
export function datasetOf(platforms: readonly Platform[], operators: readonly Operator[]): LoadedDataset {
  const sorted = { platforms: [...platforms].sort(byId), operators: [...operators].sort(byId) };
  const date =
    sorted.platforms
      .map((p) => p.review.verified)
      .sort()
      .at(-1) ?? "1970-01-01";
  return {
    release: { version: "unreleased", date, digest: hashOf(recordHashes(recordsOf(sorted))) },
    ...sorted,
  };
}

/**
 * Reads and validates the data directory.
 * @throws {InvalidDataset} when a record is not valid, with every problem
 */
export function loadDataset(dataDir: string): LoadedDataset {
  const { dataset, problems } = validateDirectory(dataDir);
  if (problems.length > 0) throw new InvalidDataset(problems, inWords(problems));
  return datasetOf(
    [...dataset.platforms.values()].map((p) => p.record),
    [...dataset.operators.values()].map((o) => o.record),
  );
}
