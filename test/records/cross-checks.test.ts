import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Exception, Operator, Platform, PlatformEvent, Rule, Source } from "../../src/model/index.ts";
import { parseRecord, parseText, type RecordFile } from "../../src/records/files.ts";
import { formatProblem } from "../../src/records/problems.ts";
import { validate } from "../../src/records/validate.ts";
import {
  event,
  hosts,
  newsSource,
  operator,
  platform,
  policySource,
  practice,
  rule,
} from "../fixtures/records.ts";

/* Checks that weigh evidence against what it should prove, and records against each other; and what excepts from them. */
const TODAY = "2026-11-24";
const fileOf = (value: Platform | Operator, kind: RecordFile["kind"]): RecordFile =>
  parseRecord(kind, value.id, `data/${kind}s/${value.id}.json`, JSON.stringify(value, null, 2));
const exceptionsOf = (exceptions: unknown[]) =>
  parseText(
    "data/exceptions.json",
    JSON.stringify({ $schema: "../schema/exceptions.schema.json", exceptions }, null, 2),
  );
const run = (platforms: Platform[], operators: Operator[] = [operator()], exceptions: unknown[] = []) =>
  validate(
    [...platforms.map((p) => fileOf(p, "platform")), ...operators.map((o) => fileOf(o, "operator"))],
    TODAY,
    exceptionsOf(exceptions),
  ).problems;
const codes = (...given: Parameters<typeof run>) => run(...given).map((p) => p.code);

describe("EVD005: evidence older than the change", () => {
  const since = (source: Partial<Source>, from = "2025-06") =>
    codes([
      platform([practice([rule("new", { when: { from } }), rule("before")])], {
        sources: [{ ...policySource, ...source }],
      }),
    ]);
  const copy = (captured: string) => ({
    copies: [{ ...(policySource.copies?.[0] as NonNullable<Source["copies"]>[number]), captured }],
  });

  test("a copy of before the first day cannot prove it", () => expect(since({})).toEqual(["EVD005"]));
  test("one of that day or later can", () => {
    expect(since(copy("2025-06-01"))).toEqual([]);
    expect(since(copy("2025-05-31"))).toEqual(["EVD005"]);
  });
  test("a document that gives itself a day can announce it", () => {
    expect(since({ published: "2025-06-01" })).toEqual([]);
    expect(since({ published: "2025-05" })).toEqual(["EVD005"]);
    expect(since({ published: "2025" })).toEqual([]);
  });
  test("an announcement speaks of what is to come", () =>
    expect(since({ kind: "announcement" })).toEqual([]));
  test("what was seen later counts, and what nothing dates is not called older", () => {
    const help: Source = {
      id: "help",
      kind: "help",
      title: "Help",
      publisher: "Example",
      url: "https://example.com/help",
    };
    const citing = (more: Partial<Source>) =>
      codes([
        platform(
          [
            practice([
              rule("new", { when: { from: "2025-06" }, evidence: { dataUse: ["policy#ai", "help"] } }),
              rule("before"),
            ]),
          ],
          {
            sources: [policySource, { ...help, ...more }],
          },
        ),
      ]);
    expect(citing({ seen: "2025-07-01" })).toEqual([]);
    expect(citing({})).toEqual([]);
    expect(citing({ seen: "2024" })).toEqual(["EVD005"]);
  });
  test("only the copy in which the passage was read counts", () => {
    const { copies = [], passages = [] } = policySource;
    const [first, passage] = [copies[0] as (typeof copies)[number], passages[0] as (typeof passages)[number]];
    const two = [first, { ...first, captured: "2025-07-01" }];
    expect(since({ copies: two })).toEqual(["EVD005"]);
    expect(since({ copies: two, passages: [{ ...passage, copy: 1 }] })).toEqual([]);
  });
  test("an event in force needs evidence of that day, unless it was known before", () => {
    const happened = (dates: PlatformEvent["dates"]) =>
      codes([
        platform([practice([rule("all")])], {
          sources: [policySource],
          events: [event("e", "terms-changed", dates, { evidence: ["policy#ai"] })],
        }),
      ]);
    expect(happened({ effective: "2025-06" })).toEqual(["EVD005"]);
    expect(happened({ effective: "2025-06", announced: "2024-12" })).toEqual([]);
    expect(happened({ effective: "2024-12" })).toEqual([]);
  });
});

