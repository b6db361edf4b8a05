import { existsSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { openArchive } from "../../evidence/archives.ts";
import { commitOf, git } from "../../evidence/git.ts";
import { MigrationError, migrateRecord } from "../../history/migrate.ts";
import { MIGRATIONS } from "../../history/migrations/index.ts";
import { type Operator, operatorSchema, type Platform, platformSchema } from "../../model/index.ts";
import { folderOf, parseRecord, type RecordFile, type RecordKind, readRecords } from "../../records/files.ts";
import { keyOf } from "../../records/problems.ts";
import { tooManyGroups } from "../../records/size.ts";
import { validate } from "../../records/validate.ts";
import type { Json } from "../../text/json.ts";
import { didYouMean } from "../../text/nearest.ts";
import { UsageError } from "../../text/usage-error.ts";

/** A record of one side that cannot be read as one. */
export interface InvalidRecord {
  /** `platforms/<id>` or `operators/<id>`. */
  record: string;
  /** The first thing that is wrong with it. */
  problem: string;
}

/** One of the two states that are compared. */
export interface Side {
  /** As the caller named it. */
  name: string;
  platforms: Map<string, Platform>;
  operators: Map<string, Operator>;
  invalid: InvalidRecord[];
}

/** Where a side is read from. */
export type Place =
  | { kind: "revision"; name: string; commit: string }
  | { kind: "directory"; name: string; dir: string };

const KINDS: readonly RecordKind[] = ["operator", "platform"];
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A commit by any name that git knows. @throws {UsageError} with what to do where there is none. */
function revision(dataDir: string, name: string): Place & { kind: "revision" } {
  if (git(dataDir, "rev-parse", "--git-dir") === undefined)
    throw new UsageError(
      `${dataDir} is not in a git repository, so there are no revisions to compare. Two folders are compared with --base DIR --head DIR.`,
    );
  const commit = commitOf(dataDir, name);
  if (commit) return { kind: "revision", name, commit };
  const known = (git(dataDir, "for-each-ref", "--format=%(refname:short)") ?? "")
    .split("\n")
    .filter((ref) => ref !== "");
  const shallow = git(dataDir, "rev-parse", "--is-shallow-repository")?.trim() === "true";
  const howToFix = shallow
    ? "This clone is shallow: git fetch --unshallow fetches the rest."
    : "git branch --all and git tag list the revisions; git fetch gets new ones.";
  throw new UsageError(`There is no revision ${name} here.${didYouMean(name, known)} ${howToFix}`);
}

const WORK_TREE = "the work tree";

/** `base..head`, `base...head` (from where the two diverged) or `base` against the work tree. @throws {UsageError} */
export function placesOfRange(range: string, dataDir: string): [Place, Place] {
  const workTree = placeOfDirectory(dataDir, WORK_TREE);
  const [, base = "", dots, head = ""] = /^(.*?)(?:(\.\.\.?)(.*))?$/.exec(range) ?? [];
  if (base === "" || (dots !== undefined && head === ""))
    throw new UsageError(
      `${range} is not a range: write <base>..<head>, for example main..HEAD, or <base> alone to compare it with the work tree.`,
    );
  if (dots === undefined) return [revision(dataDir, base), workTree];
  const [from, to] = [revision(dataDir, base), revision(dataDir, head)];
  if (dots === "..") return [from, to];
  const mergeBase = git(dataDir, "merge-base", from.commit, to.commit)?.trim();
  if (!mergeBase)
    throw new UsageError(
      `${base} and ${head} have no commit in common: compare them with ${base}..${head}, or fetch more of their history.`,
    );
  return [{ ...from, commit: mergeBase }, to];
}

/** A data directory. @throws {UsageError} where there is none. */
export function placeOfDirectory(dir: string, name = dir): Place {
  const lacks = KINDS.map((kind) => folderOf(dir, kind)).find(
    (folder) => !existsSync(folder) || !statSync(folder).isDirectory(),
  );
  if (lacks)
    throw new UsageError(
      `${lacks} is not a folder. A data directory has ${KINDS.map((kind) => `${kind}s/`).join(" and ")}.`,
    );
  return { kind: "directory", name, dir };
}

/** The record files of a folder of the data directory at a commit. */
const listAt = (commit: string, dataDir: string, kind: RecordKind): string[] =>
  (git(dataDir, "ls-tree", "-z", "--name-only", commit, `./${folderOf(".", kind)}/`) ?? "")
    .split("\0")
    .filter((path) => path.endsWith(".json"));

/** Reads every record's file of a commit, without touching the work tree. */
async function recordsAt(commit: string, dataDir: string): Promise<RecordFile[]> {
  const archive = openArchive(commit, dataDir);
  try {
    const files: RecordFile[] = [];
    for (const kind of KINDS)
      for (const path of listAt(commit, dataDir, kind)) {
        const id = basename(path, ".json");
        // A file can have any name; git is asked only for names that a record can have.
        const text = SLUG.test(id) ? await archive.read(commit, `./${path}`) : undefined;
        files.push(parseRecord(kind, id, join(dataDir, path), text ?? ""));
      }
    return files;
  } finally {
    archive.close();
  }
}

const problemOf = (file: RecordFile): string => {
  if (!SLUG.test(file.id))
    return "its file's name is not an id (lower-case letters and digits, joined by single hyphens)";
  const [first] = validate([file]).problems.filter((p) => /^(JSN|SCH)/.test(p.code));
  return first ? `line ${first.line}: ${first.found}; expected ${first.expected}` : "it is not a record";
};

/** A record in the current format, so that a format migration does not appear as changes; a value without a version is not changed. */
function inCurrentFormat(file: RecordFile): unknown {
  try {
    return file.value === undefined ? undefined : migrateRecord(keyOf(file), file.value as Json, MIGRATIONS);
  } catch (error) {
    if (error instanceof MigrationError) return file.value;
    throw error;
  }
}

/** Reads one side. Records that are not valid are named and omitted; the others are compared. */
export async function readSide(place: Place, dataDir: string): Promise<Side> {
  const files = place.kind === "directory" ? readRecords(place.dir) : await recordsAt(place.commit, dataDir);
  const side: Side = { name: place.name, platforms: new Map(), operators: new Map(), invalid: [] };
  for (const file of files) {
    const value = inCurrentFormat(file);
    const parsed =
      file.kind === "platform" ? platformSchema.safeParse(value) : operatorSchema.safeParse(value);
    const tooLarge =
      parsed.success && file.kind === "platform" && tooManyGroups(parsed.data as Platform) !== undefined;
    if (!parsed.success || tooLarge) side.invalid.push({ record: keyOf(file), problem: problemOf(file) });
    else if (file.kind === "platform") side.platforms.set(file.id, parsed.data as Platform);
    else side.operators.set(file.id, parsed.data as Operator);
  }
  return side;
}
