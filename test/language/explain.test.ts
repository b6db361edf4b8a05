import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explain, type Part } from "../../src/language/en/index.ts";
import { type Audience, audience, type Platform } from "../../src/model/index.ts";
import { loadDataset } from "../../src/records/load.ts";
import { arbAudience, arbPlatform } from "../fixtures/arbitrary.ts";
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

/** Everything that a part says, a line a sentence or item. */
const linesOf = ({ heading, lines, parts = [] }: Part): string[] => [
  heading,
  ...lines.flatMap((line) => (typeof line === "string" ? [line] : line.items)),
  ...parts.flatMap(linesOf),
];
const told = (p: Platform, who: Partial<Audience> = {}) =>
  linesOf(explain(p, audience(who, "2026-11-25"), operator())).join("\n");
const part = (p: Platform, heading: string, who: Partial<Audience> = {}): string[] => {
  const find = (at: Part): Part | undefined =>
    at.heading.startsWith(heading) ? at : at.parts?.map(find).find((x) => x !== undefined);
  const found = find(explain(p, audience(who, "2026-11-25"), operator()));
  return found ? linesOf(found).slice(1) : [];
};

const example = platform(
  [
    practice([
      rule("minors", { when: { age: "minor" }, use: "does-not-use" }),
      uses("europe", "on", {
        when: { regions: ["EEA", "CH"], from: "2025-11-03" },
        legalBasis: "legitimate-interests",
        data: { includes: ["posts", "prompts"], excludes: ["private-messages"] },
        controls: ["setting", "form"],
        note: "Ireland's authority looked at it.",
        evidence: { use: ["policy#ai"], default: ["help"], data: ["policy#ai"], legalBasis: ["policy#ai"] },
      }),
      rule("europe-before", {
        when: { regions: ["EEA", "CH"] },
        use: "does-not-use",
        evidence: { use: ["news"] },
      }),
      uses("business", "off", { when: { plans: ["business"] }, use: "may-use", controls: ["setting"] }),
      uses("rest", "no-choice", { controls: ["form"] }),
    ]),
    practice([uses("all", "on", { controls: ["setting"] })], {
      id: "ranking",
      title: "Ranking",
      purpose: "train-predictive-ai",
      recipients: ["operator", "affiliates"],
    }),
  ],
  {
    controls: [
      control("setting", {
        exceptions: ["Feedback."],
        friction: ["needs-account", "app-only"],
        rights: ["GDPR-A21"],
        url: "https://example.com/switch",
      }),
      control("form", {
        kind: "form",
        protectsWhen: undefined,
        protects: "partly",
        label: "Objection form",
        steps: [],
        effect: "not-stated",
        actor: "guardian",
      }),
    ],
    events: [
      event("began", "training-began", { effective: "2025-11-03" }, { when: { regions: ["EEA"] } }),
      event(
        "terms",
        "terms-changed",
        { observed: "2025-12-03" },
        { when: { regions: ["EEA"] }, detail: "In a table." },
      ),
      event("later", "announced", { announced: "2026-10", effective: "2027-01-01" }),
      event("court", "court-action", { effective: "2026-02-01" }, { when: { regions: ["US"] } }),
    ],
    myths: [{ id: "notice", claim: "A copied notice stops it.", truth: "It does not.", evidence: ["help"] }],
    sources: [policySource, helpSource, newsSource],
    plans: { free: ["Basic"], business: ["Team", "Org"] },
    review: { verified: "2026-11-01", openQuestions: ["Since when?"] },
  },
);

