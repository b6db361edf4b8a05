import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Operator, Platform, Rule, Source } from "../../src/model/index.ts";
import { CHECKS } from "../../src/records/checks/index.ts";
import { FILE_CHECKS } from "../../src/records/file-checks.ts";
import { parseRecord, type RecordFile, readText, type TextFile } from "../../src/records/files.ts";
import { formatProblem } from "../../src/records/problems.ts";
import { validate } from "../../src/records/validate.ts";
import {
  control,
  event,
  hosts,
  newsSource,
  operator,
  platform,
  policySource,
  practice,
  rule,
  uses,
} from "../fixtures/records.ts";

const passage = (id: string, start: string) => ({
  id,
  copy: 0,
  start,
  end: "to train",
  sha256: "cd".repeat(32),
});

const TODAY = "2026-11-24";
const fileOf = (
  value: object,
  kind: "platform" | "operator" = "platform",
  id = (value as { id: string }).id,
): RecordFile => parseRecord(kind, id, `data/${kind}s/${id}.json`, JSON.stringify(value, null, 2));
const good = (rest: Partial<Platform> = {}): Platform =>
  platform([practice([uses("all", "on", { controls: ["s"] })])], { controls: [control("s")], ...rest });
const problemsOf = (p: object, o: Operator[] = [operator()], others: Platform[] = []) =>
  validate([fileOf(p), ...o.map((x) => fileOf(x, "operator")), ...others.map((x) => fileOf(x))], TODAY)
    .problems;
const codes = (p: object, o?: Operator[], others?: Platform[]) => [
  ...new Set(problemsOf(p, o, others).map((x) => x.code)),
];
const withRules = (rules: Parameters<typeof practice>[0], rest: Partial<Platform> = {}) =>
  good({ practices: [practice(rules)], controls: [], ...rest });

/** A record whose rule rests on the passage that every example cites, with another conclusion. */
const sameWords = (dataUse: Rule["dataUse"], rest: Partial<Rule> = {}): Partial<Platform> => ({
  practices: [practice([rule("all", { dataUse, ...rest })])],
  controls: [],
  sources: [policySource],
});

test("a good record has no problems", () => expect(problemsOf(good())).toEqual([]));

test("an empty object is rejected, once for each field that it lacks", () => {
  const found = validate([fileOf({}, "platform", "empty")], TODAY).problems;
  expect(found.map((p) => p.code)).toEqual(Array.from({ length: found.length }, () => "SCH001"));
  expect(found.map((p) => p.expected).join()).toContain('the field "practices"');
});

