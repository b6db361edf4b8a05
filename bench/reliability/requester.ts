import { services } from "../../src/api/index.ts";
import { Store } from "../../src/db/index.ts";
import { openLibsql } from "../../src/db/libsql.ts";
import { handlerOf } from "../../src/entry/node.ts";
import { PLAN, REGION_GROUPS, termsOf } from "../../src/model/index.ts";

/*
 * Asks a database for valid URLs, each different from all before, and prints after each part of them how many
 * and the resident memory in bytes: `requester.ts <file> <count> <parts>`.
 */
const [file = "", count = "", parts = ""] = process.argv.slice(2);
const { db, close } = await openLibsql(`file:${file}`);
const fetch = handlerOf(services(new Store(db)));

const PLACES = ["DE", "FR", "GB", "US", "US-CA", "BR", "JP", "IN", "CH", ...Object.keys(REGION_GROUPS)];
const PLANS = termsOf(PLAN);
const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
const dayAt = (i: number): string => new Date(Date.UTC(2015, 0, 1 + (i % 4000))).toISOString().slice(0, 10);

/** The kinds of URL that anyone can make as many of as they want. */
const KINDS: readonly ((i: number) => string)[] = [
  (i) => `/lookup?url=https://h${i}.reddit.com/p/${i}`,
  (i) =>
    `/platforms/${at(["bluesky", "discord", "reddit"], i)}?region=${at(PLACES, i)}&plan=${at(PLANS, Math.floor(i / 40))}&as_of=${dayAt(i)}`,
  (i) => `/platforms?q=${(i % 46_656).toString(36)}+${i}`,
  (i) => `/platforms?as_of=${dayAt(i)}&limit=${1 + (Math.floor(i / 4000) % 100)}&region=${at(PLACES, i)}`,
  (i) => `/badge/reddit.svg?region=${at(PLACES, i)}&plan=${at(PLANS, Math.floor(i / 40))}&as_of=${dayAt(i)}`,
  (i) =>
    `/events?since=${dayAt(i)}&until=2026-12-${String(1 + (Math.floor(i / 4000) % 28)).padStart(2, "0")}&limit=${1 + (i % 100)}`,
];

const CONCURRENCY = 10;
const total = Number(count);
const size = total / Number(parts);
let failed = 0;
const ask = async (i: number): Promise<void> => {
  const path = at(KINDS, i)(Math.floor(i / KINDS.length));
  const response = await fetch(new Request(`http://localhost${path}`));
  await response.arrayBuffer();
  // Lookups of a host that is not there are 404.
  if (response.status !== 200 && response.status !== 404) failed++;
};
for (let done = 0, next = size; done < total; ) {
  // As between requests from sockets. The engine frees the memory of statements only when the event loop turns.
  await new Promise((resolve) => setImmediate(resolve));
  await Promise.all(Array.from({ length: Math.min(CONCURRENCY, total - done) }, () => ask(done++)));
  if (done < next) continue;
  next += size;
  console.log(`${done} ${process.memoryUsage.rss()} ${failed}`);
}
close();
