import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { terminalJson } from "../../text/terminal.ts";
import { UsageError } from "../../text/usage-error.ts";
import {
  type Cache,
  LIVE_STATE,
  type LiveResult,
  type LiveState,
  liveSources,
  watchLive,
} from "../../watch/live/live.ts";
import { reportError } from "./command.ts";
import { print, printEscaped } from "./print.ts";
import { loadWatched, recordsNamed } from "./watch-options.ts";

/** Options of the command line, already parsed. */
export interface LiveCommandOptions {
  data: string;
  archive: string[];
  record: string[];
  contact?: string | undefined;
  cache: string;
  /** Seconds. */
  delay: string;
  timeout: string;
  json: boolean;
}

const MAX_BYTES = 8 * 1024 * 1024;
/** What a person should look at; the other states say nothing about the document. */
const HINTS: readonly LiveState[] = ["passage-gone", "redirected-elsewhere"];

function seconds(text: string, option: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0))
    throw new UsageError(`${option}: ${text} is not a number of seconds`);
  return value * 1000;
}

/** The user agent: a name, and how to contact the person who runs this. */
function userAgent(contact: string | undefined): string {
  if (
    contact === undefined ||
    !URL.canParse(contact) ||
    !/^(?:https?|mailto):$/.test(new URL(contact).protocol)
  )
    throw new UsageError(
      "Sites must be able to contact the person who sends the requests: give --contact <https://… or mailto:…> with an address of yours.",
    );
  return `AIDataUse-Watch/1 (+${contact})`;
}

function readCache(path: string): Cache {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Cache;
  } catch {
    throw new UsageError(`--cache ${path}: not JSON; delete it, and the pages are requested again.`);
  }
}

function summary(results: readonly LiveResult[]): string {
  const lines = results.map((r) => {
    const missing = r.missing.length > 0 ? `: ${r.missing.join(", ")}` : "";
    return `${r.state.padEnd(20)} ${r.record} ${r.source}${missing}${r.before ? ` (before: ${r.before})` : ""}${r.detail ? ` (${r.detail})` : ""}`;
  });
  const count = (state: string): number => results.filter((r) => r.state === state).length;
  const counts = Object.keys(LIVE_STATE)
    .filter((s) => count(s) > 0)
    .map((s) => `${count(s)} ${s}`);
  return [
    ...lines,
    `${results.length} pages: ${counts.join(", ") || "none with passages to look for"}. These are hints: what a page shows depends on who requests it, and from where.`,
  ].join("\n");
}

/** Asks live pages; prints, and gives the exit code: 0 nothing to look at, 1 a hint that something moved, 2 a wrong call. */
export async function runLive(options: LiveCommandOptions): Promise<number> {
  try {
    if (options.archive.length > 0)
      throw new UsageError("--live requests pages, --archive reads clones: give one of them.");
    const agent = userAgent(options.contact);
    const limits = { timeoutMs: seconds(options.timeout, "--timeout"), maxBytes: MAX_BYTES };
    const delayMs = seconds(options.delay, "--delay");
    const dataset = loadWatched(options.data);
    const sources = liveSources(dataset, recordsNamed(options.record, dataset));
    const { results, cache } = await watchLive(sources, readCache(options.cache), {
      userAgent: agent,
      delayMs,
      limits,
    });
    mkdirSync(dirname(options.cache), { recursive: true });
    writeFileSync(
      options.cache,
      `${JSON.stringify(Object.fromEntries(Object.entries(cache).sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`,
    );
    if (options.json) printEscaped(terminalJson(results));
    else print(summary(results));
    return results.some(
      (r) => HINTS.includes(r.state) || (r.state === "not-modified" && r.before === "passage-gone"),
    )
      ? 1
      : 0;
  } catch (error) {
    return reportError(error);
  }
}
