import fc from "fast-check";
import openApi from "../../../schema/openapi.json" with { type: "json" };
import type { OpenApi } from "../../../test/fixtures/maxima.ts";
import { type Bench, emptyFolder, Tally } from "../service.ts";
import { type Answered, faultsOf } from "./check.ts";
import { type Entry, nodeEntry, workerEntry } from "./entries.ts";
import { type Asked, requests } from "./generate.ts";
import { raw, sent } from "./raw.ts";
import type { Known } from "./values.ts";

const documents = openApi as unknown as OpenApi;

/** Requests under way at a time. */
const CONCURRENCY = 16;
const BATCH = 800;
/** One request in so many is asked again, and one in so many is bytes. */
const AGAIN = 8;
const RAW = 100;

async function knownOf({ ask }: Entry): Promise<Known> {
  const json = async <T>(path: string) =>
    JSON.parse((await ask({ method: "GET", path, headers: {} })).body) as T;
  const { items } = await json<{ items: { id: string; domains: string[] }[] }>("/platforms?limit=100");
  const operators = await json<{ items: { id: string }[] }>("/operators");
  const releases = await json<{ items: { version: string }[] }>("/releases");
  return {
    platforms: items.map((p) => p.id),
    operators: operators.items.map((o) => o.id),
    hosts: items.flatMap((p) => p.domains),
    releases: releases.items.map((r) => r.version),
    cursors: [],
  };
}

const SAME_HEADERS = [
  "content-type",
  "etag",
  "cache-control",
  "location",
  "allow",
  "content-security-policy",
];

