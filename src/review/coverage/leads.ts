import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { UsageError } from "../../text/usage-error.ts";

const head = z.object({ archive: z.string() });
const document = z.object({
  path: z.string(),
  /** `[day, commit, lines added, lines removed, kind]`; kind is `first`, `change` or `technical`. */
  changes: z.array(z.tuple([z.string(), z.string(), z.number(), z.number(), z.string()])),
});

/** A commit that added or removed lines on AI in a document. */
export interface Change {
  day: string;
  /** Its first twelve digits. */
  commit: string;
  /** `technical`: the collection itself says that only the capture changed. */
  kind: string;
}

/** A document of a public archive with lines on AI, now or once. */
export interface Lead {
  archive: string;
  path: string;
  changes: Change[];
}

/** A path as git prints it where it has other letters than ASCII: `DALL\302\267E` is `DALL·E`. */
const unquoted = (path: string): string =>
  Buffer.from(
    path.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
    /\\[0-7]{3}/.test(path) ? "latin1" : "utf8",
  ).toString("utf8");

function leadsIn(text: string, file: string): Lead[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const parsed = lines.map((line, i) => {
    try {
      return (i === 0 ? head : document).parse(JSON.parse(line));
    } catch (error) {
      throw new UsageError(
        `${file}:${i + 1} is not a line of leads: ${error instanceof Error ? error.message : error}`,
      );
    }
  });
  const [first, ...rest] = parsed as [z.infer<typeof head>, ...z.infer<typeof document>[]];
  return rest.map(({ path, changes }) => ({
    archive: first.archive,
    path: unquoted(path),
    changes: changes.map(([day, commit, , , kind]) => ({ day, commit: commit.slice(0, 12), kind })),
  }));
}

/**
 * Reads a folder of leads: a JSON Lines file for each archive, the first line `{"archive": "owner/name"}`, then
 * a document a line with its changes.
 * @throws {UsageError} for a folder without such files, and for a line that is none
 */
export function readLeads(folder: string): Lead[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .sort();
  if (files.length === 0) throw new UsageError(`${folder} has no .jsonl files.`);
  const leads = files.flatMap((name) => leadsIn(readFileSync(join(folder, name), "utf8"), join(folder, name)));
  // A path may be there twice, quoted and not.
  return [...Map.groupBy(leads, (lead) => `${lead.archive} ${lead.path}`).values()].map((same) => ({
    ...(same[0] as Lead),
    changes: same.flatMap(({ changes }) => changes),
  }));
}
