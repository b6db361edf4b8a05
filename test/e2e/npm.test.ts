import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve as resolvePath } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadHistory, stateAt } from "../../src/history/history.ts";
import { headlineSentence } from "../../src/language/en/headline.ts";
import { type Audience, audience, type Platform } from "../../src/model/index.ts";
import { resolve } from "../../src/policy/index.ts";
import { installPacked } from "./installed.ts";

/* The package as people use it: packed by npm, installed into an empty project without a network, run, typechecked, and loaded by a browser. */
const run = promisify(execFile);
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const { platforms, operators, release } = stateAt(loadHistory("data"));
const linkedin = platforms.find((p) => p.id === "linkedin") as Platform;

const TODAY = new Date().toISOString().slice(0, 10);
/** An adult on the free plan: in Germany today, in the United States today, in Germany before LinkedIn trained there. */
const AUDIENCES = [
  { region: "DE", asOf: TODAY },
  { region: "US", asOf: TODAY },
  { region: "DE", asOf: "2024-10-01" },
];
/** The server's answer, as JSON. */
function answerHere(record: Platform, who: Partial<Audience>): object {
  const resolved = resolve(
    record,
    audience(who),
    operators.find((o) => o.id === record.operator),
  );
  const headline = { ...resolved.headline, sentence: headlineSentence(record, resolved) };
  return JSON.parse(JSON.stringify({ ...resolved, headline })) as object;
}
const expected = AUDIENCES.map((who) => answerHere(linkedin, who));

let scratch: string;
let dir: string;
let installed: string;
const write = (name: string, text: string) => writeFileSync(join(dir, name), text);

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "npm-package-"));
  dir = join(scratch, "consumer");
  await run(process.execPath, ["src/entry/cli/adu.ts", "package", "--out", join(scratch, "package")]);
  await installPacked(dir, [join(scratch, "package")]);
  installed = join(dir, "node_modules/@ai-data-use/data");
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const node = async (script: string): Promise<string> => {
  write("script.js", script);
  return (await run(process.execPath, ["script.js"], { cwd: dir, maxBuffer: 64e6 })).stdout;
};

