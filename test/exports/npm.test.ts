import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import fc from "fast-check";
import { publint } from "publint";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PackageFile } from "../../src/exports/npm/data.ts";
import { packageFiles, writePackage } from "../../src/exports/npm/write.ts";
import { semanticVersion } from "../../src/exports/version.ts";
import { historyOf, stateAt } from "../../src/history/history.ts";
import { headlineSentence } from "../../src/language/en/headline.ts";
import { type Audience, type Operator, type Platform, regionCodes } from "../../src/model/index.ts";
import { resolve as resolveHere } from "../../src/policy/index.ts";
import { arbAudience, arbPlatform, arbVariedPlatform } from "../fixtures/arbitrary.ts";
import { EDIT, testHistory } from "../fixtures/history.ts";
import {
  operator as inventedOperator,
  platform as inventedPlatform,
  policySource,
  practice,
  uses,
} from "../fixtures/records.ts";

/* The package of the second of two releases of the small invented dataset. */
type Index = typeof import("../../src/exports/npm/runtime/index.ts");
type Load = typeof import("../../src/exports/npm/runtime/load.ts");
type Bare = typeof import("../../src/exports/npm/runtime/resolve.ts");

const history = testHistory();
const state = stateAt(history);
let dir: string;
let root: string;
let files: PackageFile[];
let index: Index;
let load: Load;
let bare: Bare;

const loaded = async <T>(path: string): Promise<T> =>
  (await import(/* @vite-ignore */ pathToFileURL(join(root, path)).href)) as T;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "npm-package-"));
  root = join(dir, "package");
  files = await writePackage(root, state);
  [index, load, bare] = [await loaded("index.js"), await loaded("load.js"), await loaded("resolve.js")];
});
afterAll(() => rmSync(dir, { recursive: true }));

const alpha = () => index.platform("alpha") as Platform;
const withoutSchema = ({ $schema: _, ...rest }: Platform | Operator) => rest;

