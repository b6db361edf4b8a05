import { existsSync } from "node:fs";
import { type Archive, ArchiveError, openArchives } from "./archives.ts";
import { fingerprintPassage, type Outcome, type PassageRef, passagesOf, verifyPassage, writeFingerprints } from "./evidence.ts";
import { fileOf, type RecordFile, readRecord, readRecords } from "./files.ts";
import { didYouMean } from "./nearest.ts";

export const EVIDENCE_HELP = `Evidence: fingerprints of archived passages.

  npm run evidence -- fingerprint --archive <owner/name>=<git clone> <record> [<source#passage>…]
      finds the passages at their stated commits and writes their sha256 into the record
      (all passages of the record where none is named); --show prints the passage found
  npm run evidence -- verify [--archive <owner/name>=<git clone>]… (--all | <record>…)
      re-checks every fingerprint; exit 1 when one is not found or differs

A record is a platform's id, or operators/<id>.`;

/** Options of the command line, already parsed. */
export interface EvidenceOptions {
  archive: string[];
  all: boolean;
  show: boolean;
  quiet: boolean;
  data: string;
  help: boolean;
}

/** A mistake in how the command was called or in what it was pointed at. */
class UsageError extends Error {}

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
  if (record.syntaxErrors.length > 0) throw new UsageError(`${path} is not JSON; \`npm run validate ${path}\` says where.`);
  return record;
}

/** Runs the evidence command; prints to standard output and error, and gives the exit code. */
export async function runEvidence(positionals: readonly string[], options: EvidenceOptions): Promise<number> {
  const [action, ...rest] = positionals;
  if (options.help || action === undefined) {
    console.log(EVIDENCE_HELP);
    return options.help ? 0 : 2;
  }
  let archives = new Map<string, Archive>();
  try {
    archives = openArchives(options.archive);
    if (action === "fingerprint") return await runFingerprint(rest, options, archives);
    if (action === "verify") return await runVerify(rest, options, archives);
    throw new UsageError(`There is no action “${action}”. Use fingerprint or verify.\n\n${EVIDENCE_HELP}`);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof ArchiveError)) throw error;
    console.error(error.message);
    return 2;
  } finally {
    for (const archive of archives.values()) archive.close();
  }
}

async function runFingerprint([name, ...refs]: string[], options: EvidenceOptions, archives: ReadonlyMap<string, Archive>): Promise<number> {
  if (name === undefined) throw new UsageError(`Which record? fingerprint <record> [<source#passage>…]`);
  const record = findRecord(options.data, name);
  const all = passagesOf(record);
  const known = all.map((p) => p.ref);
  for (const ref of refs) if (!known.includes(ref)) throw new UsageError(`${record.path} has no passage ${ref}.${didYouMean(ref, known)}`);
  const wanted = refs.length > 0 ? all.filter((p) => refs.includes(p.ref)) : all;
  const written: { ref: PassageRef; sha256: string }[] = [];
  let bad = 0;
  for (const ref of wanted) {
    const result = await fingerprintPassage(ref, archives);
    if ("sha256" in result) {
      written.push({ ref, sha256: result.sha256 });
      console.log(`${ref.ref}: ${result.sha256.slice(0, 12)}… over ${result.words} words${options.show ? `\n    ${result.text}` : ""}`);
    } else {
      bad++;
      console.error(`${ref.ref}: ${describe(ref, result)}`);
    }
  }
  writeFingerprints(record, written);
  return bad > 0 ? 1 : 0;
}

async function runVerify(names: string[], options: EvidenceOptions, archives: ReadonlyMap<string, Archive>): Promise<number> {
  if (!options.all && names.length === 0) throw new UsageError(`Which records? verify --all, or verify <record>…`);
  const records = options.all ? readRecords(options.data) : names.map((name) => findRecord(options.data, name));
  const refs = records.flatMap(passagesOf);
  const outcomes = await Promise.all(refs.map((ref) => verifyPassage(ref, archives)));
  const count: Record<Outcome["state"], number> = { holds: 0, "not-found": 0, differs: 0, "archive-not-given": 0 };
  outcomes.forEach((outcome, i) => {
    count[outcome.state]++;
    const ref = refs[i] as PassageRef;
    if (outcome.state !== "holds" || !options.quiet) console.log(`${ref.record.id} ${ref.ref}: ${describe(ref, outcome)}`);
  });
  console.log(
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
