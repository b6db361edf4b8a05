import { describe, expect, test } from "vitest";
import { type Audience, audience, type Platform } from "../../src/model/index.ts";
import { otherAudiences, resolve } from "../../src/policy/index.ts";
import {
  control,
  event,
  helpSource,
  newsSource,
  operator,
  platform,
  policySource,
  practice,
  rule,
  uses,
} from "../fixtures/records.ts";

const ask = (p: Platform, who: Partial<Audience> = {}) =>
  resolve(p, audience({ asOf: "2026-11-24", ...who }));
const verdict = (p: Platform, who: Partial<Audience> = {}) => ask(p, who).practices[0]?.verdict;

describe("a platform that came to Europe later", () => {
  const europe = ["EEA", "CH"];
  const p = platform(
    [
      practice([
        rule("minors", { when: { age: "minor" }, dataUse: "does-not-use" }),
        uses("europe", "on", {
          when: { regions: europe, from: "2025-11-03" },
          controls: ["setting"],
          legalBasis: "legitimate-interests",
        }),
        rule("europe-before", { when: { regions: europe }, dataUse: "does-not-use" }),
        uses("gb", "on", { when: { regions: ["GB"], from: "2025-11-03" }, controls: ["setting", "gb-form"] }),
        rule("gb-before", { when: { regions: ["GB"] }, dataUse: "does-not-use" }),
        uses("rest", "on", { when: { from: "2024-09" }, controls: ["setting"] }),
        rule("before", {}),
      ]),
    ],
    {
      controls: [
        control("setting", { when: { from: "2024-09-18" } }),
        control("gb-form", { kind: "form", protectsWhen: undefined, when: { regions: ["GB"] } }),
      ],
    },
  );

  test("Germany, before the start", () =>
    expect(ask(p, { region: "DE", asOf: "2024-10-01" })).toMatchObject({
      headline: { verdict: "not-used", lead: "published", except: ["published"], split: [], control: null },
      practices: [{ rule: "europe-before", controls: [], certainty: null }],
    }));
  test("Germany, on the day of the start", () =>
    expect(ask(p, { region: "DE", asOf: "2025-11-03" })).toMatchObject({
      headline: { verdict: "on-by-default", certainty: "practised", control: "setting" },
      practices: [{ rule: "europe", legalBasis: "legitimate-interests", since: "2025-11-03" }],
    }));
  test("Germany, the day before", () =>
    expect(verdict(p, { region: "DE", asOf: "2025-11-02" })).toBe("not-used"));
  test("Norway is in the EEA but not the EU", () =>
    expect(verdict(p, { region: "NO", asOf: "2026-01-01" })).toBe("on-by-default"));
  test("Switzerland only because it is named", () =>
    expect(ask(p, { region: "CH" }).practices[0]?.rule).toBe("europe"));
  test("the United Kingdom has a row, and a form, of its own", () =>
    expect(ask(p, { region: "GB" }).practices[0]).toMatchObject({
      rule: "gb",
      controls: [{ id: "setting" }, { id: "gb-form" }],
    }));
  test("elsewhere the form is not offered", () =>
    expect(ask(p, { region: "US" }).practices[0]?.controls.map((c) => c.id)).toEqual(["setting"]));
  test("used before there was a switch: no choice", () =>
    expect(verdict(p, { region: "US", asOf: "2024-09-10" })).toBe("no-choice"));
  test("minors, everywhere", () => expect(verdict(p, { region: "US", age: "minor" })).toBe("not-used"));
  test("before anything was known", () => expect(verdict(p, { asOf: "2022-01-01" })).toBe("not-stated"));
  test("no region is the rest of the world", () => expect(ask(p).practices[0]?.rule).toBe("rest"));

  test("the answers that differ are listed beside it", () => {
    const others = otherAudiences(p, ask(p));
    expect(others).toEqual([
      {
        facet: "age",
        values: ["minor"],
        verdict: "not-used",
        certainty: null,
        practices: [{ id: "training", verdict: "not-used" }],
      },
    ]);
    const then = otherAudiences(p, ask(p, { asOf: "2024-10-01" }));
    expect(then.filter((o) => o.facet === "region").map((o) => o.values)).toEqual([["EEA", "CH"], ["GB"]]);
  });
});

