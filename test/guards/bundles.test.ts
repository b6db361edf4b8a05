import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { type InputOptions, type OutputAsset, type OutputChunk, rolldown } from "rolldown";
import { beforeAll, describe, expect, test } from "vitest";
import { ALIAS, PROGRAMS } from "../../src/entry/bundle/make.ts";

/** Libraries, and folders of the sources, that few requests or only publishing needs: not loaded at the start. */
const LATER = [
  ...["anafanafo", "badge-maker", "fast-xml-builder", "hyparquet-writer", "ical-generator", "jsonc-parser"],
  ...["@libsql/hrana-client", "swagger-ui-dist", "tldts", "transliteration", "uuid", "yaml"],
  ...["@opentelemetry", "prom-client", "@hono/zod-openapi", "@modelcontextprotocol"],
].map((name) => `node_modules/${name}/`);
const LATER_FOLDERS = ["records/checks/", "exports/", "history/migrations/", "entry/cli/"].map(
  (f) => `src/${f}`,
);

/** Modules that the start may load. Each costs: raise it only for what every request needs. */
const MOST_MODULES = 400;

/** What the Worker's script may have, in KiB after gzip, with the pages for people. */
const MOST_KIB = 254;

/** What it may evaluate when it starts; the rest is evaluated by the first request that needs it. */
const MOST_AT_START = { modules: 276, kib: 388 };

/** Modules of the platform, and what stands for them where the script is only started. */
const ABSENT = ["cloudflare:workers", "fs", "util", "path"];
const NOTHING = fileURLToPath(new URL("../fixtures/nothing.ts", import.meta.url));

/** Whose code a bundle has of a module; without those of which nothing is left. */
const modulesOf = (chunk: OutputChunk): string[] =>
  Object.entries(chunk.modules)
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([id]) => id.replaceAll("\\", "/"));

/** The modules of the chunks that are loaded with one: all that it imports, but not what it loads later. */
function loadedWith(name: string, output: readonly (OutputChunk | OutputAsset)[]): OutputChunk[] {
  const chunks = new Map(output.flatMap((o) => (o.type === "chunk" ? [[o.fileName, o] as const] : [])));
  const loaded = new Set<OutputChunk>();
  const load = (file: string): void => {
    const chunk = chunks.get(file);
    if (!chunk || loaded.has(chunk)) return;
    loaded.add(chunk);
    chunk.imports.forEach(load);
  };
  load(name);
  return [...loaded];
}

describe("what the server loads at its start", () => {
  let modules: string[];
  beforeAll(async () => {
    await using bundle = await rolldown({ ...PROGRAMS.server, logLevel: "silent" });
    const { output } = await bundle.generate({ format: "esm" });
    modules = loadedWith("server.js", output).flatMap(modulesOf);
  });

  test("is not what few requests need", () => {
    const wrong = [...LATER, ...LATER_FOLDERS].filter((part) => modules.some((id) => id.includes(part)));
    expect(wrong).toEqual([]);
  });
  test("are no schemas of answers and no documents", () =>
    expect(
      modules.filter((id) => /\/(routes|answer)\/.*schema\.ts$|\/schema\/[^/]+\.json$/.test(id)),
    ).toEqual([]));
  test(`is at most ${MOST_MODULES} modules`, () => {
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.length).toBeLessThanOrEqual(MOST_MODULES);
  });
});

/** How the Worker is bundled. wrangler's own bundler makes nearly the same of it. */
const WORKER: InputOptions = {
  input: "src/entry/worker/d1.ts",
  platform: "browser",
  external: [/^(node|cloudflare):/, "fs", "util"],
  resolve: { alias: ALIAS, conditionNames: ["workerd", "worker", "browser", "import"] },
  logLevel: "silent",
};

describe("the Worker's script", () => {
  let script: OutputChunk;
  let atStart: OutputChunk[];
  beforeAll(async () => {
    await using bundle = await rolldown(WORKER);
    const { output } = await bundle.generate({ format: "esm", minify: true, codeSplitting: false });
    script = output[0];
    const parts = await bundle.generate({ format: "esm", minify: true });
    atStart = loadedWith("d1.js", parts.output);
  });

  test(`has at most ${MOST_KIB} KiB after gzip`, () =>
    expect(gzipSync(script.code).length / 1024).toBeLessThanOrEqual(MOST_KIB));
  test("has no SDK of the Model Context Protocol, which is a Worker of its own", () =>
    expect(modulesOf(script).filter((id) => id.includes("node_modules/@modelcontextprotocol/"))).toEqual([]));
  test("has no documents, no other languages of Zod and no fonts that badges do not use", () =>
    expect(
      modulesOf(script).filter((id) =>
        /\/schema\/[^/]+\.json$|\/zod\/.*\/locales\/(?!en\.)|anafanafo\/data/.test(id),
      ),
    ).toEqual([]));
  test("has nothing that only publishing, Node or the documents need, and no list of subdivisions", () =>
    expect(
      modulesOf(script).filter((id) =>
        /drizzle-orm\/(sqlite-core|d1|libsql)\/|lru-cache|fflate|zod-to-openapi|subdivisions\/list/.test(id),
      ),
    ).toEqual([]));
  test(`evaluates at most ${MOST_AT_START.modules} modules and ${MOST_AT_START.kib} KiB when it starts`, () => {
    const modules = atStart.flatMap(modulesOf).length;
    expect(modules).toBeGreaterThan(100);
    expect(modules).toBeLessThanOrEqual(MOST_AT_START.modules);
    expect(atStart.reduce((sum, { code }) => sum + code.length, 0) / 1024).toBeLessThanOrEqual(
      MOST_AT_START.kib,
    );
  });
});

test("starting the Worker's script loads none of Node's modules, and makes no tables of Unicode or of names", async () => {
  await using bundle = await rolldown({
    ...WORKER,
    external: [],
    resolve: {
      ...WORKER.resolve,
      alias: { ...ALIAS, ...Object.fromEntries(ABSENT.map((name) => [name, NOTHING])) },
    },
  });
  const { output } = await bundle.generate({ format: "iife", name: "worker", codeSplitting: false });
  const costly: string[] = [];
  const context = createContext({
    console,
    TextDecoder,
    TextEncoder,
    URL,
    URLSearchParams,
    Request,
    Response,
  });
  for (const name of ["process", "Buffer"])
    Object.defineProperty(context, name, { get: () => void costly.push(name) });
  Object.assign(context, { costly });
  runInContext(
    `for (const name of Object.getOwnPropertyNames(Intl).filter((n) => /^[A-Z]/.test(n)))
       Intl[name] = new Proxy(Intl[name], { construct(target, given) { costly.push("Intl." + name); return new target(...given); } });
     globalThis.RegExp = new Proxy(RegExp, { construct(target, given) { if (/\\\\p\\{Script/.test(String(given[0]))) costly.push(String(given[0]).slice(0, 40)); return new target(...given); } });`,
    context,
  );
  runInContext(`${output[0].code}\nglobalThis.started = typeof worker.fetch;`, context);
  expect(context["started"]).toBe("function");
  expect(costly).toEqual([]);
});