describe("EVD006: evidence for other regions", () => {
  const resting = (regions: string[], ...documents: (string[] | undefined)[]) => {
    const sources = documents.map((theirs, i) => ({
      ...newsSource,
      id: `s${i}`,
      kind: "policy" as const,
      ...(theirs && { when: { regions: theirs } }),
    }));
    return codes([
      platform(
        [
          practice([
            rule("here", { when: { regions }, evidence: { dataUse: sources.map((s) => s.id) } }),
            rule("rest", { evidence: { dataUse: ["s0"] } }),
          ]),
        ],
        {
          sources,
        },
      ),
    ]);
  };
  test("a rule for Europe does not rest on the American notice", () => {
    expect(resting(["EEA"], ["US"])).toEqual(["EVD006"]);
    expect(resting(["EU", "CH"], ["US"], ["BR"])).toEqual(["EVD006"]);
  });
  test("one document that is for them, or for everyone, is enough", () => {
    expect(resting(["EEA"], ["US"], ["EEA"])).toEqual([]);
    expect(resting(["EEA"], ["US"], undefined)).toEqual([]);
  });
  test("groups, their members, and parts of countries meet", () => {
    expect(resting(["EEA"], ["DE"])).toEqual([]);
    expect(resting(["DE"], ["EU"])).toEqual([]);
    expect(resting(["US-CA"], ["US"])).toEqual([]);
    expect(resting(["US"], ["US-CA"])).toEqual([]);
    expect(resting(["GB"], ["EU"])).toEqual(["EVD006"]);
    expect(resting(["US-CA"], ["US-TX"])).toEqual(["EVD006"]);
  });
  test("the message names both", () => {
    const sources: Source[] = [{ ...policySource, when: { regions: ["US"] } }];
    const [p] = run([
      platform([practice([rule("eu", { when: { regions: ["EEA"] } }), rule("rest")])], { sources }),
    ]);
    expect(p).toMatchObject({
      found: "evidence for United States of America only",
      expected: "a document that is for European Economic Area",
    });
  });
});

const other = (rules: Rule[], rest: Partial<Platform> = {}): Platform =>
  platform([practice(rules)], {
    id: "other",
    domains: hosts("other.example"),
    sources: [policySource],
    ...rest,
  });
const one = (...rules: Rule[]): Platform => platform([practice(rules)], { sources: [policySource] });

describe("CON001: the same words, another conclusion", () => {
  const denial = rule("all", { dataUse: "does-not-use" });
  test("is found at the later record, and names the earlier", () => {
    expect(run([one(rule("all")), other([denial])]).map((p) => `${p.file} ${p.place} ${p.found}`)).toEqual([
      'data/platforms/other.json /practices/@training/rules/@all/evidence/dataUse/@policy#ai "does-not-use" from "policy#ai", from which example (all) concludes "not-stated"',
    ]);
  });
  test("is not reported for another operator, purpose or passage, or for the same conclusion", () => {
    const elsewhere = [operator(), operator({ id: "else", name: "Else" })];
    expect(codes([one(rule("all")), other([denial], { operator: "else" })], elsewhere)).toEqual([]);
    const reviewed = practice([rule("all")]);
    const review = practice([denial], { id: "review", purpose: "human-review" });
    expect(codes([one(rule("all")), other([], { practices: [reviewed, review] })])).toEqual([]);
    const passage = policySource.passages?.[0] as NonNullable<Source["passages"]>[number];
    expect(
      codes([
        one(rule("all")),
        other([denial], {
          sources: [{ ...policySource, passages: [{ ...passage, sha256: "cd".repeat(32) }] }],
        }),
      ]),
    ).toEqual([]);
    expect(codes([one(denial), other([denial])])).toEqual([]);
  });
  test("is not reported where no person is answered by both rules", () => {
    const minors = rule("minors", { when: { age: "minor" }, dataUse: "does-not-use" });
    expect(codes([one(minors, rule("all")), other([minors, rule("all")])])).toEqual([]);
    expect(codes([one(rule("all")), other([minors, rule("all")])])).toEqual(["CON001"]);
  });
  test("is found in a document that the operator shares, too", () => {
    const shared = operator({ sources: [policySource] });
    const citing = (dataUse: Rule["dataUse"]) =>
      rule("all", { dataUse, evidence: { dataUse: ["operator:policy#ai"] } });
    const pair = [
      platform([practice([citing("not-stated")])], { sources: [] }),
      other([citing("does-not-use")], { sources: [] }),
    ];
    expect(codes(pair, [shared])).toEqual(["CON001"]);
  });
  test("a hundred platforms with one table are reported once each, compared with the first only", () => {
    const many = Array.from({ length: 100 }, (_, i) =>
      other([denial], { id: `p${i}`, domains: hosts(`p${i}.example`) }),
    );
    const found = run([one(rule("all")), ...many]);
    expect(found).toHaveLength(100);
    expect(new Set(found.map((p) => p.found)).size).toBe(1);
  });
});

