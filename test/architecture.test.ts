import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

/*
 * Data flows one way: a folder imports only from folders of earlier steps. Folders of one
 * step do not import each other.
 */
const STEPS = [
  ["text"],
  ["model"],
  ["policy"],
  ["language"],
  ["records"],
  ["evidence"],
  ["history"],
  ["review", "authoring"],
  ["db"],
  ["api", "exports", "watch"],
  ["site"],
  ["mcp"],
  ["entry"],
];
const stepOf = (folder: string): number => STEPS.findIndex((folders) => folders.includes(folder));

/** Modules that a folder must not import. */
const FORBIDDEN: Record<string, RegExp> = {
  text: /^(node:|hono|@hono|drizzle|@libsql|wrangler|zod)/,
  model: /^(node:|hono|@hono|drizzle|@libsql|wrangler)/,
  policy: /^(node:|hono|@hono|drizzle|@libsql|wrangler)/,
  language: /^(node:|hono|@hono|drizzle|@libsql|wrangler)/,
  records: /^(hono|@hono|drizzle|@libsql|wrangler)/,
  evidence: /^(hono|@hono|drizzle|@libsql|wrangler)/,
  history: /^(hono|@hono|drizzle|@libsql|wrangler)/,
  db: /^(hono|@hono|wrangler)/,
  api: /^(node:|drizzle|@libsql|wrangler)/,
  site: /^(node:|drizzle|@libsql|wrangler)/,
  mcp: /^(node:|drizzle|@libsql|wrangler)/,
};

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
  (f) => /\.tsx?$/.test(f) && !f.endsWith(".test.ts"),
);
const imports = files.flatMap((file) => {
  const text = readFileSync(join("src", file), "utf8");
  // Type-only imports are erased and have no effect at run time.
  return [
    ...text.matchAll(/(import|export)\s+(type\s)?[^"'`;]*?from\s+"([^"]+)"|import\s*\(?\s*"([^"]+)"/g),
  ].map(([, , types, from, bare]) => ({ file, target: from ?? bare ?? "", types: types !== undefined }));
});
const folderOf = (path: string): string => path.split("/")[0] as string;
const local = imports
  .filter(({ target }) => target.startsWith("."))
  .map(({ file, target, types }) => ({ file, to: normalize(join(dirname(file), target)), types }))
  .filter(({ to }) => !to.startsWith(".."));

/** One cycle in a graph, as the nodes on it; undefined where there is none. */
function cycleIn(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const done = new Set<string>();
  const visit = (node: string, path: string[]): string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of edges.get(node) ?? []) {
      const found = visit(next, [...path, node]);
      if (found) return found;
    }
    done.add(node);
    return undefined;
  };
  for (const node of edges.keys()) {
    const found = visit(node, []);
    if (found) return found;
  }
  return undefined;
}

/** The imports between the nodes to which `nodeOf` assigns files. */
function graph(nodeOf: (path: string) => string): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const { file, to } of local) {
    const [a, b] = [nodeOf(file), nodeOf(to)];
    if (a !== b) edges.set(a, (edges.get(a) ?? new Set()).add(b));
  }
  return edges;
}

describe("the source tree", () => {
  test("has only folders that are in the plan", () =>
    expect([...new Set(files.map(folderOf))].filter((folder) => stepOf(folder) === -1)).toEqual([]));

  test("imports go one way", () => {
    const wrong = local.filter(
      ({ file, to }) => folderOf(file) !== folderOf(to) && stepOf(folderOf(to)) >= stepOf(folderOf(file)),
    );
    expect(wrong).toEqual([]);
  });

  test("has no cycle between files", () => expect(cycleIn(graph((path) => path))).toBeUndefined());

  test("has no cycle between the folders inside a folder", () => {
    for (const top of STEPS.flat()) {
      // A file beside folders counts as a node of its own: an index may import the folders below it.
      const inside = (path: string): string => {
        const [first, second, third] = path.split("/") as [string, string, string?];
        return first !== top ? "elsewhere" : third === undefined ? path : `${first}/${second}`;
      };
      const edges = graph(inside);
      edges.delete("elsewhere");
      expect(cycleIn(edges), top).toBeUndefined();
    }
  });

  test("folders import only the libraries they need", () => {
    expect(imports.filter(({ file, target }) => FORBIDDEN[folderOf(file)]?.test(target))).toEqual([]);
  });

  test("the Worker's code does not import Node modules", () => {
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const { to } of local.filter((i) => i.file === file && !i.types)) visit(to);
    };
    visit("entry/worker/d1.ts");
    expect(imports.filter(({ file, target }) => reached.has(file) && target.startsWith("node:"))).toEqual([]);
  });
});