describe("a practice", () => {
  test("tells verdict, use, purpose, recipients, data, basis, dates and evidence in sentences", () => {
    expect(part(example, "1. Training", { region: "DE" }).slice(0, 9)).toEqual([
      "On by default. Example Corporation says that it does this. Your data is used unless you act.",
      "This is about training generative AI. Who gets to use the data: Example Corporation. Named as used: posts and prompts to the AI. Named as left out: private messages. The legal basis that it claims: legitimate interests.",
      "This answer has held since 3 November 2025. Before that: not used. The terms spoke of it no later than 30 days after it began.",
      "Ireland's authority looked at it.",
      "How this is known:",
      "what is done: grade A, [1]",
      "what happens by default: grade B, [2]",
      "which data: grade A, [1]",
      "the legal basis: grade A, [1]",
    ]);
  });

  test.each<[string, Partial<Audience>, string]>([
    [
      "no choice",
      {},
      "No choice. Example Corporation says that it does this. Nothing that you can do fully stops it.",
    ],
    ["a denial", { age: "minor" }, "Not used. Example Corporation says that it does not do this."],
    [
      "a permission",
      { plan: "business" },
      "Off by default. The terms permit this; nothing says that it is done. Your data is used only after you act.",
    ],
  ])("%s", (_, who, sentence) => expect(part(example, "1. Training", who)[0]).toBe(sentence));

  test.each<[string, Platform["practices"], string]>([
    [
      "silence",
      [practice([rule("all")])],
      "Not stated. The documents that were read do not say whether this is done.",
    ],
    [
      "a contradiction",
      [practice([rule("all", { use: "disputed" })])],
      "Disputed. The documents contradict each other on whether this is done.",
    ],
    [
      "a question first",
      [practice([uses("all", "asked-on")])],
      "Asked first. Example Corporation says that it does this. You are asked first, with yes preselected.",
    ],
    [
      "another's switch",
      [practice([uses("all", "on", { controls: ["setting"] })])],
      "On by default. Example Corporation says that it does this. Your data is used unless an administrator acts.",
    ],
    [
      "outsiders",
      [practice([rule("all", { use: "does-not-use" })], { purpose: "allow-third-party-crawlers" })],
      "Not used. Example Corporation says that it does not allow this.",
    ],
    [
      "an unknown default without a control",
      [practice([uses("all", "not-stated")])],
      "No choice. Example Corporation says that it does this. What happens to somebody who does nothing is not stated, and no way to stop it fully is known.",
    ],
    [
      "an unknown default",
      [practice([uses("all", "not-stated", { controls: ["setting"] })])],
      "Not stated. Example Corporation says that it does this. What happens to somebody who does nothing is not stated; there is a way to stop it.",
    ],
  ])("%s", (_, practices, sentence) =>
    expect(
      part({ ...example, practices, controls: [control("setting", { actor: "admin" })] }, "1. Training")[0],
    ).toBe(sentence),
  );

  test("who gets another answer stands beside it, groups by their names", () => {
    expect(part(example, "Others get another answer", { region: "DE" })).toEqual([
      "In the rest of the world: no choice.",
      "Minors: not used.",
    ]);
    expect(part(example, "Others get another answer")).toEqual([
      "In the EEA and Switzerland: on by default.",
      "On a business plan: off by default.",
      "Minors: not used.",
    ]);
  });

  test("what is known of the days to come is told", () => {
    const later = platform([
      practice([
        uses("later", "no-choice", { when: { from: "2027-03" } }),
        rule("now", { use: "does-not-use" }),
      ]),
    ]);
    expect(told(later)).toContain("Since when is not recorded. From 1 March 2027: no choice.");
  });

  test("a rule that changes without changing the answer is no change", () => {
    const older = [
      uses("new", "no-choice", { when: { from: "2025-01-01" } }),
      uses("old", "no-choice", { when: { from: "2024-05" } }),
      rule("before"),
    ];
    expect(told(platform([practice(older)]))).toContain(
      "This answer has held since May 2024. Before that: not stated.",
    );
    const later = platform([
      practice([uses("later", "no-choice", { when: { from: "2027-03-01" } }), uses("now", "no-choice")]),
    ]);
    expect(told(later)).not.toContain("From 1 March 2027");
  });
});

describe("controls", () => {
  test("tell the way, the effect, what still trains, what is hard, and the right", () => {
    expect(part(example, "How to stop it", { region: "DE" })).toEqual([
      "“Use my data for AI”",
      "A setting, for the whole account. It protects when switched off.",
      "Open the settings.",
      "Switch it off.",
      "Straight there: https://example.com/switch",
      "Models that are already trained are not changed.",
      "What is still used after it:",
      "Feedback.",
      "Mind: it needs an account; it can be done only in the app.",
      "The right behind it: objection (GDPR, Art. 21).",
      "Evidence: [2]",
    ]);
    expect(part(example, "What lessens it", { region: "DE" })).toEqual([
      "“Objection form”",
      "A form, for the whole account. Only a parent or guardian can do it.",
      "The way to it is not recorded.",
      "What happens to data already used is not stated.",
      "Evidence: [2]",
    ]);
  });

  test("are described once", () => {
    expect(part(example, "2. Ranking", { region: "DE" })).toContain("“Use my data for AI”, described above.");
    expect(told(example, { region: "DE" }).match(/Open the settings\./g)).toHaveLength(1);
  });

  test("of what is off keep it off", () =>
    expect(part(example, "How to keep it off", { plan: "business" })[0]).toBe("“Use my data for AI”"));
});

