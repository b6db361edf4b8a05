import { parseArgs } from "node:util";
import { getRequestListener } from "@hono/node-server";
import { repeatableBytes, services } from "../src/api/index.ts";
import { connectLibsql } from "../src/db/libsql.ts";
import { Store } from "../src/db/store.ts";
import { handlerOf } from "../src/entry/node.ts";
import { spreadOf } from "./harness/statistics.ts";

/*
 * What a platform's page costs, compared with the JSON of the same platform for the same person: CPU time in one
 * process, page and JSON in turns. Cold: every request is for another person or platform and is computed, for whom
 * no request was before. Hot: a body that is kept is sent again. Bodies are not compressed here.
 *
 *   npm start                 builds the database
 *   node bench/pages.ts       prints the ratios: median, and the range that holds half of the rounds
 *   node bench/pages.ts --db FILE --rounds 60 --path /evidence
 */
const { values } = parseArgs({
  options: {
    db: { type: "string", default: "build/ai-data-use.db" },
    rounds: { type: "string", default: "40" },
    /** What follows the platform's path, on the page only. */
    path: { type: "string", default: "" },
  },
});

const REGIONS = [
  "",
  "DE",
  "GB",
  "US",
  "US-CA",
  "CH",
  "BR",
  "IN",
  "JP",
  "KR",
  "CA",
  "AU",
  "FR",
  "NO",
  "ZA",
  "MX",
];
const PLANS = ["free", "paid", "business", "enterprise"];

const { db } = await connectLibsql(`file:${values.db}`);
const store = new Store(db);
const { id: publication, date } = await store.current();
const ids = (await Array.fromAsync(store.platformRecords(publication))).map((p) => p.id);

const people = REGIONS.flatMap((region) => PLANS.map((plan) => `region=${region}&plan=${plan}`));
/** Every platform for every person: neighbours differ in both. */
const requests = people.flatMap((_, i) =>
  ids.map((id, j) => ({ id, who: people[(i + j) % people.length] ?? "" })),
);

type Form = "page" | "json";
const HEADERS = { page: "text/html", json: "application/json" } as const;

/** A server whose cache of bodies has some bytes. It takes bodies as the real one does, without copying them. */
function serverWith(cacheBytes: number) {
  const fetch = handlerOf(
    services(store, { today: () => date, cacheBytes, pointerMilliseconds: 600_000, sharesWork: true }),
  );
  return async (form: Form, { id, who }: (typeof requests)[number]): Promise<void> => {
    const path = form === "page" ? `/en/platforms/${id}${values.path}` : `/platforms/${id}`;
    const query = who.replace("region=&", "");
    const env = {};
    const response = await fetch(
      new Request(`http://localhost${path}?${query}`, { headers: { Accept: HEADERS[form] } }),
      env,
    );
    if (response.status !== 200 || !repeatableBytes(env))
      throw new Error(`${response.status} for ${path}?${query}`);
  };
}

/** Microseconds of CPU for each request of a batch. */
async function cpuOf(batch: typeof requests, ask: (request: (typeof requests)[number]) => Promise<void>) {
  const before = process.cpuUsage();
  for (const request of batch) await ask(request);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / batch.length;
}

/** Rounds of both forms; who is first changes. */
async function compare(name: string, batches: (typeof requests)[], cacheBytes: number): Promise<void> {
  const ask = serverWith(cacheBytes);
  const rounds: Record<Form, number>[] = [];
  for (const [i, batch] of batches.entries()) {
    const found: Record<Form, number> = { page: 0, json: 0 };
    for (const form of i % 2 === 0 ? (["page", "json"] as const) : (["json", "page"] as const))
      found[form] = await cpuOf(batch, (request) => ask(form, request));
    rounds.push(found);
  }
  // The first rounds compile.
  const counted = rounds.slice(Math.floor(rounds.length / 4));
  const { median, low, high } = spreadOf(counted.map(({ page, json }) => page / json));
  const middle = (form: Form) => Math.round(spreadOf(counted.map((r) => r[form])).median);
  console.log(
    `${name}: page / JSON = ${median.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)}); page ${middle("page")} µs, JSON ${middle("json")} µs`,
  );
}

// The real server's classes of requests and responses, which do not copy bodies.
getRequestListener(() => new Response());

const rounds = Number(values.rounds);
const size = Math.min(100, Math.floor(requests.length / rounds));
const cold = Array.from({ length: rounds }, (_, i) => requests.slice(i * size, (i + 1) * size));
await compare("cold", cold, 1);
const hot = requests.slice(0, 100);
await compare(
  "hot",
  Array.from({ length: rounds }, () => [...hot, ...hot, ...hot]),
  64_000_000,
);
process.exit(0);
