import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, services } from "../../src/api/index.ts";
import { openSound, pathOf, publishEmbedded } from "../../src/db/embedded/index.ts";
import { type Database, Store } from "../../src/db/index.ts";
import { EmbeddedDatabase } from "../../src/entry/serve/embedded.ts";
import { loadHistory } from "../../src/history/history.ts";
import { dayOf } from "../../src/model/index.ts";
import { hashOf } from "../../src/records/load.ts";
import { rename, writeSmallData } from "../../test/fixtures/small-data.ts";

/** Requests whose answers together show every table. */
export const PATHS = [
  "/platforms?limit=100&region=DE",
  "/platforms?q=bluesky",
  "/platforms?verdict=no-choice&region=US",
  "/platforms/bluesky?include=record,sources,events,evidence,myths",
  "/platforms/reddit?region=US",
  "/platforms/discord/opt-out",
  "/platforms/bluesky/history",
  "/operators",
  "/operators/reddit",
  "/lookup?url=https://old.reddit.com/r/x",
  "/events?limit=50",
  "/changes?limit=50",
  "/stats",
  "/releases",
  "/compare?ids=bluesky,reddit",
] as const;

/** As servers have it. A run should not go past midnight (UTC). */
const TODAY = dayOf(new Date());

export type Get = (path: string) => Promise<{ status: number; body: string }>;

/** Asks a database as a server would, without a server. */
export function asking(db: Database, pointerMilliseconds = 0, cacheBytes = 1): Get {
  const app = createApp(services(new Store(db), { today: () => TODAY, pointerMilliseconds, cacheBytes }));
  return async (path) => {
    const response = await app.request(path);
    return { status: response.status, body: await response.text() };
  };
}

/** Every answer, as one digest; an error's status is in it. */
export async function fingerprint(get: Get): Promise<string> {
  const hash = createHash("sha256");
  for (const path of PATHS) {
    const { status, body } = await get(path);
    hash.update(`${status} ${body}\n`);
  }
  return hash.digest("hex");
}

/** A state of the records, and what a server that has it answers. */
export interface State {
  data: string;
  fingerprint: string;
}

/** A folder for one run, with states of the records. */
export interface Bench {
  dir: string;
  states: State[];
  /** The records of runs about requests and memory; default: those of the first state. */
  data?: string | undefined;
  /** Ends the run early: what was counted so far is printed. */
  stopped: boolean;
  remove(): void;
}

/** Prepares some states of the same records. */
export async function prepare(count = 2): Promise<Bench> {
  const dir = mkdtempSync(join(tmpdir(), "reliability-"));
  const first = join(dir, "data-0");
  const log = console.log;
  console.log = () => {};
  writeSmallData(first);
  console.log = log;
  const states: State[] = [];
  for (let i = 0; i < count; i++) {
    const data = join(dir, `data-${i}`);
    if (i > 0) {
      cpSync(first, data, { recursive: true });
      rename(data, `Bluesky ${i}`);
    }
    const path = join(dir, "reference", `${i}.db`);
    await publishEmbedded(path, loadHistory(data), { hash: hashOf });
    const opened = await openSound(path);
    if (!("db" in opened)) throw new Error(`the reference is ${opened.state}`);
    states.push({ data, fingerprint: await fingerprint(asking(opened.db)) });
    opened.close();
  }
  const bench: Bench = {
    dir,
    states,
    stopped: false,
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
  return bench;
}

/** The file's answers, if it can be opened as it is; otherwise its state. */
export async function asItIs(path: string): Promise<string> {
  const opened = await openSound(path);
  if (!("db" in opened)) return opened.state;
  try {
    return await fingerprint(asking(opened.db));
  } finally {
    opened.close();
  }
}

/** What a server that starts now answers, and the lines that it prints. */
export async function started(path: string, data: string): Promise<{ fingerprint: string; lines: string[] }> {
  const lines: string[] = [];
  const embedded = new EmbeddedDatabase({ path, data, say: (line) => void lines.push(line) });
  const { db, close } = await embedded.open();
  try {
    return { fingerprint: await fingerprint(asking(db)), lines };
  } finally {
    close();
    embedded.close();
  }
}

/** Runs a program of the project. @returns how it ended and what it printed */
export function program(
  args: string[],
  env: Record<string, string> = {},
  command: string = process.execPath,
) {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const add = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on("data", add);
  child.stderr.on("data", add);
  const ended = new Promise<{ code: number | null; signal: string | null; output: string }>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal, output })),
  );
  return { child, ended, output: () => output };
}

/** The two programs that write an embedded database, as people call them. */
export const starting = (url: string, data: string) =>
  program(["src/entry/node.ts"], { DATABASE_URL: url, DATA_DIR: data, PORT: "0", HOST: "127.0.0.1" });
export const publishing = (url: string, data: string) =>
  program(["src/entry/cli/adu.ts", "publish", "--to", url, "--data", data]);

/** Waits until a started server says where it is. @returns undefined if it ends before */
export async function address(server: ReturnType<typeof starting>): Promise<string | undefined> {
  while (server.child.exitCode === null && server.child.signalCode === null) {
    const [, url] = / at (http:\S+) /.exec(server.output()) ?? [];
    if (url) return url;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return undefined;
}

/** An empty folder below another. */
export function emptyFolder(dir: string, name: string): string {
  const path = join(dir, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

/** Counts what happened, by name; `wrong` ones are printed as they are found. */
export class Tally {
  readonly counts = new Map<string, number>();
  readonly wrong: string[] = [];
  /** How many were done. */
  done = 0;

  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  fail(what: string): void {
    this.wrong.push(what);
    console.log(`WRONG: ${what}`);
  }
}

export { pathOf };
