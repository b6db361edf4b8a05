import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { runQuality } from "../../src/entry/cli/quality.ts";
import { loadDataset } from "../../src/records/load.ts";
import { ageOf } from "../../src/review/quality/measures.ts";
import { qualityMarkdown, qualityText, todo } from "../../src/review/quality/print.ts";
import { type Quality, qualityOf } from "../../src/review/quality/quality.ts";
import type { RecordQuality } from "../../src/review/quality/record.ts";
import { arbPlatform } from "../fixtures/arbitrary.ts";
import {
  control,
  helpSource,
  newsSource,
  operator,
  platform,
  policySource,
  practice,
  rule,
  uses,
} from "../fixtures/records.ts";

const TODAY = "2026-11-24";
/** Everything archived, checked this month. */
const good = platform(
  [
    practice([
      uses("all", "no-choice", { evidence: { dataUse: ["policy#ai"], defaultState: ["policy#ai"] } }),
    ]),
  ],
  { id: "good" },
);
/** Reports, pages without a copy, an unknown default, silence for minors; not checked for long. */
const bad = platform(
  [
    practice([
      rule("minors", { when: { age: "minor" }, evidence: { dataUse: ["operator:shared#ai"] } }),
      uses("now", "on", {
        when: { from: "2026-01-01" },
        evidence: { dataUse: ["news"], defaultState: ["news"] },
        controls: ["switch"],
      }),
      uses("before", "on", { evidence: { dataUse: ["policy#ai"], defaultState: ["help"] } }),
    ]),
    practice(
      [
        uses("all", "not-stated", {
          dataUse: "may-use",
          evidence: { dataUse: ["help"], defaultState: ["help"] },
        }),
      ],
      {
        id: "ranking",
        purpose: "train-ai",
      },
    ),
  ],
  {
    id: "bad",
    category: "work",
    controls: [control("switch", { effect: "not-stated", steps: [] })],
    sources: [policySource, { ...helpSource, seen: "2026-05-28" }, { ...newsSource, published: "2025-12" }],
    review: { verified: "2026-04-01", openQuestions: ["Who?", "When?"] },
  },
);
const gone = platform([practice([rule("all")])], {
  id: "gone",
  withdrawn: { date: "2026-01-01", reason: "closed" },
});
const shared = {
  ...policySource,
  id: "shared",
  copies: policySource.copies?.flatMap((c) => [c, { ...c, captured: "2026-11-14" }]),
};
const dataset = { platforms: [good, bad, gone], operators: [operator({ sources: [shared] })] };
const quality = qualityOf(dataset, TODAY);
const field = (name: string, q: Quality = quality) => q.fields.find((f) => f.field === name);
const record = (id: string, q: Quality = quality) => q.records.find((r) => r.id === id) as RecordQuality;

