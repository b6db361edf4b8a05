import { type OpenApi, type Schema, valuesOf } from "../test/fixtures/maxima.ts";

/*
 * Valid requests to the API, over every path and parameter of its OpenAPI description: values from the
 * description, or where it has none from what the dataset holds. The same seed gives the same requests.
 */

interface Parameter {
  in: string;
  name: string;
  schema: Schema;
}

/** As much of an OpenAPI document as is read here. */
export interface Described extends Pick<OpenApi, "components"> {
  paths: Readonly<Record<string, { get: { parameters?: readonly Parameter[] } }>>;
}

/** What values of parameters are taken from. */
export interface Known {
  /** Ids of platforms, those with the largest records first. */
  platforms: readonly string[];
  operators: readonly string[];
  hosts: readonly string[];
  /** Versions, oldest first. */
  releases: readonly string[];
  /** File names of the schemas. */
  schemas: readonly string[];
}

/** A request by its parts, so that a search can change one of them. */
export interface Request {
  template: string;
  path: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomness(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const DAYS = ["0001-01-01", "2019-01-01", "2024-09-17", "2025-06-30", "2026-11-20", "9999-12-31"];

/** Words that match nothing, one record, most records; and as many terms as fit. */
const QUERIES = [
  "spotify",
  "a",
  "open ai",
  "ai training data policy",
  "the privacy policy says what data is used",
  [..."abcdefghijklmnopqrstuvwxyz0123456789"].join(" "),
  "aa ab ac ad ae af ag ah ai aj ak al am an ao ap aq ar as at".repeat(3).slice(0, 200),
  "x.com",
  "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z.".repeat(3).slice(0, 200),
];

/** Makes valid requests at random. */
export class RequestSource {
  readonly #documents: Described;
  readonly #known: Known;
  readonly #random: () => number;
  readonly templates: readonly string[];

  constructor(documents: Described, known: Known, seed: number) {
    this.#documents = documents;
    this.#known = known;
    this.#random = randomness(seed);
    // Downloads are files.
    this.templates = Object.keys(documents.paths).filter((path) => !path.startsWith("/download"));
  }

  #below(n: number): number {
    return Math.floor(this.#random() * n);
  }

  #one(values: readonly string[]): string {
    return values[this.#below(values.length)] ?? "";
  }

  /** One, a few or all of some values. */
  #some(values: readonly string[], most = values.length): string {
    const count = [1, Math.min(3, most), most][this.#below(3)] as number;
    return [...values]
      .map((value) => ({ value, at: this.#random() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, count)
      .map(({ value }) => value)
      .join();
  }

  #version(): string {
    const { releases } = this.#known;
    return this.#random() < 0.3 ? this.#one(releases) : `${this.#one(releases)}...${this.#one(releases)}`;
  }

  /** A platform; half of the time one of those with the largest records. */
  #platform(): string {
    const { platforms } = this.#known;
    return this.#one(this.#random() < 0.5 ? platforms.slice(0, 5) : platforms);
  }

  #value({ name, schema }: Parameter): string {
    const { platforms, operators, hosts, releases, schemas } = this.#known;
    const values = valuesOf(this.#documents, schema);
    const makers: Readonly<Record<string, () => string>> = {
      id: () => this.#platform(),
      file: () => `${this.#platform()}.svg`,
      name: () => this.#one(schemas),
      version: () => this.#version(),
      region: () => this.#one(["DE", "US", "US-CA", "BR", "EU", "GB", "KE"]),
      release: () => this.#one(releases),
      operator: () => this.#one(operators),
      platform: () => this.#some(platforms, Math.min(100, platforms.length)),
      ids: () => this.#some(platforms, 10),
      q: () => this.#one(QUERIES),
      url: () =>
        `https://${"a.".repeat(this.#below(20))}${this.#one(hosts)}/${"x".repeat(this.#below(1500))}`,
      limit: () => this.#one(["1", "50", "100"]),
      cursor: () => String(this.#below(8000)),
      within: () => this.#one(["1d", "30d", "366d"]),
      reminder: () => "366d",
    };
    if (Object.hasOwn(makers, name)) return makers[name]?.() ?? "";
    if (values) return schema.items ? this.#some(values) : this.#one(values);
    return this.#one(DAYS);
  }

  #parameters(template: string, where: "path" | "query"): readonly Parameter[] {
    const all = this.#documents.paths[template]?.get.parameters ?? [];
    return all.filter((p) => p.in === where);
  }

  /** What a path cannot do without. */
  #consistent(template: string, query: Record<string, string>): Record<string, string> {
    const out = { ...query };
    if (template === "/compare") out["ids"] ??= this.#some(this.#known.platforms, 10);
    if (template === "/platforms/{id}/compare") out["from"] = "2019-01-01";
    if (template === "/lookup") out["url"] ??= this.#one(this.#known.hosts);
    // Cursors of these lists name an item; pages are followed instead.
    if (template === "/platforms" || template === "/events") delete out["cursor"];
    return out;
  }

  /** A request to a path, with each parameter with this probability. */
  make(template: string, probability: number): Request {
    const path = Object.fromEntries(this.#parameters(template, "path").map((p) => [p.name, this.#value(p)]));
    if (template.startsWith("/operators/")) path["id"] = this.#one(this.#known.operators);
    const query = Object.fromEntries(
      this.#parameters(template, "query")
        .filter(() => this.#random() < probability)
        .map((p) => [p.name, this.#value(p)]),
    );
    return { template, path, query: this.#consistent(template, query) };
  }

  /** A request that differs in one or two parameters. */
  change(request: Request): Request {
    const query = { ...request.query };
    for (let n = 1 + this.#below(2); n > 0; n--) {
      const parameters = this.#parameters(request.template, "query");
      const parameter = parameters[this.#below(parameters.length)];
      if (!parameter) break;
      if (this.#random() < 0.4) delete query[parameter.name];
      else query[parameter.name] = this.#value(parameter);
    }
    const path = this.#random() < 0.2 ? this.make(request.template, 0).path : request.path;
    return { ...request, path, query: this.#consistent(request.template, query) };
  }
}

/** A request as a path with its query. */
export function textOf({ template, path, query }: Request): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? "");
  const search = new URLSearchParams(query).toString();
  return search === "" ? filled : `${filled}?${search}`;
}