describe("controls and verdicts", () => {
  test("an inverted switch protects when on", () => {
    const p = platform([practice([uses("all", "on", { controls: ["prevent"] })])], {
      controls: [control("prevent", { name: "Prevent sharing", protectsWhen: "on" })],
    });
    expect(ask(p).practices[0]).toMatchObject({
      verdict: "on-by-default",
      controls: [{ protectsWhen: "on" }],
    });
  });
  test("a switch that an administrator holds counts, and says who must act", () => {
    const p = platform([practice([uses("all", "on", { controls: ["admin"] })])], {
      controls: [
        control("admin", { actor: "admin", scope: "workspace", kind: "email", protectsWhen: undefined }),
      ],
    });
    expect(ask(p, { plan: "business" }).practices[0]).toMatchObject({
      verdict: "on-by-default",
      effort: { actor: "admin", steps: 2, undoesPast: false },
    });
  });
  test("preselected consent is told apart from an open question", () => {
    const preselected = ask(
      platform([practice([uses("all", "asked-on", { controls: ["s"] })])], { controls: [control("s")] }),
    ).practices[0];
    const open = ask(
      platform([practice([uses("all", "asked", { controls: ["s"] })])], { controls: [control("s")] }),
    ).practices[0];
    expect([preselected?.verdict, preselected?.defaultState, open?.verdict, open?.defaultState]).toEqual([
      "asked",
      "asked-on",
      "asked",
      "asked",
    ]);
  });
  test("off by default", () =>
    expect(
      verdict(platform([practice([uses("all", "off", { controls: ["s"] })])], { controls: [control("s")] })),
    ).toBe("off-by-default"));
  test("permission without practice is certain only as a permission", () =>
    expect(
      ask(platform([practice([uses("all", "no-choice", { dataUse: "may-use", namesAi: true })])]))
        .practices[0],
    ).toMatchObject({
      verdict: "no-choice",
      certainty: "permitted",
    }));
  test("practice is certain as practice", () =>
    expect(ask(platform([practice([uses("all", "no-choice")])])).practices[0]?.certainty).toBe("practised"));
  test("silence is neither yes nor no", () =>
    expect(ask(platform([practice([rule("all")])])).practices[0]).toMatchObject({
      verdict: "not-stated",
      defaultState: null,
      certainty: null,
    }));
  test("contradicting documents", () =>
    expect(verdict(platform([practice([rule("all", { dataUse: "disputed" })])]))).toBe("disputed"));
  test("an unknown default is not stated, with a switch or without", () => {
    const p = platform([practice([uses("all", "not-stated", { controls: ["s"] })])], {
      controls: [control("s", { when: { regions: ["EU"] } })],
    });
    expect([verdict(p, { region: "FR" }), verdict(p)]).toEqual(["not-stated", "not-stated"]);
  });
  test("consent only is off by default, though no control is known", () =>
    expect(verdict(platform([practice([uses("all", "off", { legalBasis: "consent" })])]))).toBe(
      "off-by-default",
    ));
  test("a permission that does not mention AI is a general licence", () =>
    expect(
      ask(platform([practice([uses("all", "no-choice", { dataUse: "may-use", namesAi: false })])]))
        .practices[0],
    ).toMatchObject({ verdict: "no-choice", certainty: "general-licence", namesAi: false }));
  test("a removed control no longer helps", () => {
    const p = platform([practice([uses("all", "on", { controls: ["s"] })])], {
      controls: [control("s", { when: { until: "2025-06-01" } })],
    });
    expect([verdict(p, { asOf: "2025-05-31" }), verdict(p, { asOf: "2025-06-01" })]).toEqual([
      "on-by-default",
      "no-choice",
    ]);
  });
  test("leaving the platform, or a control that stops only some of it, is no choice", () => {
    const leave = control("leave", { kind: "account-deletion", protectsWhen: undefined, protects: "partly" });
    const hide = control("hide", { kind: "visibility", protectsWhen: undefined, protects: "partly" });
    expect(
      verdict(
        platform([practice([uses("all", "on", { controls: ["leave", "hide"] })])], {
          controls: [leave, hide],
        }),
      ),
    ).toBe("no-choice");
  });
  test("the most useful control comes first, and the effort is its", () => {
    const p = platform([practice([uses("all", "on", { controls: ["form", "switch", "hide"] })])], {
      controls: [
        control("form", { kind: "form", protectsWhen: undefined, steps: ["a", "b", "c"] }),
        control("switch", { steps: ["a"], effect: "removed" }),
        control("hide", { protects: "partly", steps: [] }),
      ],
    });
    expect(ask(p).practices[0]).toMatchObject({
      controls: [{ id: "switch" }, { id: "form" }, { id: "hide" }],
      effort: { control: "switch", steps: 1, actor: "user", undoesPast: true },
    });
  });
  test("people without an account get no answer about data that only members have, unless a rule names them", () => {
    const accounts = ["signed-in", "signed-out", "non-user"] as const;
    const verdicts = (kinds: Platform["practices"][number]["kinds"]) => {
      const rules = [
        uses("account", "on", { when: { account: "signed-in" }, controls: ["s"] }),
        uses("visitors", "off", { when: { account: "signed-out" } }),
        uses("others", "no-choice"),
      ];
      const p = platform([practice(rules, { kinds })], { controls: [control("s")] });
      return accounts.map((account) => verdict(p, { account }));
    };
    expect(verdicts(["from-others"])).toEqual(["on-by-default", "off-by-default", "no-choice"]);
    expect(verdicts(["activity"])).toEqual(["on-by-default", "off-by-default", undefined]);
    expect(verdicts(["messages"])).toEqual(["on-by-default", "off-by-default", undefined]);
    const chats = platform([practice([uses("all", "no-choice")], { kinds: ["ai-interactions"] })]);
    expect(accounts.map((account) => verdict(chats, { account }))).toEqual([
      "no-choice",
      undefined,
      undefined,
    ]);
  });
});

