import { rmSync } from "node:fs";
import { join } from "node:path";
import { services } from "../../src/api/index.ts";
import { publishEmbedded } from "../../src/db/embedded/index.ts";
import { type Database, Store } from "../../src/db/index.ts";
import { openLibsql } from "../../src/db/libsql.ts";
import { publishHistory } from "../../src/db/publish-history.ts";
import { handlerOf } from "../../src/entry/node.ts";
import { EmbeddedDatabase } from "../../src/entry/serve/embedded.ts";
import { Generations } from "../../src/entry/serve/generations.ts";
import { loadHistory } from "../../src/history/history.ts";
import { hashOf } from "../../src/records/load.ts";
import { type Bench, emptyFolder, PATHS, program, Tally } from "./service.ts";

type Fetch = (request: Request) => Response | Promise<Response>;

/** Requests under way at a time. */
const CONCURRENCY = 20;

const text = async (fetch: Fetch, path: string): Promise<string> => {
  const response = await fetch(new Request(`http://localhost${path}`));
  return `${response.status} ${await response.text()}`;
};

/** The answers that are right: those of one of the states. */
export async function allowed({ dir, states }: Bench): Promise<Map<string, Set<string>>> {
  const bodies = new Map<string, Set<string>>(PATHS.map((path) => [path, new Set()]));
  for (const [i, { data }] of states.entries()) {
    const { db, close } = await openLibsql(`file:${join(emptyFolder(dir, `allowed-${i}`), "db")}`);
    await publishHistory(db, loadHistory(data), { hash: hashOf });
    const fetch = handlerOf(services(new Store(db)));
    for (const path of PATHS) bodies.get(path)?.add(await text(fetch, path));
    close();
  }
  return bodies;
}

interface Served {
  fetch: Fetch;
  close(): Promise<void>;
}

async function embedded(path: string, data: string): Promise<Served> {
  await publishEmbedded(path, loadHistory(data), { hash: hashOf });
  const database = new EmbeddedDatabase({ path, data, say: console.log });
  const generations = new Generations(await database.open(), handlerOf, { notReady: () => undefined });
  void database.follow(generations.show);
  return {
    fetch: generations.fetch,
    async close() {
      database.close();
      await generations.close();
    },
  };
}

/** A database that others write while it is read, with the pointer remembered for as long as it is by default. */
async function shared(path: string, data: string): Promise<Served> {
  const { db, close }: { db: Database; close(): void } = await openLibsql(`file:${path}`);
  await publishHistory(db, loadHistory(data), { hash: hashOf });
  // Without a cache every answer is read.
  const fetch = handlerOf(services(new Store(db), { cacheBytes: 1 }));
  return { fetch, close: async () => close() };
}

/** Compares answers with the right ones while another process publishes every 200 ms. */
export async function answers(bench: Bench, count: number): Promise<Tally> {
  const tally = new Tally();
  const right = await allowed(bench);
  const folders = bench.states.map((s) => s.data);
  for (const [kind, open] of [
    ["embedded", embedded],
    ["shared", shared],
  ] as const) {
    const folder = emptyFolder(bench.dir, kind);
    const path = join(folder, "db");
    const served = await open(path, folders[0] as string);
    const publisher = program(["bench/reliability/publisher.ts", kind, path, ...folders]);
    const seen = new Set<string>();
    while (publisher.output() === "" && publisher.child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 50));
    for (let i = 0; i < count / 2 && !bench.stopped; tally.done += CONCURRENCY) {
      const batch = Array.from({ length: CONCURRENCY }, () => PATHS[i++ % PATHS.length] as string);
      const bodies = await Promise.all(batch.map((p) => text(served.fetch, p)));
      for (const [n, body] of bodies.entries()) {
        const path = batch[n] as string;
        if (right.get(path)?.has(body)) tally.add(`${kind}: right answers`);
        else tally.fail(`${kind} ${path}: ${body.slice(0, 300)}`);
        if (path === PATHS[3]) seen.add(body);
      }
      // Timers and the other process's files get a turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    publisher.child.kill();
    const { output } = await publisher.ended;
    tally.counts.set(`${kind}: publications meanwhile`, Number(output.trim().split("\n").at(-1)));
    tally.counts.set(`${kind}: states seen`, seen.size);
    await served.close();
    rmSync(folder, { recursive: true });
  }
  return tally;
}