describe("qualityOf", () => {
  test("counts records that are not withdrawn", () => {
    expect(quality.totals).toEqual({
      platforms: 2,
      withdrawn: 1,
      operators: 1,
      practices: 3,
      rules: 5,
      controls: 1,
      sources: 6,
      openQuestions: 2,
    });
    expect([quality.categories["social-network"], quality.categories.work, quality.categories.mail]).toEqual([
      1, 1, 0,
    ]);
    expect(quality.records.map((r) => r.id)).toEqual(["bad", "good"]);
  });

  test("counts today's headlines by verdict and certainty, for three places", () => {
    expect(quality.headlines.map((h) => h.region)).toEqual([null, "DE", "US"]);
    expect(quality.headlines[0]?.counts).toEqual([
      { verdict: "no-choice", certainty: "practised", platforms: 1 },
      { verdict: "on-by-default", certainty: "practised", platforms: 1 },
    ]);
    expect(qualityOf(dataset, "2025-12-31").headlines[0]?.counts[0]?.platforms).toBe(2);
  });

  test("reports how often a field is known, among those for which it is a question", () => {
    expect(field("dataUse")).toMatchObject({ known: 4, of: 5 });
    expect(field("defaultState")).toMatchObject({ known: 3, of: 4 });
    expect(field("control.effect")).toMatchObject({ known: 0, of: 1 });
    expect(field("source.copies")).toMatchObject({ known: 3, of: 5 });
    expect(field("source.seen")).toMatchObject({ known: 1, of: 3 });
  });

  test("grades rules by the best of their evidence, where they state the fact", () => {
    expect(quality.grades.rules.dataUse).toEqual({ A: 3, B: 1, C: 1 });
    expect(quality.grades.rules.defaultState).toEqual({ A: 1, B: 1, C: 1 });
    expect(quality.grades.rules.legalBasis).toEqual({ A: 0, B: 0, C: 0 });
  });

  test("grades today's answers by audience, each practice weighing the same", () =>
    // good: all A. bad: half of the audiences (minors) A, half C; ranking: all B.
    expect(quality.grades.answers.dataUse).toEqual({ A: 0.5, B: 0.3333, C: 0.1667 }));

  test("reports ages as the middle and the oldest; of several copies the newest counts", () => {
    expect(quality.age.captured).toEqual({
      of: 3,
      median: { day: "2025-01-01", days: 692 },
      oldest: { day: "2025-01-01", days: 692, what: "bad policy" },
    });
    expect(quality.age.seen).toMatchObject({ of: 1, median: { days: 180 } });
    // As late as "December 2025" can mean.
    expect(quality.age.published.oldest).toEqual({ day: "2025-12", days: 328, what: "bad news" });
    expect(quality.age.verified).toMatchObject({
      of: 2,
      median: { day: "2026-04-01" },
      oldest: { what: "bad", days: 237 },
    });
  });

  test("says of a record what a maintainer needs", () =>
    expect(record("bad")).toEqual({
      id: "bad",
      name: "Example",
      verified: "2026-04-01",
      verifiedDays: 237,
      overdue: true,
      rules: 4,
      openQuestions: 2,
      reportsOnly: ["training/now"],
      notFingerprinted: ["ranking/all"],
      defaultUnknown: ["ranking/all"],
      notStated: 0.25,
      withoutCopy: ["help"],
      evidence: {
        of: 2,
        median: { day: "2026-05-28", days: 180 },
        oldest: { day: "2026-05-28", days: 180, what: "bad help" },
      },
    }));

  test("only what answers today counts for a record: before, the report was not yet needed", () =>
    expect(record("bad", qualityOf(dataset, "2025-12-31")).reportsOnly).toEqual([]));

  test("how long a record may go unchecked can be said", () => {
    expect(qualityOf(dataset, TODAY, 237).records.map((r) => r.overdue)).toEqual([false, false]);
    expect(qualityOf(dataset, TODAY, 236).records.map((r) => r.overdue)).toEqual([true, false]);
  });

  test.each<[string, Partial<Parameters<typeof platform>[1]>, Partial<Parameters<typeof platform>[1]>]>([
    [
      "overdue before many open questions",
      { review: { verified: "2025-01-01", openQuestions: [] } },
      { review: { verified: "2026-11-01", openQuestions: ["a", "b"] } },
    ],
    [
      "open questions before none",
      { review: { verified: "2026-11-01", openQuestions: ["a"] } },
      { review: { verified: "2026-11-01", openQuestions: [] } },
    ],
  ])("puts the worst first: %s", (_what, worse, better) => {
    const [a, b] = [
      platform([practice([rule("all")])], { id: "b", ...worse }),
      platform([practice([rule("all")])], { id: "a", ...better }),
    ];
    expect(qualityOf({ platforms: [b, a], operators: [operator()] }, TODAY).records.map((r) => r.id)).toEqual(
      ["b", "a"],
    );
  });
});

test("of an even number the older of the two in the middle is the median", () =>
  expect(
    ageOf(
      ["2026-11-20", "2026-11-23", "2026-11-22", "2026-11-21"].map((day) => ({ day, what: day })),
      TODAY,
    ).median,
  ).toEqual({ day: "2026-11-21", days: 3 }));

