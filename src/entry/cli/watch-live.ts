import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { InvalidDataset, loadDataset } from "../../records/load.ts";
import {
  type Cache,
  LIVE_STATE,
  type LiveResult,
  type LiveState,
  liveSources,
  watchLive,
} from "../../watch/live/live.ts";
import { recordsNamed, UsageError } from "./watch-options.ts";

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
/** What a person should look at; the rest says nothing of the document. */
const HINTS: readonly LiveState[] = ["passage-gone", "redirected-elsewhere"];

function seconds(text: string, option: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0)) throw new UsageError(`${option}: ${text} is no number of seconds`);
  return value * 1000;
}

/** How we present ourselves: a name, and where whoever runs this can be reached. */
function userAgent(contact: string | undefined): string {
  if (
    contact === undefined ||
    !URL.canParse(contact) ||
    !/^(?:https?|mailto):$/.test(new URL(contact).protocol)
  )
    throw new UsageError(
      "Sites must be able to reach whoever asks them: give --contact <https://… or mailto:…> with an address of yours.",
    );
  return `AIDataUse-Watch/1 (+${contact})`;
}

function readCache(path: string): Cache {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Cache;
  } catch {
    throw new UsageError(`--cache ${path}: not JSON; delete it, and pages are asked for anew.`);
  }
}

function summary(results: readonly LiveResult[]): string {
  const lines = results.map((r) => {
    const missing = r.missing.length > 0 ? `: ${r.missing.join(", ")}` : "";
    return `${r.state.padEnd(20)} ${r.record} ${r.source}${missing}${r.before ? ` (then ${r.before})` : ""}${r.detail ? ` (${r.detail})` : ""}`;
  });
  const count = (state: string): number => results.filter((r) => r.state === state).length;
  const counts = Object.keys(LIVE_STATE)
    .filter((s) => count(s) > 0)
    .map((s) => `${count(s)} ${s}`);
  return [
    ...lines,
    `${results.length} pages: ${counts.join(", ") || "none has passages to look for"}. These are hints: what a page shows depends on who asks, and from where.`,
  ].join("\n");
}

/** Asks live pages; prints, and gives the exit code: 0 nothing to look at, 1 a hint that something moved, 2 a wrong call. */
export async function runLive(options: LiveCommandOptions): Promise<number> {
  try {
    if (options.archive.length > 0)
      throw new UsageError("--live asks pages, --archive reads clones: give one of them.");
    const agent = userAgent(options.contact);
    const limits = { timeoutMs: seconds(options.timeout, "--timeout"), maxBytes: MAX_BYTES };
    const delayMs = seconds(options.delay, "--delay");
    const dataset = loadDataset(options.data);
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
    console.log(options.json ? JSON.stringify(results, null, 2) : summary(results));
    return results.some(
      (r) => HINTS.includes(r.state) || (r.state === "not-modified" && r.before === "passage-gone"),
    )
      ? 1
      : 0;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof InvalidDataset)) throw error;
    console.error(error.message);
    return 2;
  }
}