describe("platforms whose practices have opposite defaults", () => {
  const p = platform(
    [
      practice([uses("all", "no-choice")], { id: "own" }),
      practice([uses("all", "off", { controls: ["share"] })], {
        id: "others",
        purpose: "license-to-third-parties",
        recipients: ["third-parties"],
      }),
      practice([uses("all", "no-choice")], { id: "feature", purpose: "ai-feature-processing" }),
    ],
    { controls: [control("share", { protectsWhen: "off" })] },
  );
  test("each has its own verdict; the strictest reading is the worst that trains", () => {
    const r = ask(p);
    expect(r.practices.map((x) => x.verdict)).toEqual(["no-choice", "off-by-default", "no-choice"]);
    expect([r.worst, r.headline.verdict]).toEqual(["no-choice", "mixed"]);
  });
  test("a purpose other than training does not count", () =>
    expect(ask({ ...p, practices: p.practices.slice(1) }).worst).toBe("off-by-default"));
});

describe("evidence and grades", () => {
  test("are kept by fact", () => {
    const p = platform(
      [
        practice([
          uses("all", "on", {
            controls: ["s"],
            evidence: { dataUse: ["policy#ai"], defaultState: ["help", "news"] },
          }),
        ]),
      ],
      {
        controls: [control("s")],
        sources: [policySource, helpSource, newsSource],
      },
    );
    expect(ask(p).practices[0]).toMatchObject({
      grade: { dataUse: "A", defaultState: "B" },
      evidence: { dataUse: ["policy#ai"], defaultState: ["help", "news"], data: [], legalBasis: [] },
    });
  });
  test("reports alone are grade C, an archived document without a passage B", () => {
    const graded = (ref: string) =>
      ask(
        platform([practice([rule("all", { evidence: { dataUse: [ref] } })])], {
          sources: [policySource, newsSource],
        }),
      ).practices[0]?.grade.dataUse;
    expect([graded("news"), graded("policy"), graded("policy#ai")]).toEqual(["C", "B", "A"]);
  });
  test("the operator's shared documents count", () => {
    const p = platform([practice([rule("all", { evidence: { dataUse: ["operator:shared#ai"] } })])]);
    const o = operator({ sources: [{ ...policySource, id: "shared" }] });
    expect(resolve(p, audience(), o).practices[0]?.grade.dataUse).toBe("A");
    expect(resolve(p, audience()).practices[0]?.grade.dataUse).toBeNull();
  });
});

