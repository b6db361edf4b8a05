import { parseArgs } from "node:util";
import openApi from "../schema/openapi.json" with { type: "json" };
import { createApp, services } from "../src/api/index.ts";
import { Store } from "../src/db/index.ts";
import { connectLibsql } from "../src/db/libsql.ts";
import { hostsOfPlatform } from "../src/model/index.ts";
import { type Described, type Known, type Request, RequestSource, textOf } from "./requests.ts";

/*
 * What requests cost that have to be computed, in milliseconds of CPU, in this process and without a cache
 * of answers. Searches over every path and parameter for the most expensive valid request: random ones
 * first, then those that differ a little from the most expensive so far.
 *
 *   npm start                            builds the database
 *   npm run bench:costs                  prints the median, the ten most expensive, and each path's
 *   npm run bench:costs -- --db FILE --requests 100 --seed 2
 */
const { values } = parseArgs({
  options: {
    db: { type: "string", default: "build/ai-data-use.db" },
    /** Random requests to each path. */
    requests: { type: "string", default: "40" },
    seed: { type: "string", default: "1" },
  },
});

const { db } = await connectLibsql(`file:${values.db}`);
const store = new Store(db);
const { id: publication, date } = await store.current();
const app = createApp(services(store, { today: () => date, cacheBytes: 1, pointerMilliseconds: 60_000 }));

async function knownFrom(): Promise<Known> {
  const records = await Array.fromAsync(store.platformRecords(publication));
  const size = new Map(records.map((p) => [p.id, JSON.stringify(p).length]));
  const bySize = records.toSorted((a, b) => (size.get(b.id) ?? 0) - (size.get(a.id) ?? 0));
  const { schemas } = (await (await app.request("/schema")).json()) as { schemas?: { name: string }[] };
  return {
    platforms: bySize.map((p) => p.id),
    operators: (await store.operators(publication)).map(({ operator }) => operator.id),
    hosts: records.flatMap((p) => hostsOfPlatform(p)),
    releases: await store.releaseVersions(),
    schemas: schemas?.map((s) => s.name) ?? ["platform.schema.json"],
  };
}

interface Cost {
  request: Request;
  text: string;
  milliseconds: number;
  bytes: number;
}

/** CPU of one request, and where its next page is; undefined where it is not valid, or has moved. */
async function once(
  text: string,
): Promise<{ milliseconds: number; bytes: number; next: string | null } | undefined> {
  const before = process.cpuUsage();
  const response = await app.request(text);
  const body = await response.text();
  const { user, system } = process.cpuUsage(before);
  if (response.status >= 500) throw new Error(`${response.status} for ${text}: ${body}`);
  if (response.status !== 200) return undefined;
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  const { next = null } = isJson ? (JSON.parse(body) as { next?: string | null }) : {};
  return { milliseconds: (user + system) / 1000, bytes: body.length, next };
}

/** The least of several runs: what the request costs without what happened beside it. */
async function costOf(request: Request, runs = 2): Promise<Cost[]> {
  const costs: Cost[] = [];
  let text: string | undefined = textOf(request);
  // A page and, of lists whose cursors name an item, two more.
  for (let page = 0; page < 3 && text !== undefined; page++) {
    const found: { milliseconds: number; bytes: number; next: string | null }[] = [];
    for (let run = 0; run < runs; run++) {
      const one = await once(text);
      if (!one) return costs;
      found.push(one);
    }
    const [first] = found as [(typeof found)[0]];
    costs.push({
      request,
      text,
      bytes: first.bytes,
      milliseconds: Math.min(...found.map((f) => f.milliseconds)),
    });
    text = ["/platforms", "/events"].includes(request.template) ? (first.next ?? undefined) : undefined;
  }
  return costs;
}

const byCost = (costs: Iterable<Cost>): Cost[] => [...costs].sort((a, b) => b.milliseconds - a.milliseconds);

const source = new RequestSource(openApi as unknown as Described, await knownFrom(), Number(values.seed));
for (const template of source.templates)
  for (let i = 0; i < 5; i++) await costOf(source.make(template, 0.3), 1);

const costs = new Map<string, Cost>();
const add = async (request: Request): Promise<void> => {
  if (costs.has(textOf(request))) return;
  for (const cost of await costOf(request)) costs.set(cost.text, cost);
};
for (const template of source.templates)
  for (let i = 0; i < Number(values.requests); i++)
    await add(source.make(template, i === 0 ? 0 : i === 1 ? 1 : i % 3 === 0 ? 0.1 : 0.4));

const middle = byCost(costs.values()).map((c) => c.milliseconds);
const median = middle[Math.floor(middle.length / 2)] ?? 0;

for (let round = 0; round < 4; round++) {
  const dearest = byCost(costs.values()).slice(0, 20);
  const ofEachPath = [...Map.groupBy(byCost(costs.values()), (c) => c.request.template).values()].map(
    (c) => c[0],
  );
  for (const cost of [...dearest, ...ofEachPath])
    if (cost) for (let i = 0; i < 4; i++) await add(source.change(cost.request));
}

/** The most expensive ones, measured again: a pause for garbage can be in two of two runs. */
const dearest: Cost[] = [];
for (const cost of byCost(costs.values()).slice(0, 40)) {
  const again: number[] = [];
  for (let i = 0; i < 5; i++) again.push((await once(cost.text))?.milliseconds ?? 0);
  dearest.push({ ...cost, milliseconds: again.sort((a, b) => a - b)[2] as number });
}

const line = ({ milliseconds, bytes, text }: Cost): string =>
  `${milliseconds.toFixed(1).padStart(8)} ${(milliseconds / median).toFixed(1).padStart(6)}× ${String(bytes).padStart(9)}  ${text.length > 150 ? `${text.slice(0, 149)}…` : text}`;
console.log(
  `${costs.size} valid requests; the median of the random ones costs ${median.toFixed(2)} ms of CPU.`,
);
console.log("\nThe ten most expensive (milliseconds, times the median, characters):");
for (const cost of byCost(dearest).slice(0, 10)) console.log(line(cost));
console.log("\nThe median and the most expensive of each path:");
for (const [template, of] of Map.groupBy(costs.values(), (c) => c.request.template)) {
  const sorted = byCost(of);
  const half = sorted[Math.floor(sorted.length / 2)]?.milliseconds ?? 0;
  console.log(
    `${half.toFixed(1).padStart(8)} ${(sorted[0]?.milliseconds ?? 0).toFixed(1).padStart(8)}  ${template} (${sorted.length})`,
  );
}
