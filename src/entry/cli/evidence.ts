import { existsSync } from "node:fs";
import { type Archive, openArchives } from "../../evidence/archives.ts";
import {
  fingerprintPassage,
  type Outcome,
  type PassageRef,
  passagesOf,
  verifyPassage,
  writeFingerprints,
} from "../../evidence/fingerprints.ts";
import { fileOf, type RecordFile, readRecord, readRecords } from "../../records/files.ts";
import { didYouMean } from "../../text/nearest.ts";
import { UsageError } from "../../text/usage-error.ts";
import { ARCHIVE_OPTION, command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print, printError } from "./print.ts";

interface Options {
  archive: string[];
  data: string;
}

/** A record by its id: `linkedin`, or `operators/meta`. */
function findRecord(dataDir: string, name: string): RecordFile {
  const [kind, id] = name.startsWith("operators/")
    ? (["operator", name.slice("operators/".length)] as const)
    : (["platform", name.replace(/^platforms\//, "")] as const);
  const path = fileOf(dataDir, kind, id);
  if (!existsSync(path)) {
    const known = readRecords(dataDir).map((r) => (r.kind === "operator" ? `operators/${r.id}` : r.id));
    throw new UsageError(`There is no record ${path}.${didYouMean(name, known)}`);
  }
  const record = readRecord(kind, id, path);
  if (record.value === undefined)
    throw new UsageError(`${path} is not JSON; \`npm run validate ${path}\` says where.`);
  return record;
}

/** Opens the archives for an action and closes them after it; a wrong call is reported and gives 2. */
async function withArchives(
  given: readonly string[],
  act: (archives: ReadonlyMap<string, Archive>) => Promise<number>,
): Promise<number> {
  let archives = new Map<string, Archive>();
  try {
    archives = openArchives(given);
    return await act(archives);
  } catch (error) {
    return reportError(error);
  } finally {
    for (const archive of archives.values()) archive.close();
  }
}

/** Computes a record's fingerprints and writes them into its file; prints, and gives the exit code. */
export const runFingerprint = (
  name: string,
  refs: readonly string[],
  options: Options & { show: boolean },
): Promise<number> =>
  withArchives(options.archive, (archives) => fingerprintRecord(name, refs, options, archives));

/** Re-checks fingerprints; prints, and gives the exit code. */
export const runVerify = (
  names: readonly string[],
  options: Options & { all: boolean; quiet: boolean },
): Promise<number> => withArchives(options.archive, (archives) => verifyRecords(names, options, archives));

async function fingerprintRecord(
  name: string,
  refs: readonly string[],
  options: Options & { show: boolean },
  archives: ReadonlyMap<string, Archive>,
): Promise<number> {
  const record = findRecord(options.data, name);
  const all = passagesOf(record);
  const known = all.map((p) => p.ref);
  for (const ref of refs)
    if (!known.includes(ref))
      throw new UsageError(`${record.path} has no passage ${ref}.${didYouMean(ref, known)}`);
  const wanted = refs.length > 0 ? all.filter((p) => refs.includes(p.ref)) : all;
  const written: { ref: PassageRef; sha256: string }[] = [];
  let bad = 0;
  for (const ref of wanted) {
    const result = await fingerprintPassage(ref, archives);
    if ("sha256" in result) {
      written.push({ ref, sha256: result.sha256 });
      print(
        `${ref.ref}: ${result.sha256.slice(0, 12)}… over ${result.words} words${options.show ? `\n    ${result.text}` : ""}`,
      );
    } else {
      bad++;
      printError(`${ref.ref}: ${describe(ref, result)}`);
    }
  }
  writeFingerprints(record, written);
  return bad > 0 ? 1 : 0;
}

async function verifyRecords(
  names: readonly string[],
  options: Options & { all: boolean; quiet: boolean },
  archives: ReadonlyMap<string, Archive>,
): Promise<number> {
  if (!options.all && names.length === 0)
    throw new UsageError(`Which records? verify --all, or verify <record>…`);
  const records = options.all
    ? readRecords(options.data)
    : names.map((name) => findRecord(options.data, name));
  const refs = records.flatMap(passagesOf);
  const outcomes = await Promise.all(refs.map((ref) => verifyPassage(ref, archives)));
  const count: Record<Outcome["state"], number> = {
    holds: 0,
    "not-found": 0,
    differs: 0,
    "archive-not-given": 0,
  };
  outcomes.forEach((outcome, i) => {
    count[outcome.state]++;
    const ref = refs[i] as PassageRef;
    if (outcome.state !== "holds" || !options.quiet)
      print(`${ref.record.id} ${ref.ref}: ${describe(ref, outcome)}`);
  });
  print(
    `${refs.length} passages of ${records.length} records: ${count.holds} hold, ${count["not-found"]} not found, ${count.differs} differ, ${count["archive-not-given"]} not checked (archive not given)`,
  );
  return count["not-found"] + count.differs > 0 ? 1 : 0;
}

/** One outcome in words. */
function describe({ source, passage }: PassageRef, outcome: Outcome): string {
  switch (outcome.state) {
    case "holds":
      return "holds";
    case "not-found":
      return `not found: ${outcome.why}`;
    case "differs":
      return `differs: recorded ${passage.sha256.slice(0, 12)}…, found ${outcome.found.slice(0, 12)}…`;
    case "archive-not-given":
      return `archive not given: --archive ${source.copies?.[passage.copy]?.archive}=<git clone>`;
  }
}

export const program = command(
  "evidence",
  "Fingerprints of archived passages. A record is a platform's id, or operators/<id>.",
  [
    [
      "fingerprint --archive OpenTermsArchive/pga-versions=../pga-versions linkedin",
      "finds the passages and writes their sha256 into the record",
    ],
    [
      "verify --archive OpenTermsArchive/pga-versions=../pga-versions --all",
      "checks every fingerprint again",
    ],
  ],
);
program
  .command("fingerprint")
  .description("finds passages at their commits and writes their sha256 into the record")
  .argument("<record>")
  .argument("[passages...]", "source#passage; default: all of the record")
  .option(...ARCHIVE_OPTION)
  .option("--show", "prints the passages found", false)
  .option(...DATA_OPTION)
  .action(exits(runFingerprint));
program
  .command("verify")
  .description("checks fingerprints again; exit 1 when one is not found or differs")
  .argument("[records...]")
  .option(...ARCHIVE_OPTION)
  .option("--all", "every record", false)
  .option("--quiet", "only what does not hold", false)
  .option(...DATA_OPTION)
  .action(exits(runVerify));
