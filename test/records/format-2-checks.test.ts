import { describe, expect, test } from "vitest";
import type { Control, Exception, Platform, Practice, Rule, Source } from "../../src/model/index.ts";
import { parseRecord, parseText } from "../../src/records/files.ts";
import { validate } from "../../src/records/validate.ts";
import {
  control,
  event,
  operator,
  platform,
  policySource,
  practice,
  rule,
  uses,
} from "../fixtures/records.ts";

/* Checks on kinds of data, on where a control is found, and on what was read. */
const TODAY = "2026-11-24";
const findings = (p: Platform, exceptions: Exception[] = []) =>
  validate(
    [
      parseRecord("platform", p.id, `data/platforms/${p.id}.json`, JSON.stringify(p, null, 2)),
      parseRecord("operator", "example-corp", "example-corp.json", JSON.stringify(operator(), null, 2)),
    ],
    TODAY,
    parseText(
      "data/exceptions.json",
      JSON.stringify({ $schema: "../schema/exceptions.schema.json", exceptions }),
    ),
  ).problems;
const codes = (p: Platform) => findings(p).map((x) => x.code);

type Data = NonNullable<Rule["data"]>;
const using = (includes: Data["includes"], excludes: Data["excludes"] = [], rest: Partial<Rule> = {}): Rule =>
  uses("all", "no-choice", {
    data: { includes, excludes },
    evidence: { dataUse: ["policy#ai"], defaultState: ["help"], data: ["policy#ai"] },
    ...rest,
  });
const about = (kinds: Practice["kinds"], ...rules: Rule[]) => codes(platform([practice(rules, { kinds })]));

describe("kinds of data", () => {
  test("formats and qualifiers belong to no kind", () =>
    expect(about(["published"], using(["photos", "posts", "deidentified-data"]))).toEqual([]));
  test("a kind is excluded only where every use excludes it", () => {
    const before = using(["private-messages"], [], { id: "before" });
    const excluding = using(["posts"], ["private-messages"], { id: "new", when: { from: "2025" } });
    expect(about(["published", "messages"], excluding, before)).not.toContain("KND002");
    expect(about(["published", "messages"], using(["posts"], ["private-messages"]))).toEqual(["KND002"]);
  });
  test("a part of a kind can be excluded", () =>
    expect(about(["account"], using(["profile"], ["payment-data"]))).toEqual([]));
  test("a denial excludes nothing", () =>
    expect(
      about(
        ["published"],
        rule("all", { dataUse: "does-not-use", evidence: { dataUse: ["policy#ai", "help"] } }),
      ),
    ).toEqual([]));
});

describe("people without an account", () => {
  test("are not answered from what only members have", () => {
    expect(about(["published", "activity"], using(["posts"]))).toEqual(["KND003"]);
    expect(about(["published", "from-others"], using(["posts"]))).toEqual(["KND003"]);
  });
  test("are answered from what they can have, or where the documents do not name the data", () => {
    expect(about(["published", "activity"], using(["posts", "usage"]))).toEqual([]);
    expect(about(["published", "activity"], using([]))).toEqual([]);
  });
  test("can have a rule of their own", () => {
    const members = using(["posts"], [], { id: "members", when: { account: "signed-in" } });
    expect(about(["published", "activity"], members, rule("rest"))).toEqual([]);
  });
  test("can be answered about any data by a rule that names them", () => {
    const visitors = using(["posts"], [], { id: "visitors", when: { account: "signed-out" } });
    const rest = using(["posts", "usage"], [], { id: "rest" });
    expect(about(["published", "activity"], visitors, rest)).toEqual([]);
  });
  test("do not concern a practice about content alone", () =>
    expect(about(["published", "messages"], using(["posts"]))).toEqual([]));
});

describe("where a control is found", () => {
  const having = (rest: Partial<Control>) =>
    codes(platform([practice([uses("all", "on", { controls: ["s"] })])], { controls: [control("s", rest)] }));
  test("a setting or form has an address, or is in the app only", () => {
    expect(having({ url: undefined })).toEqual(["CTL002"]);
    expect(having({ url: undefined, kind: "form", protectsWhen: undefined })).toEqual(["CTL002"]);
    expect(having({ url: undefined, friction: ["app-only"] })).toEqual([]);
    expect(having({ url: undefined, kind: "email", protectsWhen: undefined })).toEqual([]);
  });
});

