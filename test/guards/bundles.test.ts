import { gzipSync } from "node:zlib";
import { type OutputChunk, rolldown } from "rolldown";
import { beforeAll, describe, expect, test } from "vitest";
import { ALIAS, PROGRAMS } from "../../src/entry/bundle/make.ts";

/** Libraries, and folders of the sources, that few requests or only publishing needs: not loaded at the start. */
const LATER = [
  ...["anafanafo", "badge-maker", "fast-xml-builder", "hyparquet-writer", "ical-generator", "jsonc-parser"],
  ...["@libsql/hrana-client", "swagger-ui-dist", "tldts", "transliteration", "uuid", "yaml"],
  ...["@opentelemetry", "prom-client", "@hono/zod-openapi"],
].map((name) => `node_modules/${name}/`);
const LATER_FOLDERS = ["records/checks/", "exports/", "history/migrations/", "entry/cli/"].map(
  (f) => `src/${f}`,
);

/** Modules that the start may load. Each costs: raise it only for what every request needs. */
const MOST_MODULES = 400;

/** What the Worker's script may have, in KiB after gzip, with the pages for people. */
const MOST_KIB = 327;

/** Whose code a bundle has of a module; without those of which nothing is left. */
const modulesOf = (chunk: OutputChunk): string[] =>
  Object.entries(chunk.modules)
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([id]) => id.replaceAll("\\", "/"));

describe("what the server loads at its start", () => {
  let modules: string[];
  beforeAll(async () => {
    await using bundle = await rolldown({ ...PROGRAMS.server, logLevel: "silent" });
    const { output } = await bundle.generate({ format: "esm" });
    const chunks = new Map(output.flatMap((o) => (o.type === "chunk" ? [[o.fileName, o] as const] : [])));
    const loaded = new Set<string>();
    const load = (name: string): void => {
      const chunk = chunks.get(name);
      if (!chunk || loaded.has(name)) return;
      loaded.add(name);
      chunk.imports.forEach(load);
    };
    load("server.js");
    modules = [...loaded].flatMap((name) => modulesOf(chunks.get(name) as OutputChunk));
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

describe("the Worker's script", () => {
  let script: OutputChunk;
  beforeAll(async () => {
    await using bundle = await rolldown({
      input: "src/entry/worker/d1.ts",
      platform: "browser",
      external: [/^(node|cloudflare):/, "fs", "util"],
      resolve: { alias: ALIAS, conditionNames: ["workerd", "worker", "browser", "import"] },
      logLevel: "silent",
    });
    const { output } = await bundle.generate({ format: "esm", minify: true, codeSplitting: false });
    script = output[0];
  });

  test(`has at most ${MOST_KIB} KiB after gzip`, () =>
    expect(gzipSync(script.code).length / 1024).toBeLessThanOrEqual(MOST_KIB));
  test("has no documents, no other languages of Zod and no fonts that badges do not use", () =>
    expect(
      modulesOf(script).filter((id) =>
        /\/schema\/[^/]+\.json$|\/zod\/.*\/locales\/(?!en\.)|anafanafo\/data/.test(id),
      ),
    ).toEqual([]));
});