describe("the rest of the record", () => {
  test("the head says who, when, and the worst answer", () => {
    const { heading, lines } = explain(
      example,
      audience({ region: "DE", plan: "business" }, "2026-11-25"),
      operator(),
    );
    expect([heading, ...lines]).toEqual([
      "Example, for adults in Germany on a business plan, on 25 November 2026",
      "An invented platform.",
      "Example is a social network, run by Example Corporation. A business plan goes there by the name of Team or Org.",
      "All in all: on by default. That is the worst answer among the uses that train models for general use (2 of 2). The record was last checked on 1 November 2026.",
    ]);
  });

  test("without a region it says for where the answer is", () => {
    expect(told(example)).toContain(
      "No region was named: this is the answer for everywhere but the places that the record tells apart, which are the EEA and Switzerland.",
    );
    expect(told(example, { region: "DE" })).not.toContain("No region was named");
  });

  test("events are those that concern this person by that day, newest first", () => {
    expect(part(example, "What happened", { region: "DE" })).toEqual([
      "Announced October 2026 and on 1 January 2027: later happened. [2]",
      "Seen by 3 December 2025 (terms changed): terms happened. In a table. [2]",
      "On 3 November 2025 (training began): began happened. [2]",
      "1 further event concerns other people or later days.",
    ]);
    expect(part(example, "What happened", { region: "DE", asOf: "2025-11-10" })).toEqual([
      "On 3 November 2025 (training began): began happened. [2]",
      "3 further events concern other people or later days.",
    ]);
  });

  test("myths and open questions", () => {
    expect(part(example, "What people try")).toEqual(["“A copied notice stops it.” It does not. [2]"]);
    expect(part(example, "What could not be established")).toEqual(["Since when?"]);
  });

  test("sources are numbered as they are cited, with address, copy and passage; those not cited are not listed", () => {
    const [grades, ...sources] = part(example, "Sources", { region: "DE" });
    expect(grades).toMatch(
      /^Grades of evidence: A: the platform's own words, archived and fingerprinted; B: .*; C: reports by others only\.$/,
    );
    expect(sources).toEqual([
      [
        "Privacy Policy (Example, policy)",
        "https://example.com/privacy",
        "archived 1 January 2025: https://github.com/Example/versions/blob/0123456789ab/Example/Privacy%20Policy.md",
        "· ai: “we use … to train”",
      ].join("\n"),
      "Help (Example, help page)\nhttps://example.com/help",
    ]);
  });

  test("evidence that leads nowhere is shown as it is written", () => {
    const broken = platform([practice([rule("all", { evidence: { use: ["polciy#ai"] } })])]);
    expect(told(broken)).toContain("what is done: grade none, [polciy#ai?]");
  });

  test("a withdrawn record says so first", () => {
    const gone = platform([practice([rule("all")])], {
      withdrawn: { date: "2026-01-02", reason: "It closed." },
    });
    expect(explain(gone, audience({}, "2026-11-25")).lines[0]).toBe(
      "Withdrawn on 2 January 2026: It closed.",
    );
  });
});

test("every record has words for everyone, and no hole in them", () => {
  fc.assert(
    fc.property(arbPlatform, arbAudience, (p, who) => {
      const text = linesOf(explain(p, who)).join("\n");
      expect(text).not.toMatch(/undefined|null|NaN|\[object|Invalid/);
      for (const { title } of p.practices) expect(text).toContain(title);
    }),
  );
  const { platforms, operators } = loadDataset("data");
  for (const p of platforms)
    for (const who of [
      {},
      { region: "DE" },
      { region: "US-CA", plan: "enterprise" as const },
      { age: "minor" as const },
      { account: "non-user" as const },
    ]) {
      const text = linesOf(
        explain(
          p,
          audience(who),
          operators.find((o) => o.id === p.operator),
        ),
      ).join("\n");
      expect(text, p.id).not.toMatch(/undefined|\bnull\b|NaN|\[object|Invalid Date|\?\]|\.\.(?!\.)/);
    }
});
