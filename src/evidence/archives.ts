import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { UsageError } from "../text/usage-error.ts";

/** A git clone could not be read; the message says which and why. */
export class ArchiveError extends UsageError {
  override name = "ArchiveError";
}

/** A clone of a public archive, read through one `git cat-file --batch`. */
export interface Archive {
  name: string;
  /** Where the clone is. */
  path: string;
  /**
   * The document at a commit, or undefined where the clone has no such commit or path. A path that leads out of
   * the repository ends git, and with it every later read: `copySchema` refuses them.
   */
  read(commit: string, path: string): Promise<string | undefined>;
  /** A file's content by its hash in git, whatever its path; undefined where the clone lacks it. */
  blob(hash: string): Promise<string | undefined>;
  close(): void;
}

/** Feeds `git cat-file --batch` output to waiting readers in the order of their requests. */
class Batch {
  #chunks: Buffer[] = [];
  #length = 0;
  #failed: Error | undefined;
  #waiting: { resolve: (text: string | undefined) => void; reject: (error: Error) => void }[] = [];

  wait(): Promise<string | undefined> {
    if (this.#failed) return Promise.reject(this.#failed);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    while (this.#take()) {}
  }

  /** Nothing more comes: those who wait, and those who ask later, get the error. */
  fail(error: Error): void {
    this.#failed = error;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  /** Takes one whole answer (`<oid> blob <size>\n<bytes>\n` or `<name> missing\n`) off the buffer. */
  #take(): boolean {
    const first = this.#chunks[0];
    if (!first || this.#waiting.length === 0) return false;
    let newline = first.indexOf(10);
    if (newline === -1) {
      newline = this.#join().indexOf(10);
      if (newline === -1) return false;
    }
    const header = (this.#chunks[0] as Buffer).toString("utf8", 0, newline);
    const size = / blob (\d+)$/.exec(header)?.[1];
    const total = newline + 1 + (size === undefined ? skipped(header) : Number(size) + 1);
    if (this.#length < total) return false;
    const whole = this.#join();
    this.#chunks = whole.length > total ? [whole.subarray(total)] : [];
    this.#length -= total;
    this.#waiting
      .shift()
      ?.resolve(size === undefined ? undefined : whole.toString("utf8", newline + 1, total - 1));
    return true;
  }

  #join(): Buffer {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0] as Buffer;
  }
}

/** A tree or commit answers with a body too, which has to be skipped. */
const skipped = (header: string): number => {
  const size = / (?:tree|commit|tag) (\d+)$/.exec(header)?.[1];
  return size === undefined ? 0 : Number(size) + 1;
};

/**
 * Opens a clone, bare or with a work tree.
 * @throws {ArchiveError} on the first read, when the path is not a git repository.
 */
export function openArchive(name: string, path: string): Archive {
  let child: ChildProcessWithoutNullStreams | undefined;
  const batch = new Batch();
  let stderr = "";
  const start = (): ChildProcessWithoutNullStreams => {
    const git = spawn("git", ["-C", path, "cat-file", "--batch"], { stdio: "pipe" });
    git.stdout.on("data", (chunk: Buffer) => batch.push(chunk));
    git.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    git.on("error", (error) =>
      batch.fail(new ArchiveError(`${name}: git could not be started: ${error.message}`)),
    );
    git.on("close", () =>
      batch.fail(
        new ArchiveError(`${name}: ${path} cannot be read as a git clone: ${stderr.trim() || "git ended"}`),
      ),
    );
    git.stdin.on("error", () => {}); // the close handler reports it
    return git;
  };
  const ask = async (object: string): Promise<string | undefined> => {
    // A request is one line; two lines would shift every later answer.
    if (/\p{Cc}/u.test(object)) return undefined;
    child ??= start();
    const answer = batch.wait();
    child.stdin.write(`${object}\n`);
    return answer;
  };
  return {
    name,
    path,
    read: (commit, file) => ask(`${commit}:${file}`),
    blob: ask,
    close: () => child?.stdin.end(),
  };
}

/**
 * The parts of an archive given as `owner/name=path`.
 * @throws {ArchiveError} when it is not of that form.
 */
export function archiveGiven(text: string): { name: string; path: string } {
  const at = text.indexOf("=");
  const name = text.slice(0, at);
  if (at < 1 || !/^[\w.-]+\/[\w.-]+$/.test(name))
    throw new ArchiveError(
      `--archive ${text}: expected <owner/name>=<path of a git clone>, for example OpenTermsArchive/pga-versions=../pga-versions`,
    );
  return { name, path: text.slice(at + 1) };
}

/**
 * Opens the clones given as `owner/name=path`.
 * @throws {ArchiveError} when one is not of that form.
 */
export const openArchives = (given: readonly string[]): Map<string, Archive> =>
  new Map(
    given.map((text) => {
      const { name, path } = archiveGiven(text);
      return [name, openArchive(name, path)];
    }),
  );
