import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Copy } from "../model/index.ts";
import { ArchiveError, archiveGiven } from "./archives.ts";

/** A document of a service in an archive, at the commit of its newest text. */
export interface ArchivedDocument {
  /** The file's name without `.md`: `Privacy Policy`. */
  title: string;
  copy: Copy;
  /** Git's hash of the text: two archives with the same text have the same. */
  blob: string;
  /** Where the clone is, for commands that people run next. */
  clone: string;
}

/** A clone whose services can be listed: one folder each, one Markdown file a document. */
export interface ServiceArchive {
  name: string;
  /** The services' folders in the newest commit. */
  services(): Promise<string[]>;
  /** A service's documents in the newest commit, by title. */
  documents(service: string): Promise<ArchivedDocument[]>;
}

const run = promisify(execFile);

/**
 * Opens a clone given as `owner/name=path`, bare or with a work tree.
 * @throws {ArchiveError} when it is not of that form; on reading, when the path is not a git repository
 */
export function serviceArchive(given: string): ServiceArchive {
  const { name, path: clone } = archiveGiven(given);
  const git = async (...args: string[]): Promise<string> => {
    try {
      const options = {
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, TZ: "UTC", GIT_LITERAL_PATHSPECS: "1" },
      };
      return (await run("git", ["-C", clone, ...args], options)).stdout;
    } catch (error) {
      const { stderr, message } = error as { stderr?: string; message: string };
      throw new ArchiveError(`${name}: ${clone} cannot be read as a git clone: ${stderr?.trim() || message}`);
    }
  };
  const copyOf = async (path: string): Promise<Copy> => {
    const [commit = "", captured = ""] = (
      await git(
        "log",
        "-1",
        "--abbrev=12",
        "--date=format-local:%Y-%m-%d",
        "--format=%h %cd",
        "HEAD",
        "--",
        path,
      )
    )
      .trim()
      .split(" ");
    return { archive: name, commit, path, captured };
  };
  return {
    name,
    services: async () =>
      (await git("ls-tree", "-z", "-d", "--name-only", "HEAD"))
        .split("\0")
        .filter((folder) => folder !== "")
        .sort(),
    documents: async (service) => {
      const entries = (await git("ls-tree", "-r", "-z", "HEAD", "--", `${service}/`))
        .split("\0")
        .map((line) => line.split("\t") as [string, string]);
      const documents = entries.filter(([, path]) => path?.endsWith(".md"));
      return Promise.all(
        documents.map(async ([head, path]) => ({
          title: (path.split("/").at(-1) as string).slice(0, -".md".length),
          copy: await copyOf(path),
          blob: head.split(" ")[2] as string,
          clone,
        })),
      );
    },
  };
}