describe("each check fires", () => {
  const fileCodes = (file: TextFile): string[] =>
    validate([{ kind: "platform", id: "example", ...file }], TODAY).problems.map((p) => p.code);
  const used = uses("all", "on", { controls: ["s"] });
  const named = (
    includes: NonNullable<Rule["data"]>["includes"],
    excludes: NonNullable<Rule["data"]>["excludes"] = [],
  ): Rule => ({
    ...used,
    data: { includes, excludes },
    evidence: { ...used.evidence, data: ["policy#ai"] },
  });
  const offer: Source = { ...policySource, id: "offer", passages: [passage("opt-out", "you can opt out")] };
  const cases: Record<string, () => string[]> = {
    FIL001: () => fileCodes(readText("test/records")),
    FIL002: () => fileCodes(readText("test/fixtures/broken/encoding-byte-order-mark.json")),
    TXT002: () => codes(good({ summary: "An\u200b example." })),
    TXT003: () => codes(good({ summary: "Cafe\u0301s." })),
    TXT004: () => codes(good({ summary: "CafÃ©s." })),
    TXT005: () => codes(good({ summary: "=HYPERLINK(1)" })),
    JSN001: () =>
      validate([parseRecord("platform", "x", "x.json", '{"id": 1,}')], TODAY).problems.map((p) => p.code),
    JSN002: () =>
      validate([parseRecord("platform", "x", "x.json", '{"id": "x", "id": "y"}')], TODAY).problems.map(
        (p) => p.code,
      ),
    SCH001: () => codes({ ...good(), name: undefined }),
    SCH002: () => codes({ ...good(), sumary: "x" }),
    SCH003: () => codes({ ...good(), category: "social-netwrok" }),
    SCH004: () => codes({ ...good(), domains: "example.com" }),
    SCH005: () => codes({ ...good(), domains: hosts("https://example.com") }),
    IDS001: () =>
      validate([fileOf(good(), "platform", "other"), fileOf(operator(), "operator")], TODAY).problems.map(
        (p) => p.code,
      ),
    IDS002: () => codes(good({ controls: [control("s"), control("s")] })),
    IDS003: () => codes(good({ sources: [...good().sources, policySource] })),
    REF001: () => codes(good(), []),
    REF002: () =>
      codes(withRules([rule("all", { evidence: { dataUse: ["polcy#ai", "policy#ai", "help"] } })])),
    REF003: () => codes(good({ practices: [practice([{ ...used, controls: ["s", "t"] }])] })),
    REF004: () =>
      codes(good({ events: [event("e", "announced", { announced: "2024" }, { practices: ["trainig"] })] })),
    REF005: () =>
      codes(
        good({
          sources: [
            {
              ...policySource,
              passages: [{ ...(policySource.passages?.[0] as never as object), copy: 3 } as never],
            },
            good().sources[1] as never,
          ],
        }),
      ),
    REF006: () => codes(good(), [operator({ parent: "nobody" })]),
    REF007: () => codes(good({ controls: [control("s"), control("unused")] })),
    SCH006: () =>
      codes(
        withRules([
          ...["AU", "BR", "CA", "CH", "GB", "IN", "JP", "KR", "MX", "NZ"].map((place) =>
            rule(place.toLowerCase(), { when: { regions: [place] } }),
          ),
          ...(["paid", "business", "enterprise", "education", "api"] as const).map((plan) =>
            rule(plan, { when: { plans: [plan] } }),
          ),
          ...(["signed-out", "non-user"] as const).map((account) => rule(account, { when: { account } })),
          rule("minors", { when: { age: "minor" } }),
          ...Array.from({ length: 12 }, (_, n) => rule(`from-${n}`, { when: { from: `${2010 + n}` } })),
          rule("rest"),
        ]),
      ),
    PRA001: () => codes(withRules([rule("all"), rule("never")])),
    PRA002: () =>
      codes(
        withRules([rule("eu", { when: { regions: ["EU"] }, evidence: { dataUse: ["policy#ai", "help"] } })]),
      ),
    PRA003: () =>
      codes(
        withRules([
          rule("a", {
            when: { from: "2024", until: "2025-06" },
            evidence: { dataUse: ["policy#ai", "help"] },
          }),
          rule("b", { when: { from: "2025", until: "2026" } }),
          rule("c"),
        ]),
      ),
    PRA004: () =>
      codes(withRules([rule("all", { dataUse: "uses", evidence: { dataUse: ["policy#ai", "help"] } })])),
    PRA005: () => codes(withRules([uses("all", "on")])),
    PRA006: () => codes(good({ practices: [practice([used], { purpose: "human-review" })] })),
    PRA007: () => codes(good({ practices: [practice([{ ...used, dataUse: "may-use" }])] })),
    PRA008: () => codes(good({ practices: [practice([{ ...used, onlyModels: "models that imitate" }])] })),
    PRA009: () =>
      codes(
        good({
          practices: [
            practice([rule("all")], { purpose: "allow-third-party-crawlers", recipients: ["public"] }),
          ],
        }),
      ),
    KND001: () => codes(good({ practices: [practice([named(["private-messages"])])] })),
    KND002: () =>
      codes(
        good({
          practices: [
            practice([named(["posts"], ["private-messages"])], { kinds: ["published", "messages"] }),
          ],
        }),
      ),
    KND003: () =>
      codes(good({ practices: [practice([named(["posts"])], { kinds: ["published", "activity"] })] })),
    CTL002: () => codes(good({ controls: [control("s", { url: undefined })] })),
    CTL003: () =>
      codes(withRules([rule("all", { evidence: { dataUse: ["offer#opt-out"] } })], { sources: [offer] })),
    DAT005: () =>
      codes(
        withRules([rule("new", { when: { from: "2025-01-01" } }), rule("before")], {
          sources: [{ ...policySource, published: "2024-12-20" }],
        }),
      ),
    TXT001: () => codes(withRules([rule("all", { note: "Older copies were not read." })])),
    CTL001: () => codes(good({ controls: [control("s", { protectsWhen: undefined })] })),
    DAT001: () => codes(good({ controls: [control("s", { when: { from: "2025", until: "2024" } })] })),
    DAT002: () => codes(good({ events: [event("e", "reported", { observed: "2027-01-01" })] })),
    DAT003: () =>
      codes(good({ sources: [policySource, { ...(good().sources[1] as object), seen: "2027" } as never] })),
    DAT004: () =>
      codes(good({ events: [event("e", "announced", { announced: "2025-02", effective: "2025-01-31" })] })),
    DOM001: () => codes(good(), undefined, [good({ id: "other" })]),
    DOM002: () => codes(good({ domains: hosts("signal.orgg") })),
    DOM003: () => codes(good({ domains: hosts("www.signal.org") })),
    DOM004: () => codes(good({ otherDomains: ["signal.org"] })),
    DOM006: () => codes(good({ domains: [{ host: "example.com", role: "country" }] })),
    DOM005: () =>
      codes(good({ apps: { apple: ["288429040"] } }), undefined, [
        good({ id: "other", domains: hosts("other.example"), apps: { apple: ["288429040"] } }),
      ]),
    ALI001: () =>
      codes(good({ aliases: ["other"] }), undefined, [
        good({ id: "other", domains: hosts("other.example") }),
      ]),
    WDR001: () =>
      codes(good({ withdrawn: { date: "2026-11-01", reason: "merged", successors: ["nowhere"] } })),
    WDR002: () => codes(good({ withdrawn: { date: "2026-11-01", reason: "duplicate" } })),
    WDR003: () => codes(good(), [operator({ withdrawn: { date: "2026-11-01", reason: "closed" } })]),
    LST001: () => codes(withRules([rule("all", { when: { regions: ["GB", "GB"] } }), rule("rest")])),
    EVD001: () => codes(good({ practices: [practice([{ ...used, legalBasis: "consent" }])] })),
    EVD002: () =>
      codes(
        withRules([rule("all", { dataUse: "does-not-use", evidence: { dataUse: ["news"] } })], {
          sources: [newsSource],
        }),
      ),
    EVD003: () =>
      codes(
        good({
          sources: [
            {
              ...policySource,
              passages: [
                { ...(policySource.passages?.[0] as never as object), sha256: "0".repeat(64) } as never,
              ],
            },
            good().sources[1] as never,
          ],
        }),
      ),
    EVD004: () =>
      codes(
        good({
          practices: [
            practice([{ ...used, evidence: { dataUse: ["policy", "policy#ai"], defaultState: ["help"] } }]),
          ],
        }),
      ),
    EVD005: () => codes(withRules([rule("new", { when: { from: "2025-06" } }), rule("before")])),
    EVD006: () =>
      codes(
        withRules([rule("eu", { when: { regions: ["EEA"] } }), rule("rest")], {
          sources: [{ ...policySource, when: { regions: ["US"] } }],
        }),
      ),
    CON001: () =>
      codes(good(), undefined, [
        good({ id: "other", domains: hosts("other.example"), ...sameWords("does-not-use") }),
      ]),
  };
  test.each(Object.entries(cases))("%s", (code, found) => expect(found()).toContain(code));
  test("and every check has a case here", () =>
    expect(Object.keys(cases).sort()).toEqual([...FILE_CHECKS, ...CHECKS].map((c) => c.code).sort()));
});