describe("gaps between training, notice and control", () => {
  const gaps = (events: Platform["events"], who: Partial<Audience> = {}) =>
    ask(platform([practice([uses("all", "no-choice")])], { events }), who).practices[0]?.gaps;
  test("are exact where dates are", () =>
    expect(
      gaps([
        event("b", "training-began", { effective: "2024-09-01" }),
        event("t", "terms-changed", { effective: "2024-09-18" }),
      ]),
    ).toEqual({
      notice: { min: 17, max: 17 },
      control: null,
    }));
  test("are intervals where dates are not", () =>
    expect(
      gaps([
        event("b", "training-began", { effective: "2024-08" }),
        event("c", "control-added", { effective: "2024-09" }),
      ])?.control,
    ).toEqual({
      min: 1,
      max: 60,
    }));
  test("have an open end where something was only seen by a day", () =>
    expect(
      gaps([
        event("b", "training-began", { observed: "2024-09-10" }),
        event("t", "terms-changed", { effective: "2024-09-18" }),
      ])?.notice,
    ).toEqual({
      min: 8,
      max: null,
    }));
  test("are negative where the terms came first", () =>
    expect(
      gaps([
        event("b", "training-began", { effective: "2025-01-10" }),
        event("t", "terms-changed", { effective: "2025-01-01" }),
      ])?.notice,
    ).toEqual({
      min: -9,
      max: -9,
    }));
  test("concern only the people they are for", () => {
    const events = [
      event("b", "training-began", { effective: "2024-01-01" }),
      event("r", "region-added", { effective: "2025-01-01" }, { when: { regions: ["EEA"] } }),
      event("t", "terms-changed", { effective: "2025-01-11" }, { when: { regions: ["EEA"] } }),
    ];
    expect(gaps(events)?.notice).toBeNull();
    // Where their region is named, training began for them when it came there.
    expect(gaps(events, { region: "FR" })?.notice).toEqual({ min: 10, max: 10 });
  });
});

describe("since when", () => {
  const table = practice([
    uses("newest", "on", { when: { from: "2026-02", regions: ["EEA"] }, controls: ["setting"] }),
    uses("same-before", "on", { when: { from: "2025-11-03" }, controls: ["setting"], note: "Other words." }),
    rule("between", { when: { from: "2025-06" }, dataUse: "does-not-use" }),
    uses("bounded", "on", { when: { from: "2024", until: "2025-01-15" }, controls: ["setting"] }),
    rule("always"),
  ]);
  const since = (asOf: string, region: string | null = "DE") =>
    resolve(platform([table], { controls: [control("setting")] }), audience({ region, asOf })).practices[0]
      ?.since;
  test.each([
    ["2026-11-24", "2025-11-03", "the same answer by an older rule"],
    ["2025-07-01", "2025-06", "as precisely as it is known"],
    ["2025-02-01", "2025-01-15", "after a rule that ended"],
    ["2024-06-01", "2024", "a year"],
    ["2023-01-01", null, "always was"],
  ])("on %s: %s (%s)", (asOf, expected, _) => expect(since(asOf)).toBe(expected));
  test("goes back for the person who asks", () => expect(since("2026-11-24", "US")).toBe("2025-11-03"));
});
