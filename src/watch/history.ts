import { spawn } from "node:child_process";
import { type Archive, ArchiveError } from "../evidence/archives.ts";
import { dayOf } from "../model/index.ts";
import { isCaptureChange } from "./capture.ts";
import { fetchedOn } from "./fetched.ts";

/** One commit of an archive. */
export interface Commit {
  /** Its place in the walk, oldest first. */
  index: number;
  hash: string;
  /** The day of the commit (UTC), `YYYY-MM-DD`. */
  day: string;
  subject: string;
  /** It changed how documents are captured, not what they say. */
  capture: boolean;
}

/** A commit at which a path got another content, or went. */
export interface Version {
  commit: Commit;
  path: string;
  /** Null: the path went. */
  blob: string | null;
  /** Where it went, when the commit says so. */
  movedTo?: string;
  /** Where it came from, when the commit says so. */
  movedFrom?: string;
}

/** The whole history of an archive, as far as watching needs it. */
export interface History {
  archive: Archive;
  head: Commit;
  /** The day on which the clone was last brought up to date. */
  fetched: string;
  /** The commit of a hash or its beginning; undefined where HEAD does not descend from it. */
  commit(hash: string): Commit | undefined;
  /** The versions of a path, oldest first. */
  versions(path: string): readonly Version[];
  /** Another path that holds this content at HEAD. */
  pathOf(blob: string): string | undefined;
}

const PREFIX = 7;
const NONE = /^0+$/;

/** What git prints on stdout. @throws {ArchiveError} when it fails */
function git(archive: Archive, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let stderr = "";
    const child = spawn("git", ["-C", archive.path, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on("error", (error) =>
      reject(new ArchiveError(`${archive.name}: git could not be started: ${error.message}`)),
    );
    child.on("close", (code) =>
      code === 0
        ? resolve(Buffer.concat(chunks).toString("utf8"))
        : reject(
            new ArchiveError(
              `${archive.name}: ${archive.path} cannot be read as a git clone: ${stderr.trim() || `git ended with ${code}`}`,
            ),
          ),
    );
  });
}

/** `git log` with what changed, records and fields parted by NUL. A merge counts as what it brought to its first parent. */
const LOG = [
  "log",
  "--topo-order",
  "--reverse",
  "--raw",
  "--diff-merges=first-parent",
  "--no-abbrev",
  "-z",
  "--format=%x01%H%x00%ct%x00%s",
  "HEAD",
];

/** The versions that one commit's raw changes make. */
function* versionsIn(commit: Commit, fields: readonly string[]): Generator<Version> {
  for (let i = 0; i < fields.length; ) {
    const [, , , to = "", status = ""] = (fields[i++] as string).trim().split(" ");
    const path = fields[i++] as string;
    const blob = NONE.test(to) ? null : to;
    if (status.startsWith("R")) {
      const movedTo = fields[i++] as string;
      yield { commit, path, blob: null, movedTo };
      yield { commit, path: movedTo, blob, movedFrom: path };
    } else if (status.startsWith("C")) yield { commit, path: fields[i++] as string, blob };
    else yield { commit, path, blob };
  }
}

/**
 * Walks an archive once, from its first commit to HEAD.
 * @throws {ArchiveError} when the clone cannot be read
 */
export async function readHistory(archive: Archive): Promise<History> {
  // To find a file that was renamed and edited at once git reads contents, which a partial clone may lack; then only plain renames are found.
  const log = await git(archive, [...LOG, "-M"]).catch(() => git(archive, [...LOG, "-M100%"]));
  const byPrefix = new Map<string, Commit[]>();
  const byPath = new Map<string, Version[]>();
  let head: Commit | undefined;
  for (const record of log.split("\u0001").slice(1)) {
    const [hash = "", seconds = "", subject = "", ...fields] = record.split("\0");
    const commit: Commit = {
      index: head === undefined ? 0 : head.index + 1,
      hash,
      day: dayOf(new Date(Number(seconds) * 1000)),
      subject: subject.trim(),
      capture: isCaptureChange(subject),
    };
    head = commit;
    push(byPrefix, hash.slice(0, PREFIX), commit);
    for (const version of versionsIn(
      commit,
      fields.filter((f) => f !== "" && f !== "\n"),
    ))
      push(byPath, version.path, version);
  }
  if (!head) throw new ArchiveError(`${archive.name}: ${archive.path} has no commit`);
  const last = head;
  const gitDir = (await git(archive, ["rev-parse", "--path-format=absolute", "--git-common-dir"])).trimEnd();
  let atHead: Map<string, string> | undefined;
  return {
    archive,
    head: last,
    fetched: fetchedOn(gitDir, last),
    commit: (hash) => byPrefix.get(hash.slice(0, PREFIX))?.find((c) => c.hash.startsWith(hash)),
    versions: (path) => byPath.get(path) ?? [],
    pathOf(blob) {
      atHead ??= new Map(
        [...byPath].flatMap(([path, versions]) =>
          versions.at(-1)?.blob ? [[versions.at(-1)?.blob as string, path] as const] : [],
        ),
      );
      return atHead.get(blob);
    },
  };
}

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** A document's versions from one of them on, oldest first, across the renames that the archive made: to another path, and back. */
export function versionsFrom(history: History, start: Version): Version[] {
  const found = [start];
  for (let at = start; ; ) {
    const later = history.versions(at.path).filter((v) => v.commit.index > at.commit.index);
    const end = later.findIndex((v) => v.movedTo !== undefined);
    if (end === -1) return [...found, ...later];
    const { commit, movedTo } = later[end] as Version;
    at = history.versions(movedTo as string).find((v) => v.commit === commit) as Version;
    found.push(...later.slice(0, end), at);
  }
}

/** A document's versions up to one of them, oldest first, across the renames before it. */
export function versionsUpTo(history: History, end: Version): Version[] {
  const found = [end];
  for (let at = end; ; ) {
    const before = history
      .versions(at.movedFrom ?? at.path)
      .findLast((v) => v.commit.index < at.commit.index);
    // What moved away is another document than the one that came to its place.
    if (!before || before.movedTo !== undefined) return found.reverse();
    found.push(before);
    at = before;
  }
}