test("the order of the records makes no difference, and shares stay shares", () =>
  fc.assert(
    fc.property(fc.array(arbPlatform, { minLength: 1, maxLength: 4 }), (given) => {
      const platforms = given.map((p, i) => ({ ...p, id: `p${i}` }));
      const found = qualityOf({ platforms, operators: [operator()] }, TODAY);
      expect(qualityOf({ platforms: [...platforms].reverse(), operators: [operator()] }, TODAY)).toEqual(
        found,
      );
      for (const r of found.records) expect(r.notStated >= 0 && r.notStated <= 1.000001).toBe(true);
      for (const f of found.fields) expect(f.known).toBeLessThanOrEqual(f.of);
    }),
    { numRuns: 30 },
  ));

describe("the report", () => {
  test("says what to do next, most pressing first", () =>
    expect(todo(record("bad"))).toEqual([
      "read its sources again: last checked 2026-04-01, 237 days ago",
      "find the platform's own words; only reports by others support training/now",
      "find an archived copy, and name the passage, for ranking/all",
      "find out what happens by default in ranking/all",
      "answer 2 open questions",
    ]));

  test("names a few rules, and how many more there are", () =>
    expect(todo({ ...record("good"), reportsOnly: ["p/a", "p/b", "p/c", "p/d", "p/e", "p/f"] })).toEqual([
      "find the platform's own words; only reports by others support p/a, p/b, p/c, p/d and 2 more",
    ]));

  test("as text, aligned and in lines of a readable width", () => {
    const text = qualityText(quality);
    expect(text).toContain(
      "Quality of the dataset on 2026-11-24; a record is overdue when it has not been checked for 180 days.",
    );
    expect(text).toMatch(/^ {2}dataUse +5 {2}60 % +20 % +20 % +50 % +33 % +17 %$/m);
    expect(text).toMatch(/^ {2}bad +237 overdue +1 +1 +1 +2 +4 +25 % +1 +180$/m);
    // Numbers end under the end of their head.
    const [heads = "", bad = "", good = ""] = text.slice(text.indexOf("  record  ")).split("\n");
    expect([heads, bad, good].map((line) => line.length)).toEqual([heads.length, heads.length, heads.length]);
    expect(text).toContain("No platform yet in:");
    expect(text).toMatch(
      /^ {2}headline +rest of the world +Germany +United States\n {2}no choice +1 +1 +1$/m,
    );
    expect(text.split("\n").filter((line) => line.length > 140)).toEqual([]);
  });

  test("as Markdown, in tables", () => {
    const markdown = qualityMarkdown(quality);
    expect(markdown).toContain("## Records, worst first");
    expect(markdown).toContain("| bad | 237 overdue | 1 | 1 | 1 | 2 | 4 | 25 % | 1 | 180 |");
    expect(markdown).toContain("- bad: answer 2 open questions");
  });
});

describe("the command", () => {
  const run = (rest: object = {}): { code: number; out: string; err: string } => {
    const said = { out: "", err: "" };
    const spies = [
      vi.spyOn(console, "log").mockImplementation((line: string) => {
        said.out += line;
      }),
      vi.spyOn(console, "error").mockImplementation((line: string) => {
        said.err += line;
      }),
    ];
    const code = runQuality({ data: "data", json: false, markdown: false, staleAfter: "180", ...rest });
    for (const spy of spies) spy.mockRestore();
    return { code, ...said };
  };

  test("measures the real records", () => {
    const { code, out } = run({ json: true, today: TODAY });
    expect([code, JSON.parse(out)]).toEqual([
      0,
      JSON.parse(JSON.stringify(qualityOf(loadDataset("data"), TODAY))),
    ]);
  });
  test.each([
    [{ json: true, markdown: true }, "--json or --markdown, not both."],
    [{ today: "2026-13-01" }, "--today 2026-13-01: expected a day, YYYY-MM-DD."],
    [{ staleAfter: "soon" }, "--stale-after soon: expected a number of days, such as 180."],
  ])("a wrong call gets one line: %j", (rest, message) =>
    expect(run(rest)).toEqual({ code: 2, out: "", err: message }),
  );
});