test("it installs alone, in the version of the release", () => {
  const { version, dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
    version: string;
    dependencies?: object;
  };
  expect([version.split(".").map(Number), dependencies]).toEqual([
    release.version.split(".").map(Number),
    undefined,
  ]);
  expect(readdirSync(join(dir, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
    "@ai-data-use",
  ]);
});

describe("in Node", () => {
  const answers = (imports: string, answer: string) =>
    node(
      `${imports}\nconsole.log(JSON.stringify(await Promise.all(${JSON.stringify(AUDIENCES)}.map(async (who) => ${answer}))));`,
    );

  test.each([
    [
      "the whole dataset",
      'import { platform, resolve } from "@ai-data-use/data";',
      'resolve(platform("linkedin"), who)',
    ],
    [
      "one record",
      'import { resolve } from "@ai-data-use/data/resolve.js"; import linkedin from "@ai-data-use/data/platforms/linkedin.js"; import operator from "@ai-data-use/data/operators/linkedin.js";',
      "resolve(linkedin, who, operator)",
    ],
    [
      "one record as JSON",
      'import { resolve } from "@ai-data-use/data"; import linkedin from "@ai-data-use/data/platforms/linkedin.json" with { type: "json" };',
      "resolve(linkedin, who)",
    ],
    [
      "records when they are asked for",
      'import { load, resolve } from "@ai-data-use/data/load.js"; const { platform, operator } = await load("linkedin");',
      "resolve(platform, who, operator)",
    ],
  ])("%s: LinkedIn answers three audiences as the server does", async (_, imports, answer) => {
    expect(JSON.parse(await answers(imports, answer))).toEqual(expected);
  });

  test("every platform answers as the server does, also where documents stand with its operator", async () => {
    expect(platforms.some((p) => JSON.stringify(p.practices).includes('"operator:'))).toBe(true);
    const who = { region: "DE", asOf: release.date };
    const here = platforms.map((p) => answerHere(p, who));
    const said = await node(`import { platforms, resolve } from "@ai-data-use/data";
console.log(JSON.stringify(platforms.map((p) => resolve(p, ${JSON.stringify(who)}))));`);
    expect(JSON.parse(said)).toEqual(here);
  });

  test("the example of the README prints what it says", async () => {
    const [, example = ""] =
      readFileSync(join(installed, "README.md"), "utf8").match(/```js\n(.*?)```/s) ?? [];
    const said = [...example.matchAll(/\/\/ (.+)$/gm)].map(([, line]) => line);
    expect((await node(example)).trim().split("\n")).toEqual(said);
  });

  test("what the package does not offer cannot be imported", async () => {
    await expect(node('import "@ai-data-use/data/shared.js";')).rejects.toThrow(
      "ERR_PACKAGE_PATH_NOT_EXPORTED",
    );
  });
});

test.each(["nodenext", "bundler"])(
  "a strict TypeScript project knows its types (%s), and they are the model's",
  async (resolution) => {
    const model = JSON.stringify(resolvePath("src/model/index.ts"));
    write(
      "consumer.ts",
      `import { audience, type Kind, type KindAnswer, type Operator, operators, otherAudiences, platform, type Platform, platforms, resolve, type Resolved, type Verdict, vocabulary } from "@ai-data-use/data";
import { load } from "@ai-data-use/data/load.js";
import child from "@ai-data-use/data/operators/linkedin.js";
import linkedin from "@ai-data-use/data/platforms/linkedin.js";
import json from "@ai-data-use/data/platforms/linkedin.json" with { type: "json" };
import { resolve as resolveAlone } from "@ai-data-use/data/resolve.js";
import type * as model from ${model};

const answer: Resolved = resolve(linkedin, { region: "DE", plan: "free" });
const verdict: Verdict = resolveAlone(json, audience(), child).headline.verdict;
const sentence: string = answer.headline.sentence;
const kinds: (Kind | Verdict)[] = answer.kinds.flatMap((k: KindAnswer) => [k.kind, k.otherModels.verdict]);
const definition: string = vocabulary.verdict[verdict].definition;
const steps: string[] | undefined = answer.practices[0]?.controls[0]?.steps;
const others: string[] = otherAudiences(linkedin, answer).flatMap((o) => o.values);
const name: string | undefined = (await load("linkedin"))?.platform.name;
export const all = [sentence, kinds, definition, steps, others, name];

// @ts-expect-error no such plan
resolve(linkedin, { plan: "premium" });
// @ts-expect-error there may be no such platform
platform("linkedin").name;
// @ts-expect-error no such field
linkedin.nam;

// Identical, not only assignable.
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export const same: [Same<Platform, Omit<model.Platform, "$schema">>, Same<Operator, Omit<model.Operator, "$schema">>] = [true, true];
export const typed: [readonly Platform[], readonly Operator[]] = [platforms, operators];
`,
    );
    const options = {
      strict: true,
      noEmit: true,
      target: "es2023",
      lib: ["es2023", "dom"],
      module: resolution === "bundler" ? "esnext" : resolution,
    };
    const compilerOptions = {
      ...options,
      moduleResolution: resolution,
      types: [],
      allowImportingTsExtensions: true,
      skipLibCheck: false,
    };
    write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
    const tsc = run(process.execPath, [resolvePath("node_modules/typescript/bin/tsc"), "-p", dir], {
      cwd: dir,
    });
    expect(
      await tsc.then(
        () => "",
        (error: { stdout: string }) => error.stdout,
      ),
    ).toBe("");
  },
);

describe("in a browser, from a static server, without a bundler", () => {
  const TYPES: Record<string, string> = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
  };
  let server: Server;
  let browser: Browser;
  let base: string;

  beforeAll(async () => {
    if (!existsSync(executablePath))
      throw new Error(`No browser at ${executablePath}: apt-get install chromium, or name one in CHROMIUM.`);
    server = createServer((req, res) => {
      const path = join(dir, new URL(req.url ?? "/", "http://localhost").pathname);
      if (!existsSync(path)) return void res.writeHead(404).end();
      res.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain" }).end(readFileSync(path));
    }).listen(0, "127.0.0.1");
    await new Promise((r) => server.once("listening", r));
    base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    browser = await chromium.launch({
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** A page that finds the package by an import map; gives its answers, and the records that it loaded. */
  const page = async (imports: string, answer: string) => {
    const map = {
      imports: {
        "@ai-data-use/data": "./node_modules/@ai-data-use/data/index.js",
        "@ai-data-use/data/": "./node_modules/@ai-data-use/data/",
      },
    };
    write(
      "page.html",
      `<!doctype html><link rel="icon" href="data:,"><script type="importmap">${JSON.stringify(map)}</script><script type="module">${imports}
globalThis.answers = await Promise.all(${JSON.stringify(AUDIENCES)}.map(async (who) => ${answer}));</script>`,
    );
    const tab = await browser.newPage();
    const errors: string[] = [];
    const records: string[] = [];
    tab.on("pageerror", (e) => errors.push(e.message));
    tab.on("console", (m) => m.type() === "error" && errors.push(m.text()));
    tab.on("request", (r) => {
      const [record] = r.url().match(/(platforms|operators)\/.*/) ?? [];
      if (record) records.push(record);
    });
    await tab.goto(`${base}/page.html`);
    await Promise.race([
      tab.waitForFunction("globalThis.answers"),
      new Promise((_, reject) => tab.on("pageerror", reject)),
    ]);
    const answers = await tab.evaluate("globalThis.answers");
    await tab.close();
    return { answers, records: records.sort(), errors };
  };
  const ONE = ["operators/linkedin.js", "platforms/linkedin.js"];

  test("the whole dataset", async () => {
    const { answers, records, errors } = await page(
      'import { platform, resolve } from "@ai-data-use/data";',
      'resolve(platform("linkedin"), who)',
    );
    expect([errors, answers, records.length]).toEqual([[], expected, platforms.length + operators.length]);
  });

  test("one record, with the code alone", async () => {
    const imports =
      'import { resolve } from "@ai-data-use/data/resolve.js"; import linkedin from "@ai-data-use/data/platforms/linkedin.js"; import operator from "@ai-data-use/data/operators/linkedin.js";';
    expect(await page(imports, "resolve(linkedin, who, operator)")).toEqual({
      answers: expected,
      records: ONE,
      errors: [],
    });
  });

  test("records when they are asked for", async () => {
    const imports =
      'import { load, lookup, resolve } from "@ai-data-use/data/load.js"; const { platform, operator } = await load(lookup("https://www.linkedin.com/feed/").platform.id);';
    expect(await page(imports, "resolve(platform, who, operator)")).toEqual({
      answers: expected,
      records: ONE,
      errors: [],
    });
  });
});