describe("exceptions", () => {
  const pointer = "/practices/@training/rules/@all/evidence/dataUse/@policy#ai";
  const exception: Exception = {
    code: "CON001",
    record: "platforms/other",
    pointer,
    reason: "Another service.",
  };
  const denial = rule("all", { dataUse: "does-not-use" });
  const pair = (...rules: Rule[]) => [one(rule("all")), other([...rules, denial])];

  test("are described for editors by a JSON Schema, which the dataset's keep to", () => {
    const valid = new Ajv2020.default({ strict: false }).compile(
      JSON.parse(readFileSync("schema/exceptions.schema.json", "utf8")),
    );
    expect(valid(JSON.parse(readFileSync("data/exceptions.json", "utf8")))).toBe(true);
    expect(
      valid({
        $schema: "../schema/exceptions.schema.json",
        exceptions: [{ ...exception, reason: undefined }],
      }),
    ).toBe(false);
  });
  test("silence the finding", () => expect(codes(pair(), undefined, [exception])).toEqual([]));
  test("go on silencing it when its rule moves", () => {
    expect(codes(pair(rule("eu", { when: { regions: ["EU"] } })), undefined, [exception])).toEqual([]);
  });
  test("silence that finding only", () => {
    const twice = [...pair(), other([denial], { id: "third", domains: hosts("third.example") })];
    expect(run(twice, undefined, [exception]).map((p) => p.file)).toEqual(["data/platforms/third.json"]);
  });
  test("that are no longer needed are errors", () => {
    expect(codes([one(rule("all")), other([rule("all")])], undefined, [exception])).toEqual(["EXC003"]);
    expect(codes(pair(), undefined, [exception, exception])).toEqual(["EXC003"]);
  });
  test("are not called unneeded while a record cannot be read", () => {
    const [a, b] = pair() as [Platform, Platform];
    expect(codes([a, { ...b, name: "" }], undefined, [exception])).toEqual(["SCH005"]);
  });
  test("apply until the day before they should be reviewed", () => {
    expect(codes(pair(), undefined, [{ ...exception, until: "2026-11-25" }])).toEqual([]);
    expect(codes(pair(), undefined, [{ ...exception, until: "2026-11-24" }])).toEqual(["EXC004"]);
  });
  test("cannot be made from what code relies on", () => {
    const broken = one(rule("all", { evidence: { dataUse: ["policy#ai", "nowhere"] } }));
    const asked = {
      ...exception,
      code: "REF002",
      record: "platforms/example",
      pointer: "/practices/@training/rules/@all/evidence/dataUse/@nowhere",
    };
    expect(codes([broken], undefined, [asked]).sort()).toEqual(["EXC002", "REF002"]);
  });
  test("say what is wrong with them at their line", () => {
    const [p] = run(pair(), undefined, [exception, { ...exception, record: "platforms/ohter" }]);
    expect(p && formatProblem(p)).toBe(
      'data/exceptions.json:12:17 EXC002 at /exceptions/1/record\n    found:    the record "platforms/ohter"\n    expected: one of platforms/example, platforms/other, operators/example-corp\n    fix:      Did you mean "platforms/other"?',
    );
  });
});
