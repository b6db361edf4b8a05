/*
 * Live pages: is a cited passage still on the page that a source names? Answers are hints:
 * pages differ by place, language and visitor, and many are behind walls.
 */
import PQueue from "p-queue";
import type { Passage, Source } from "../../model/index.ts";
import { hashOf, type LoadedDataset } from "../../records/load.ts";
import { registrableOf } from "../../records/public-suffix.ts";
import { fetchPage, type PageLimits, type Validators } from "./page.ts";
import { leadsToLogin, type PageState, readPage } from "./read.ts";
import { type Robots, readRobots } from "./robots.ts";

/** What came of asking for a source's page. */
export const LIVE_STATE = {
  "passage-stands": "Every cited passage is on the page.",
  "passage-gone": "A cited passage is not on the page as we got it.",
  "not-modified": "The server says that the page has not changed since the last request.",
  "blocked-by-robots": "The site's robots.txt keeps us out, or could not be had.",
  "login-wall": "It is behind a sign-in page.",
  "cookie-wall": "It is behind a question about cookies, or requires scripts.",
  forbidden: "The server refuses us.",
  "redirected-elsewhere": "It leads to another site, to the front page, or in a circle.",
  empty: "Almost no text came.",
  "too-slow": "The answer took too long.",
  "too-large": "The answer is larger than we read.",
  "not-html": "It is not a page of text: a PDF, an image.",
  failed: "No answer, or an error.",
} as const;
export type LiveState = keyof typeof LIVE_STATE;

/** A source whose page is requested, with the passages of its newest reading. */
export interface LiveSource {
  record: string;
  source: string;
  url: string;
  passages: Passage[];
}

/** What came of it. */
export interface LiveResult {
  record: string;
  source: string;
  url: string;
  state: LiveState;
  /** Passages that are not on the page, `source#passage`. */
  missing: string[];
  /** For `not-modified`, what the page showed then. */
  before: PageState | null;
  detail: string | null;
}

/** What is kept of a page between runs, by its address. */
export interface CacheEntry extends Validators {
  /** Where redirects led. */
  url: string;
  /** The hash of the passages that were looked for. */
  passages: string;
  state: PageState;
  missing: string[];
}
export type Cache = Record<string, CacheEntry>;

export interface LiveOptions {
  userAgent: string;
  /** The least pause between two requests to one host. */
  delayMs: number;
  limits: PageLimits;
}

const MAX_REDIRECTS = 5;
/** A site that asks for longer pauses is not asked at all. */
const LONGEST_DELAY_MS = 60_000;
const PARALLEL_HOSTS = 8;

/** The passages of the copy that was read last; those of older copies are about the past. */
function newestPassages({ copies = [], passages = [] }: Source): Passage[] {
  const newest = copies
    .map((c) => c.captured)
    .sort()
    .at(-1);
  return passages.filter((p) => copies[p.copy]?.captured === newest);
}

/** Every source that has an address and passages to look for, in order of the records' keys. */
export function liveSources(dataset: LoadedDataset, records?: ReadonlySet<string>): LiveSource[] {
  const all = [
    ...dataset.operators.map((o) => ({ key: `operators/${o.id}`, sources: o.sources })),
    ...dataset.platforms.map((p) => ({ key: `platforms/${p.id}`, sources: p.sources })),
  ];
  return all
    .filter(({ key }) => !records || records.has(key))
    .flatMap(({ key, sources }) => {
      const newest = new Map<string, string>();
      const captured = (s: Source): string =>
        (s.copies ?? [])
          .map((c) => c.captured)
          .sort()
          .at(-1) ?? "";
      for (const s of sources) if (captured(s) > (newest.get(s.url) ?? "")) newest.set(s.url, captured(s));
      // Of several sources at one address, the page can only be the newest.
      return sources
        .filter((s) => captured(s) === newest.get(s.url))
        .map((s) => ({ record: key, source: s.id, url: s.url, passages: newestPassages(s) }));
    })
    .filter(({ passages }) => passages.length > 0);
}

