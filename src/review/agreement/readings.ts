import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ReleasedState } from "../../history/history.ts";
import { ReleaseError } from "../../history/release-error.ts";
import type { Platform, ReadAgreement } from "../../model/index.ts";
import { readRecord } from "../../records/files.ts";
import { formatProblem } from "../../records/problems.ts";
import { validate } from "../../records/validate.ts";
import { draw } from "./draw.ts";
import { pooledAgreement } from "./pooled.ts";

/** The folder of the second readings of a release. */
export const readingsFolder = (dataDir: string, version: string): string =>
  join(dataDir, "readings", version);

/** A second record. It only has to keep to the schema: it is never published. */
function readSecond(path: string): Platform {
  const { dataset, problems } = validate([readRecord("platform", "draft", path)]);
  const record = dataset.platforms.get("draft")?.record;
  if (record) return record;
  throw new ReleaseError(
    `${path} is not a valid platform record:\n${problems.map(formatProblem).join("\n")}`,
  );
}

/** Which platforms were read, and which had been drawn. @throws {ReleaseError} where they differ */
function checkDraw(folder: string, read: readonly string[], drawn: readonly string[]): void {
  const missing = drawn.filter((id) => !read.includes(id));
  if (missing.length === 0) return;
  throw new ReleaseError(
    `${folder} must have the ${drawn.length} platforms that were drawn. Missing: ${missing.join(", ")}; not drawn: ${read.filter((id) => !drawn.includes(id)).join(", ")}.`,
  );
}

/**
 * Compares the second readings of a release, `data/readings/<version>/<id>.json`, with its records. The seed of
 * the draw is the version, so that no one chooses what is read.
 * @throws {ReleaseError} where there are none, one is not valid, or they are not the ones that are drawn
 */
export function agreementOfReadings(dataDir: string, { ledger, platforms }: ReleasedState): ReadAgreement {
  const folder = readingsFolder(dataDir, ledger.version);
  const read = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length));
  if (read.length === 0) throw new ReleaseError(`There are no second readings in ${folder}.`);
  const drawn = draw(
    platforms.map(({ id }) => id),
    ledger.version,
    Math.min(read.length, platforms.length),
  );
  checkDraw(folder, read, drawn);
  const pairs = platforms
    .filter(({ id }) => drawn.includes(id))
    .map((first) => [first, readSecond(join(folder, `${first.id}.json`))] as const);
  return {
    release: ledger.version,
    day: ledger.date,
    of: platforms.length,
    platforms: drawn,
    ...pooledAgreement(pairs, ledger.date),
  };
}
