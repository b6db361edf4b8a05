import { trusted } from "../../src/text/trusted.ts";
import type { Load, LoadRequest } from "../harness/load.ts";
import type { Measurement } from "../harness/measurement.ts";
import { startBare, startOurs, storedAnswers, temporary } from "../harness/ours.ts";
import { ratioRow } from "../harness/ratio.ts";
import { type Answer, ask, type Server } from "../harness/server.ts";

/** How many requests a day has here; they are repeated. */
const REQUESTS = 2000;

const AUDIENCES = [
  "",
  "region=DE",
  "region=US",
  "region=GB",
  "region=FR&age=minor",
  "region=US&plan=business",
];
const ENCODINGS = ["gzip, deflate, br, zstd", "gzip, deflate, br", "gzip", ""];
const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

/** Numbers from 0 to below 1, the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws items as often as their weights say. */
function weighted<T>(items: readonly (readonly [weight: number, item: T])[], next: () => number): () => T {
  const sums: number[] = [];
  for (const [weight] of items) sums.push((sums.at(-1) ?? 0) + weight);
  return () => {
    const at = next() * (sums.at(-1) ?? 0);
    return trusted<readonly [number, T]>(items[sums.findIndex((sum) => at < sum)])[1];
  };
}

/** Draws by Zipf's law: the n-th is asked for 1/n times as often as the first. */
const zipf = <T>(items: readonly T[], next: () => number): (() => T) =>
  weighted(
    items.map((item, i) => [1 / (i + 1), item] as const),
    next,
  );

export interface Listed {
  id: string;
  domains: string[];
}

/** The requests of a day: platforms and audiences by Zipf's law, lists, lookups, badges, feeds and pages. */
export function dayOf(platforms: readonly Listed[]): LoadRequest[] {
  const next = random(1);
  const platform = zipf(platforms, next);
  const audience = zipf(AUDIENCES, next);
  const encoding = zipf(ENCODINGS, next);
  const kinds: readonly (readonly [share: number, make: () => string])[] = [
    [50, () => `/platforms/${platform().id}?${audience()}`],
    [15, () => `/lookup?url=https://${platform().domains[0] ?? "linkedin.com"}/x&${audience()}`],
    [12, () => `/badge/${platform().id}.svg?${audience()}`],
    [8, () => `/platforms?${audience()}&limit=${zipf([50, 20, 10], next)()}`],
    [5, () => `/platforms/${platform().id}/opt-out?${audience()}`],
    [4, () => zipf(["/events", "/changes", "/stats", "/vocabulary"], next)()],
    [3, () => zipf(["/events.atom", "/changes.atom"], next)()],
    [3, () => zipf(["/", "/problems", "/docs"], next)()],
  ];
  const kind = weighted(kinds, next);
  return Array.from({ length: REQUESTS }, () => {
    const accepted = encoding();
    return {
      path: kind()(),
      headers: {
        Accept: next() < 0.3 ? BROWSER : "*/*",
        ...(accepted !== "" && { "Accept-Encoding": accepted }),
      },
    };
  });
}

const tagOf = ({ headers }: Answer): string | undefined =>
  headers.find((_, i) => i % 2 === 1 && headers[i - 1]?.toLowerCase() === "etag");

/** A mixed day, compared with bare node:http that writes the same answers from buffers. */
export const mixed = (load: Load): Measurement => ({
  name: "mixed",
  async open() {
    const files = temporary();
    const ours = await startOurs();
    const list = await ask(`${ours.url}/platforms?limit=100&fields=domains`);
    const { items } = JSON.parse(list.body.toString()) as { items: Listed[] };
    const requests: LoadRequest[] = [];
    const answers: Answer[] = [];
    for (const { path, headers = {} } of dayOf(items)) {
      const first = await ask(`${ours.url}${path}`, headers);
      const tag = tagOf(first);
      // One in five has it already.
      const all = { ...headers, ...(requests.length % 5 === 0 && tag && { "If-None-Match": tag }) };
      const answer = await ask(`${ours.url}${path}`, all);
      if (answer.status !== 200 && answer.status !== 304) throw new Error(`${path}: ${answer.status}`);
      requests.push({ path, headers: { ...all, "X-Answer": String(answers.length) } });
      answers.push(answer);
    }
    const bare = await startBare(files.write("day.json", storedAnswers(answers)));
    const started: Server[] = [ours, bare];
    return {
      rows: [
        ratioRow(
          { name: "mixed day ÷ bare node:http", target: { atLeast: 0.7 } },
          load,
          { server: ours, requests },
          { server: bare, requests },
        ),
      ],
      async close() {
        for (const server of started) await server.stop();
        files.remove();
      },
    };
  },
});