/** One polite visitor: asks robots.txt first, pauses between requests to a host, and follows few redirects. */
class Visitor {
  readonly #options: LiveOptions;
  readonly #robots = new Map<string, Promise<Robots>>();
  readonly #queues = new Map<string, PQueue>();

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  /** Runs what asks a host in its turn. */
  #inTurn<T>(host: string, delayMs: number, ask: () => Promise<T>): Promise<T> {
    let queue = this.#queues.get(host);
    if (!queue) {
      queue = new PQueue({ concurrency: 1, ...(delayMs > 0 && { interval: delayMs, intervalCap: 1 }) });
      this.#queues.set(host, queue);
    }
    return queue.add(ask);
  }

  #robotsOf(origin: string): Promise<Robots> {
    let robots = this.#robots.get(origin);
    if (!robots) {
      robots = readRobots(origin, this.#options.userAgent, this.#options.limits);
      this.#robots.set(origin, robots);
    }
    return robots;
  }

  async #get(
    url: string,
    known: Validators | undefined,
  ): Promise<Awaited<ReturnType<typeof fetchPage>> | { kind: "blocked"; detail: string }> {
    const { origin, host } = new URL(url);
    const robots = await this.#robotsOf(origin);
    if (!robots.allows(url))
      return { kind: "blocked", detail: `${origin}/robots.txt does not allow it, or could not be had` };
    if (robots.delayMs > LONGEST_DELAY_MS)
      return {
        kind: "blocked",
        detail: `${origin}/robots.txt asks for ${robots.delayMs / 1000} seconds between requests`,
      };
    const { userAgent, limits, delayMs } = this.#options;
    return this.#inTurn(host, Math.max(delayMs, robots.delayMs), () =>
      fetchPage(url, userAgent, limits, known),
    );
  }

  /** Asks for a page, through its redirects. */
  async visit(
    { record, source, url, passages }: LiveSource,
    cached: CacheEntry | undefined,
  ): Promise<{ result: LiveResult; entry?: CacheEntry }> {
    const hash = hashOf(passages.map((p) => p.sha256));
    const known = cached?.passages === hash ? cached : undefined;
    const resultOf = (state: LiveState, more: Partial<LiveResult> = {}): { result: LiveResult } => ({
      result: { record, source, url, state, missing: [], before: null, detail: null, ...more },
    });
    const refs = (ids: readonly string[]): string[] => ids.map((id) => `${source}#${id}`);
    const seen = new Set<string>();
    for (let at = url; ; ) {
      if (seen.has(at) || seen.size > MAX_REDIRECTS)
        return resultOf("redirected-elsewhere", {
          detail: seen.has(at) ? "it redirects in a circle" : `it redirects more than ${MAX_REDIRECTS} times`,
        });
      seen.add(at);
      const got = await this.#get(at, known?.url === at ? known : undefined);
      if (got.kind === "blocked") return resultOf("blocked-by-robots", { detail: got.detail });
      if (got.kind === "stopped") return resultOf(got.state, { detail: got.detail });
      if (got.kind === "not-modified")
        return resultOf("not-modified", {
          before: known?.state ?? null,
          missing: refs(known?.missing ?? []),
        });
      if (got.kind === "redirect") {
        const elsewhere = whyElsewhere(url, got.to);
        if (elsewhere) return resultOf(elsewhere, { detail: `it leads to ${got.to}` });
        at = got.to;
        continue;
      }
      const page = await readPage(got.body, got.contentType, passages);
      if (!page)
        return resultOf("failed", { detail: "its HTML is too large or too deeply nested to be converted" });
      const { state, missing } = page;
      const entry = {
        url: at,
        etag: got.etag,
        lastModified: got.lastModified,
        passages: hash,
        state,
        missing,
      };
      return { ...resultOf(state, { missing: refs(missing) }), entry };
    }
  }
}

/** Why a redirect leads away from a document; undefined where it may be the document still. */
function whyElsewhere(from: string, to: string): "login-wall" | "redirected-elsewhere" | undefined {
  if (leadsToLogin(to) && !leadsToLogin(from)) return "login-wall";
  const [before, after] = [new URL(from), new URL(to)];
  const site = ({ hostname }: URL): string => registrableOf(hostname).domain ?? hostname;
  if (site(before) !== site(after)) return "redirected-elsewhere";
  return after.pathname === "/" && before.pathname !== "/" ? "redirected-elsewhere" : undefined;
}

/** Asks for every source's page; gives what came of it in order, and what to keep for the next time. */
export async function watchLive(
  sources: readonly LiveSource[],
  cache: Cache,
  options: LiveOptions,
): Promise<{ results: LiveResult[]; cache: Cache }> {
  const visitor = new Visitor(options);
  const next: Cache = { ...cache };
  const all = new PQueue({ concurrency: PARALLEL_HOSTS });
  const results = await all.addAll(
    sources.map((source) => async () => {
      const key = `${source.record} ${source.source}`;
      const { result, entry } = await visitor.visit(source, cache[key]);
      if (entry) next[key] = entry;
      return result;
    }),
  );
  return { results, cache: next };
}
