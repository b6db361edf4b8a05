import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type ParseError, parse, parseTree } from "jsonc-parser";
import { type ReleaseLedger, releaseSchema } from "../model/index.ts";
import { positionOf } from "../records/position.ts";
import { PARTIAL } from "../records/write-whole.ts";

/*
 * The files of the ledgers. A ledger is written beside its place, flushed and renamed, so that a stop leaves
 * either no ledger or all of it; what it can leave is the file beside.
 */

/** Why a file in the folder of releases is not a ledger. */
export interface LedgerFault {
  kind: "conflict" | "cut-off" | "not-a-ledger" | "misnamed" | "partial";
  /** 1-based. */
  line: number;
  found: string;
  fix: string;
}

/** A file in the folder of releases, as read. */
export interface LedgerFile {
  path: string;
  /** From the file's name. */
  version: string;
  text: string;
  /** The ledger; undefined where the file has a fault. */
  ledger?: ReleaseLedger;
  fault?: LedgerFault;
  /** The ledgers in a file that has a fault: of both branches, where it has conflict markers. */
  sides: readonly ReleaseLedger[];
}

/** The folder of the ledgers. */
export const releasesFolder = (dataDir: string): string => join(dataDir, "releases");

const MARKER = /^(<{7}|\|{7}|={7}|>{7})(?: .*)?$/;
const REPAIR = "`npm run release -- repair`";

/** Both sides of a text with conflict markers, as git writes them; undefined for a text without. */
function conflictSides(text: string): [string, string] | undefined {
  const sides: [string[], string[]] = [[], []];
  let part: "both" | "ours" | "base" | "theirs" = "both";
  let found = false;
  for (const line of text.split(/\r?\n/)) {
    const marker = MARKER.exec(line)?.[1]?.[0];
    if (marker) {
      found ||= marker === "<";
      part = marker === "<" ? "ours" : marker === "|" ? "base" : marker === "=" ? "theirs" : "both";
    } else {
      if (part === "both" || part === "ours") sides[0].push(line);
      if (part === "both" || part === "theirs") sides[1].push(line);
    }
  }
  return found ? [sides[0].join("\n"), sides[1].join("\n")] : undefined;
}

const ledgerIn = (text: string): ReleaseLedger | undefined => {
  try {
    return releaseSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** Does a text end before its JSON does? */
function isCutOff(text: string): boolean {
  const errors: ParseError[] = [];
  parseTree(text, errors);
  const end = text.trimEnd().length;
  return end === 0 || (errors.length > 0 && errors.every((e) => e.offset + e.length >= end));
}

function faultIn(version: string, text: string): LedgerFault | undefined {
  if (conflictSides(text))
    return {
      kind: "conflict",
      line: text.split("\n").findIndex((line) => MARKER.test(line)) + 1,
      found: `conflict markers: two branches cut ${version}`,
      fix: `Keep both sides as they are and run ${REPAIR}: it keeps the release of the base branch and cuts the other again after it.`,
    };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (isCutOff(text))
      return {
        kind: "cut-off",
        line: text.split("\n").length,
        found: "a ledger that ends in the middle: writing it was interrupted",
        fix: `Run ${REPAIR}: it restores the ledger from git, or cuts the release again.`,
      };
    const offset = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? 0);
    return {
      kind: "not-a-ledger",
      line: positionOf(text, offset).line,
      found: `a file that is not JSON (${(error as Error).message.split("\n")[0]})`,
      fix: `Ledgers are not edited. Run ${REPAIR}: it restores the ledger from git.`,
    };
  }
  const parsed = releaseSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      kind: "not-a-ledger",
      line: 1,
      found: `a file that is not a ledger (/${issue?.path.join("/")}: ${issue?.message})`,
      fix: `Ledgers are not edited. Run ${REPAIR}: it restores the ledger from git.`,
    };
  }
  if (parsed.data.version !== version)
    return {
      kind: "misnamed",
      line: 1,
      found: `the ledger of ${parsed.data.version}`,
      fix: `Rename the file to ${parsed.data.version}.json.`,
    };
  return undefined;
}

/** A ledger's file from its text. */
export function ledgerFile(path: string, text: string): LedgerFile {
  if (path.endsWith(PARTIAL))
    return {
      path,
      version: basename(path, `.json${PARTIAL}`),
      text,
      sides: [],
      fault: {
        kind: "partial",
        line: 1,
        found: "what a release left that was stopped while it was written",
        fix: `Run ${REPAIR}: it removes the file. Then cut the release again.`,
      },
    };
  const version = basename(path, ".json");
  const fault = faultIn(version, text);
  if (!fault) return { path, version, text, sides: [], ledger: releaseSchema.parse(JSON.parse(text)) };
  const sides = (conflictSides(text) ?? [text]).flatMap((side) => ledgerIn(side) ?? []);
  return { path, version, text, fault, sides };
}

/** Reads every file in the folder of releases that is or should be a ledger. */
export function readLedgerFiles(dataDir: string): LedgerFile[] {
  const folder = releasesFolder(dataDir);
  if (!existsSync(folder)) return [];
  return (
    readdirSync(folder)
      // Hidden files are those of editors and file systems.
      .filter((name) => !name.startsWith(".") && /\.json(\.partial)?$/.test(name))
      .map((name) => ledgerFile(join(folder, name), readFileSync(join(folder, name), "utf8")))
  );
}

/** What can be read of a ledger that is cut off: what comes before the cut. */
export const readable = (text: string): Partial<ReleaseLedger> => {
  const value: unknown = parse(text);
  return value !== null && typeof value === "object" ? (value as Partial<ReleaseLedger>) : {};
};

/** A ledger as its file contains it: one change a line, so that a diff of the file is readable. */
export function ledgerText({ changes, ...rest }: ReleaseLedger): string {
  const head = JSON.stringify(rest, null, 2).replace(/\n}$/, "");
  return `${head},\n  "changes": [\n${changes.map((c) => `    ${JSON.stringify(c)}`).join(",\n")}\n  ]\n}\n`;
}