test("a rule that goes on below a newer one is no overlap", () => {
  expect(
    codes(
      withRules([
        rule("new", { when: { from: "2025" }, evidence: { dataUse: ["policy#ai", "help"] } }),
        rule("old", { when: { from: "2023" } }),
        rule("before"),
      ]),
    ),
  ).toEqual([]);
});

test("a record broken in ten ways gets ten precise messages in one run", () => {
  const file = parseRecord(
    "platform",
    "broken",
    "data/platforms/broken.json",
    readFileSync(new URL("../fixtures/broken.json", import.meta.url), "utf8"),
  );
  const { problems } = validate([file, fileOf(operator(), "operator")], TODAY);
  expect(problems.map((p) => `${p.line}:${p.column} ${p.code} ${p.found} → ${p.fix}`)).toMatchInlineSnapshot(`
    [
      "1:1 SCH001 nothing → Add "summary".",
      "4:9 SCH005 "Broken Record" → Correct the value.",
      "7:15 SCH003 "social-netwrok" → Did you mean "social-network"?",
      "8:25 SCH005 "https://broken.example/" → Did you mean "broken.example"?",
      "9:13 SCH002 the field "sumary" → Did you mean "summary"?",
      "16:18 SCH003 "train-ia" → Did you mean "train-ai"?",
      "18:54 SCH005 "UK" → Did you mean "GB"?",
      "18:69 SCH005 "2024-02-30" → Correct the value.",
      "18:96 SCH003 "use" → Did you mean "uses"?",
      "18:119 SCH004 true → Choose a term; docs/vocabulary.md defines each.",
      "18:150 SCH005 [] → Add what is missing.",
      "22:56 SCH005 {} → Correct the value.",
      "25:27 SCH005 "yesterday" → Correct the value.",
    ]
  `);
});