describe("an opt-out in a cited passage", () => {
  const passage = (id: string, start: string) => ({
    id,
    copy: 0,
    start,
    end: "to train",
    sha256: "cd".repeat(32),
  });
  const offer = (id: string, start: string): Source => ({
    ...policySource,
    id: "offer",
    passages: [passage(id, start)],
  });
  const cites = (source: Source, rest: Partial<Platform> = {}) =>
    codes(
      platform([practice([rule("all", { evidence: { dataUse: [`offer#${source.passages?.[0]?.id}`] } })])], {
        sources: [source],
        ...rest,
      }),
    );
  test.each([
    ["opt-out", "we use"],
    ["object-ai", "we use"],
    ["ai", "unless you opt out of"],
    ["ai", "you have the right to object to"],
  ])("%s, “%s”: found", (id, start) => expect(cites(offer(id, start))).toEqual(["CTL003"]));
  test.each([
    ["objects", "we recognise objects in"],
    ["ai", "the object of these terms"],
  ])("%s, “%s”: not an offer", (id, start) => expect(cites(offer(id, start))).toEqual([]));
  test("is answered by a control that rests on the source", () => {
    const source = offer("opt-out", "we use");
    expect(
      codes(
        platform(
          [
            practice([
              uses("all", "on", {
                controls: ["s"],
                evidence: { dataUse: ["offer#opt-out"], defaultState: ["offer"] },
              }),
            ]),
          ],
          { sources: [source], controls: [control("s", { evidence: ["offer"] })] },
        ),
      ),
    ).toEqual([]);
  });
});

describe("the day of the copy", () => {
  const copy = policySource.copies?.[0] as NonNullable<Source["copies"]>[number];
  const since = (from: string, source: Partial<Source>) =>
    codes(
      platform([practice([rule("new", { when: { from } }), rule("before")])], {
        sources: [{ ...policySource, ...source }],
      }),
    );
  test("is not the first day where the document gives an earlier one", () => {
    expect(since("2025-01-01", { published: "2024-12-20" })).toEqual(["DAT005"]);
    expect(since("2025-01-01", { published: "2024-12" })).toEqual(["DAT005"]);
  });
  test("is right where the document gives none, the same, or one that is long past", () => {
    expect(since("2025-01-01", {})).toEqual([]);
    expect(since("2025-01-01", { published: "2025-01-01" })).toEqual([]);
    expect(since("2025-01-01", { published: "2022" })).toEqual([]);
    expect(since("2024-12-31", { published: "2024-12-20" })).toEqual([]);
  });
  test("says nothing where another copy is cited too", () => {
    const second: Source = { ...policySource, id: "second", copies: [{ ...copy, path: "Other.md" }] };
    const both = rule("new", {
      when: { from: "2025-01-01" },
      evidence: { dataUse: ["policy#ai", "second#ai"] },
    });
    expect(
      codes(
        platform([practice([both, rule("before")])], {
          sources: [{ ...policySource, published: "2024-12-20" }, second],
        }),
      ),
    ).toEqual([]);
  });
  test("counts for an event that has no other date", () => {
    const happened = (dates: Parameters<typeof event>[2]) =>
      codes(
        platform([practice([rule("all")])], {
          sources: [{ ...policySource, published: "2024-12-20" }],
          events: [event("e", "terms-changed", dates, { evidence: ["policy#ai"] })],
        }),
      );
    expect(happened({ observed: "2025-01-01" })).toEqual(["DAT005"]);
    expect(happened({ observed: "2025-01-01", effective: "2024-12-20" })).toEqual([]);
  });
});

describe("what was not read", () => {
  const noted = (note: string) => platform([practice([rule("all", { note })])], { sources: [policySource] });
  test("is found where it is an older or newer copy", () => {
    expect(codes(noted("The policy is silent. Earlier versions were not read."))).toEqual(["TXT001"]);
    expect(codes(noted("We did not read newer copies of the page."))).toEqual(["TXT001"]);
  });
  test("is an open matter where it is another document", () =>
    expect(codes(noted("Organisations have their own agreement, which we did not read."))).toEqual([]));
  test("is found in open questions, and can be excepted", () => {
    const p = platform([practice([rule("all")])], {
      sources: [policySource],
      review: { verified: "2026-11-01", openQuestions: ["Older terms were not read."] },
    });
    const [found] = findings(p);
    expect(found?.pointer).toBe("/review/openQuestions/0");
    const exception: Exception = {
      code: "TXT001",
      record: "platforms/example",
      pointer: found?.place ?? "",
      reason: "No archive has them.",
    };
    expect(findings(p, [exception])).toEqual([]);
  });
});