describe("what is written", () => {
  test("the same release gives the same bytes, regardless of later releases and edits", async () => {
    expect(await packageFiles(stateAt(testHistory(true)))).toEqual(files);
    const first = await packageFiles(stateAt(history, "2026.11.1"));
    expect(await packageFiles(stateAt(historyOf(history.head, history.ledgers.slice(0, 1))))).toEqual(first);
    const differ = first
      .filter((f) => f.text !== files.find((g) => g.path === f.path)?.text)
      .map((f) => f.path);
    expect(differ).toEqual([
      "README.md",
      "package.json",
      "platforms/alpha.js",
      "platforms/alpha.json",
      "release.js",
    ]);
  });

  test("modules and declarations import only files of the package, and nothing validates records", () => {
    const paths = new Set(files.map((f) => f.path));
    for (const { path, text } of files.filter((f) => /\.(js|ts|cts)$/.test(f.path))) {
      const code = text.replaceAll(/^ *\*.*$/gm, ""); // examples in comments import from outside
      const imported = [
        ...code.matchAll(/^(?:import|export) (?:[^"]* from )?"([^"]+)"|import\("([^"]+)"\)/gm),
      ].map(([, from, lazy]) => from ?? lazy ?? "");
      for (const target of imported) {
        const to = posix.join(posix.dirname(path), target);
        expect([target, paths.has(to) || paths.has(to.replace(/\.js$/, ".d.ts"))]).toEqual([
          expect.stringMatching(/^\.\.?\//),
          true,
        ]);
      }
      expect(text, path).not.toMatch(/\bzod\b|\$Zod|node:/i);
      expect(text, path).not.toMatch(/interface \w+\d/); // a duplicate type
    }
  });

  test("the code stays small: no list that only the server needs", () => {
    expect(
      files
        .filter((f) => ["index.js", "load.js", "resolve.js", "shared.js"].includes(f.path))
        .reduce((sum, f) => sum + f.text.length, 0),
    ).toBeLessThan(110_000);
  });

  test("licences and credit are inside", () => {
    const text = (path: string) => files.find((f) => f.path === path)?.text ?? "";
    expect([
      text("LICENSE"),
      text("LICENSE-DATA"),
      text("README.md"),
      index.attribution,
      index.licence,
    ]).toEqual([
      expect.stringContaining("MIT License"),
      expect.stringContaining("Creative Commons Attribution"),
      expect.stringContaining(index.attribution),
      expect.stringContaining("ODC-By"),
      expect.objectContaining({ id: "CC-BY-4.0" }),
    ]);
  });

  test.each([
    ["2026.01.3", "2026.1.3"],
    ["2026.11.2", "2026.11.2"],
    ["2026.10.10", "2026.10.10"],
  ])("release %s is version %s", (release, version) => expect(semanticVersion(release)).toBe(version));

  test("publint and are-the-types-wrong find nothing in the tarball", async () => {
    execFileSync("npm", ["pack", root, "--pack-destination", dir], { stdio: "pipe" });
    const tarball = new Uint8Array(readFileSync(join(dir, "ai-data-use-data-2026.11.2.tgz")));
    expect((await publint({ pack: { tarball: tarball.buffer }, strict: true })).messages).toEqual([]);
    const checked = await checkPackage(createPackageFromTarballData(tarball), {
      includeEntrypoints: [
        "./platforms/alpha.js",
        "./platforms/alpha.json",
        "./operators/child.js",
        "./operators/child.json",
      ],
    });
    // The package has ES modules only: resolvers without support for them or for `exports` do not count.
    const modern = (p: object) =>
      !("resolutionKind" in p && ["node10", "node16-cjs"].includes(String(p.resolutionKind)));
    expect(checked.types && "problems" in checked && checked.problems.filter(modern)).toEqual([]);
  });

  test("a bundler keeps only the records that are used", async () => {
    const bundled = async (code: string) => {
      const entry = {
        name: "entry",
        resolveId: (id: string) => (id === "entry" ? id : null),
        load: (id: string) => (id === "entry" ? code : null),
      };
      await using bundle = await rolldown({ input: "entry", plugins: [entry] });
      const { output } = await bundle.generate({ format: "esm" });
      return output.map((o) => (o.type === "chunk" ? o.code : "")).join("");
    };
    const one = await bundled(
      `import { resolve } from ${JSON.stringify(join(root, "index.js"))}; import alpha from ${JSON.stringify(join(root, "platforms/alpha.js"))}; console.log(resolve(alpha));`,
    );
    expect(["alpha.example.com", "delta.example"].map((domain) => one.includes(domain))).toEqual([
      true,
      false,
    ]);
    expect(
      await bundled(
        `import { platforms } from ${JSON.stringify(join(root, "index.js"))}; console.log(platforms);`,
      ),
    ).toContain("delta.example");
  });
});

describe("the whole dataset", () => {
  test("has the records of the release, without the field that only editors need", async () => {
    expect([index.platforms, index.operators, index.release]).toEqual([
      state.platforms.map(withoutSchema),
      state.operators.map(withoutSchema),
      state.release,
    ]);
    for (const record of state.platforms) {
      expect((await loaded<{ default: Platform }>(`platforms/${record.id}.js`)).default).toEqual(
        withoutSchema(record),
      );
      expect(JSON.parse(readFileSync(join(root, `platforms/${record.id}.json`), "utf8"))).toEqual(
        withoutSchema(record),
      );
    }
    for (const record of state.operators)
      expect((await loaded<{ default: Operator }>(`operators/${record.id}.js`)).default).toEqual(
        withoutSchema(record),
      );
  });

  test("finds records by current id, former id, and URL", () => {
    expect([
      index.platform("alpha")?.id,
      index.platform("alpha-old")?.id,
      index.platform("Alpha Old")?.id,
      index.platform("toString"),
      index.operator("child")?.name,
    ]).toEqual(["alpha", "alpha", "alpha", undefined, "Child"]);
    const found = (url: string) => {
      const match = index.lookup(url);
      return match && [match.platform.id, match.domain?.host];
    };
    expect(
      [
        "https://www.alpha.example.com/feed?x=1",
        "alpha.example.org",
        " ALPHA.EXAMPLE.ORG ",
        "https://other.example.com",
        "not a domain",
        "",
      ].map(found),
    ).toEqual([
      ["alpha", "alpha.example.com"],
      ["alpha", "alpha.example.org"],
      ["alpha", "alpha.example.org"],
      ["gamma", "example.com"],
      undefined,
      undefined,
    ]);
  });

  /** The policy's answer, with the sentence of the language that the package adds. */
  const answerHere = (record: Platform, who: Audience, owner?: Operator) => {
    const resolved = resolveHere(record, who, owner);
    return { ...resolved, headline: { ...resolved.headline, sentence: headlineSentence(record, resolved) } };
  };

  test("gives the server's answers for every record and audience", () => {
    fc.assert(
      fc.property(fc.constantFrom(...state.platforms), arbAudience, (record, who) => {
        const owner = state.operators.find((o) => o.id === record.operator);
        const here = answerHere(record, who, owner);
        const packaged = index.platform(record.id) as Platform;
        expect(index.resolve(packaged, who)).toEqual(here);
        expect(bare.resolve(packaged, who, owner)).toEqual(here);
      }),
    );
    fc.assert(
      fc.property(fc.oneof(arbPlatform, arbVariedPlatform), arbAudience, (record, who) => {
        expect(bare.resolve(record, who)).toEqual(answerHere(record, who));
      }),
    );
  });

  test("the answer has the release's edit and lists other audiences", () => {
    const answer = index.resolve(alpha(), { region: "DE", asOf: "2026-11-24" });
    expect([EDIT.after, answer.practices[0]?.defaultState, answer.practices[0]?.verdict]).toEqual([
      "asked",
      "asked",
      "asked",
    ]);
    expect(index.otherAudiences(alpha(), answer)).toContainEqual({
      facet: "age",
      values: ["minor"],
      verdict: "not-used",
      certainty: null,
      practices: [{ id: "training", verdict: "not-used" }],
    });
  });

  test("evidence leads to documents, and terms to their definitions", () => {
    const [ref = ""] = index.resolve(alpha()).practices[0]?.evidence.dataUse ?? [];
    expect(index.cite(ref, alpha())?.source.url).toBe(policySource.url);
    expect(index.vocabulary.verdict["no-choice"].definition).toMatch(/nothing this person/);
    expect(index.trainingPurposes).toContain("train-ai");
  });
});

describe("record by record", () => {
  test("the catalogue lists every platform, and each record comes with its operator's", async () => {
    expect(load.catalogue.map((e) => e.id)).toEqual(index.platforms.map((p) => p.id));
    for (const { id } of load.catalogue) {
      const record = index.platform(id) as Platform;
      expect(await load.load(id)).toEqual({ platform: record, operator: index.operator(record.operator) });
    }
    expect([
      (await load.load("alpha-old"))?.platform.id,
      await load.load("toString"),
      load.lookup("alpha.example.org")?.platform.name,
    ]).toEqual(["alpha", undefined, "Alpha"]);
  });

  test("an answer that cites the operator's documents needs that operator's record", () => {
    const owner = inventedOperator({ sources: [{ ...policySource, id: "shared" }] });
    const record = inventedPlatform(
      [
        practice([
          uses("all", "on", { evidence: { dataUse: ["operator:shared#ai"], defaultState: ["help"] } }),
        ]),
      ],
      { operator: owner.id },
    );
    expect(bare.resolve(record, {}, owner).practices[0]?.grade.dataUse).toBe("A");
    expect(() => bare.resolve(record)).toThrow(
      `example cites documents of its operator: pass operators/${owner.id}.js as the last argument.`,
    );
    expect(() => bare.resolve(record, {}, { ...owner, id: "another" })).toThrow(
      `example is run by ${owner.id}, not by another: pass operators/${owner.id}.js as the last argument.`,
    );
  });
});

describe("an audience", () => {
  test("has defaults, and accepts common spellings", () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(index.audience({ asOf: today })).toEqual({
      region: null,
      plan: "free",
      age: "adult",
      account: "signed-in",
      asOf: today,
    });
    expect(["de", "UK", "us_ca", "EEA", null].map((region) => index.audience({ region }).region)).toEqual([
      "DE",
      "GB",
      "US-CA",
      "EEA",
      null,
    ]);
  });

  test("regions are those of the server, with the subdivisions that records name", () => {
    expect(index.regions).toEqual([...regionCodes(), "US-CA"]);
    for (const region of index.regions) expect(index.audience({ region }).region).toBe(region);
  });

  test.each([
    [
      { region: "Germany" },
      'region: "Germany" is not an ISO 3166 code (DE, US-CA) or a group (EU, EEA); null is the rest of the world.',
    ],
    [{ region: "ZZ-AA" }, 'region: "ZZ-AA" is not an ISO 3166 code'],
    [{ region: "EU-DE" }, 'region: "EU-DE" is not an ISO 3166 code'],
    [{ region: 49 }, "region: 49 is not an ISO 3166 code"],
    [{ plan: "premium" }, 'plan: "premium" is not one of free, paid, business, enterprise, education, api.'],
    [{ age: 17 }, "age: 17 is not one of minor, adult."],
    [{ account: "toString" }, 'account: "toString" is not one of signed-in, signed-out, non-user.'],
    [{ asOf: "2024-02-30" }, 'asOf: "2024-02-30" is not a valid date (YYYY-MM-DD).'],
    [{ asOf: "2024" }, 'asOf: "2024" is not a valid date (YYYY-MM-DD).'],
    [{ regoin: "DE" }, 'regoin: "DE" is not part of an audience (region, plan, age, account, asOf).'],
  ])("that is not valid is an error, never the answer for a different person: %j", (given, message) => {
    expect(() => index.resolve(alpha(), given as object)).toThrow(RangeError);
    expect(() => index.audience(given as object)).toThrow(message);
  });
});
