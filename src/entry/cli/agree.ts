import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { ArchiveError, openArchive } from "../../evidence/archives.ts";
import type { Platform } from "../../model/index.ts";
import { parseRecord } from "../../records/files.ts";
import { formatProblem } from "../../records/problems.ts";
import { validate } from "../../records/validate.ts";
import { agreement } from "../../review/agreement/agreement.ts";
import { agreementText } from "../../review/agreement/print.ts";
import { didYouMean } from "../../text/nearest.ts";

/** What was named cannot be compared: 2 for a wrong call, 1 for a record that is not valid. */
class Unreadable extends Error {
  readonly code: 1 | 2;
  constructor(message: string, code: 1 | 2) {
    super(message);
    this.code = code;
  }
}

/** `<rev>:<path>`, as git has it. A file of that very name goes first. */
async function textAt(named: string): Promise<string> {
  if (existsSync(named)) return readFileSync(named, "utf8");
  const [, rev = "", path = ""] = /^([^:\s]+):(.+)$/.exec(named) ?? [];
  if (rev !== "") {
    const repository = openArchive("this repository", ".");
    try {
      const text = await repository.read(rev, path);
      if (text !== undefined) return text;
    } finally {
      repository.close();
    }
    throw new Unreadable(
      `git has no ${path} at ${rev}; expected <revision>:<path from the repository's root>.`,
      2,
    );
  }
  const folder = dirname(named);
  const near = existsSync(folder) ? didYouMean(basename(named), readdirSync(folder)) : "";
  throw new Unreadable(
    `There is no file ${named}.${near} Expected two records: a file, or <revision>:<path>.`,
    2,
  );
}

/** Reads one record. That it keeps to the schema is enough: it may be a draft that stands outside data/. */
async function readPlatform(named: string): Promise<Platform> {
  const draft = parseRecord("platform", "draft", named, await textAt(named));
  const { dataset, problems } = validate([draft]);
  const record = dataset.platforms.get("draft")?.record;
  if (record) return record;
  throw new Unreadable(
    `${named} is not a valid platform record:\n${problems.map(formatProblem).join("\n")}`,
    1,
  );
}

/** Compares two records of one platform; prints, and gives the exit code. */
export async function runAgree(first: string, second: string, options: { json: boolean }): Promise<number> {
  try {
    const [a, b] = [await readPlatform(first), await readPlatform(second)];
    if (a.id !== b.id)
      throw new Unreadable(
        `${first} is about ${a.id}, ${second} about ${b.id}. Agreement is told of two records of one platform, with the same \`id\`.`,
        2,
      );
    const found = agreement(a, b);
    console.log(options.json ? JSON.stringify(found, null, 2) : agreementText(found, [first, second]));
    return 0;
  } catch (error) {
    if (!(error instanceof Unreadable || error instanceof ArchiveError)) throw error;
    console.error(error.message);
    return error instanceof Unreadable ? error.code : 2;
  }
}