test("a valid record that breaks the rules gets each message at its line", () => {
  const broken = good({
    practices: [
      practice([
        uses("eu", "on", { when: { regions: ["EU"], from: "2025", until: "2024" }, controls: ["swich"] }),
        rule("never", { when: { regions: ["DE"], from: "2024-06", until: "2024-07" }, dataUse: "uses" }),
      ]),
    ],
    events: [event("e", "reported", { reported: "2027" }, { evidence: ["hepl"] })],
    operator: "exmple-corp",
  });
  const found = problemsOf(broken);
  expect(found.map((p) => `${p.code} ${p.pointer} ${p.found} → ${p.fix}`)).toMatchInlineSnapshot(`
    [
      "REF001 /operator the operator "exmple-corp" → Did you mean "example-corp"?",
      "PRA002 /practices/0/rules no answer for region rest of the world, plan free, age minor, account signed-in, on 2000-01-01 → End the table with a rule without \`when\`; \`not-stated\` is an honest answer.",
      "PRA001 /practices/0/rules/0 the rule "eu", which can never match: the rules above it match everyone it is for → Move it above the rule that hides it, narrow that rule's \`when\`, or remove it.",
      "PRA005 /practices/0/rules/0/defaultState "on" without a control that stops it → Name the control, or write "no-choice".",
      "DAT001 /practices/0/rules/0/when/until until 2024, from 2025 → Correct one of the two; \`until\` is the first day no longer covered.",
      "REF003 /practices/0/rules/0/controls/0 the control "swich" → Add it to this record's controls, or use a name that is there.",
      "PRA004 /practices/0/rules/1 "uses" without \`defaultState\` → Say what happens to a person who does nothing; "not-stated" where the documents do not.",
      "REF007 /controls/0/id the control "s", which no rule names → Add it to the \`controls\` of the rules that it acts on, or describe it as a myth if it does not protect.",
      "DAT002 /events/0/dates/reported reported "2027" → This date is in the future; correct it. For a planned change write \`announced\` and \`effective\`.",
      "REF002 /events/0/evidence/0 the source "hepl" → Did you mean "help"?",
    ]
  `);
  for (const p of found) expect(p.line).toBeGreaterThan(0);
});

test("a problem shows its place, what was found and expected, and how to fix it", () => {
  const [p] = problemsOf({ ...good(), category: "social-netwrok" });
  expect(p && formatProblem(p)).toBe(
    `data/platforms/example.json:7:15 SCH003 at /category\n    found:    "social-netwrok"\n    expected: one of ${p?.expected.slice("one of ".length)}\n    fix:      Did you mean "social-network"?`,
  );
});