/** A validator without what compressing adds to it: workerd weakens it, Node names the encoding. */
const plain = (etag: string | undefined): string | undefined =>
  etag?.replace(/^W\//, "").replace(/-(br|gzip|zstd|deflate)"$/, '"');

/** What is the same on both entries. */
const comparable = ({ status, headers, body }: Answered) => ({
  status,
  body,
  headers: SAME_HEADERS.map((name) => (name === "etag" ? plain(headers[name]) : headers[name])),
});

/** What the Worker has beside it serves the reference's files. */
const isComparable = ({ path }: Asked): boolean => !/docs\/assets|readyz/i.test(path);

/** Is the answer the project's own? The platform serves the reference's files beside the Worker. */
const isAnswered = ({ name }: Entry, { path }: Asked): boolean =>
  name === "node" || !/docs\/assets/i.test(path);

const difference = (a: Answered, b: Answered): string => {
  const [x, y] = [comparable(a), comparable(b)].map((v) => JSON.stringify(v)) as [string, string];
  let at = 0;
  while (at < x.length && x[at] === y[at]) at++;
  return `${x.slice(Math.max(0, at - 60), at + 100)} | ${y.slice(Math.max(0, at - 60), at + 100)}`;
};

/** What is wrong when a request is asked a second time, and when the client says what it has. */
async function againFaults({ ask }: Entry, asked: Asked, first: Answered): Promise<string[]> {
  const second = await ask(asked);
  if (JSON.stringify(comparable(first)) !== JSON.stringify(comparable(second)))
    return [`asked again: ${difference(first, second)}`];
  const { etag } = first.headers;
  if (first.status !== 200 || !etag || asked.method !== "GET" || asked.headers["Range"]) return [];
  const has = await ask({ ...asked, headers: { ...asked.headers, "If-None-Match": etag } });
  return has.status === 304 && plain(has.headers["etag"]) === plain(etag)
    ? []
    : [`304 expected, ${has.status}`];
}

const day = (): string => new Date().toISOString().slice(0, 10);

/** One request to both entries. Answers depend on the day, so that those around midnight (UTC) are not compared. */
async function one(entries: readonly Entry[], asked: Asked, again: boolean, run: Run): Promise<void> {
  const begun = day();
  const faults = await faultsOfOne(entries, asked, again, run);
  if (day() === begun) for (const fault of faults) run.tally.fail(fault);
  else run.tally.add("around midnight");
}

async function faultsOfOne(
  entries: readonly Entry[],
  asked: Asked,
  again: boolean,
  { tally, known, inside }: Run,
): Promise<string[]> {
  const faults: string[] = [];
  const fail = (name: string, fault: string) => faults.push(`${name} ${JSON.stringify(asked)}: ${fault}`);
  const answers = await Promise.all(
    entries.map(async (entry) => {
      try {
        const answered = await entry.ask(asked);
        if (isAnswered(entry, asked))
          for (const fault of faultsOf(asked, answered, inside)) fail(entry.name, fault);
        tally.add(`${entry.name}: ${answered.status}`);
        if (again) for (const fault of await againFaults(entry, asked, answered)) fail(entry.name, fault);
        return answered;
      } catch (error) {
        fail(entry.name, `no answer: ${error}`);
        return undefined;
      }
    }),
  );
  const [a, b] = answers;
  const [, cursor] = /[?&]cursor=([^&"]+)/.exec(/"next":"[^"]+"/.exec(a?.body ?? "")?.[0] ?? "") ?? [];
  if (cursor) known.cursors.push(decodeURIComponent(cursor));
  if (!a || !b || !isComparable(asked)) return faults;
  tally.add("compared");
  if (JSON.stringify(comparable(a)) !== JSON.stringify(comparable(b))) fail("node, worker", difference(a, b));
  return faults;
}

interface Run {
  tally: Tally;
  known: Known;
  /** Paths that no answer may name. */
  inside: readonly string[];
}

/** Bytes into sockets: no 5xx, and the server goes on. Only Node's: wrangler answers for workerd. */
async function bytes(
  { name, port, ask }: Entry,
  cases: readonly string[],
  { tally, inside }: Run,
): Promise<void> {
  for (const text of cases) {
    const answer = await sent(port, text);
    const statuses = [...answer.matchAll(/^HTTP\/1\.[01] (\d{3})/gm)].map(([, status]) => status as string);
    for (const status of statuses) tally.add(`${name}, bytes: ${status}`);
    if (statuses.length === 0) tally.add(`${name}, bytes: no answer`);
    const said = inside.find((path) => answer.includes(path));
    if (statuses.some((s) => s >= "500") || said)
      tally.fail(`${name}: ${JSON.stringify(text.slice(0, 200))}: ${answer.slice(0, 300)}`);
  }
  const { status } = await ask({ method: "GET", path: "/healthz", headers: {} });
  if (status !== 200) tally.fail(`${name}: /healthz is ${status} after bytes`);
}

/**
 * Asks Node and workerd requests made from the OpenAPI description. No 5xx; errors are problem details without
 * SQL and paths; bodies are what their type says, the same when asked again, and the same on both.
 */
export async function generated(bench: Bench, count: number): Promise<Tally> {
  const tally = new Tally();
  const dir = emptyFolder(bench.dir, "requests");
  const data = bench.data ?? bench.states[0]?.data ?? "";
  const entries = [await nodeEntry(dir, data), await workerEntry(dir, data)] as const;
  const run: Run = { tally, known: await knownOf(entries[0]), inside: [process.cwd(), bench.dir] };
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.log(`requests: seed ${seed}`);
  try {
    for (let done = 0; done < count && !bench.stopped; ) {
      const size = Math.min(BATCH, count - done);
      const batch = fc.sample(requests(documents, run.known), { numRuns: size, seed: seed + done });
      let next = 0;
      const client = async () => {
        for (let i = next++; i < batch.length; i = next++)
          await one(entries, batch[i] as Asked, i % AGAIN === 0, run);
      };
      await Promise.all(Array.from({ length: CONCURRENCY }, client));
      const cases = fc.sample(raw, { numRuns: Math.ceil(size / RAW), seed: seed + done });
      await bytes(entries[0], cases, run);
      done += size;
      tally.done = done;
    }
    // Unexpected errors are logged and answered with 500: there must be none.
    for (const { name, output } of entries) {
      const stack = /^.*\n.*\n\s+at \S.*/m.exec(output());
      if (stack) tally.fail(`${name} logged: ${stack[0].slice(0, 1000)}`);
    }
  } finally {
    await Promise.all(entries.map((entry) => entry.stop()));
  }
  return tally;
}
