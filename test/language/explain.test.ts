import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explain, type Part } from "../../src/language/en/index.ts";
import { type Audience, audience, type Platform } from "../../src/model/index.ts";
import { resolve } from "../../src/policy/index.ts";
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

/** Everything that a part says, one sentence or item per line. */
const linesOf = ({ heading, lines, parts = [] }: Part): string[] => [
  heading,
  ...lines.flatMap((line) => (typeof line === "string" ? [line] : line.items)),
  ...parts.flatMap(linesOf),
];
const text = (p: Platform, who: Partial<Audience> = {}) =>
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
      rule("minors", { when: { age: "minor" }, dataUse: "does-not-use" }),
      uses("europe", "on", {
        when: { regions: ["EEA", "CH"], from: "2025-11-03" },
        legalBasis: "legitimate-interests",
        data: { includes: ["posts", "prompts"], excludes: ["private-messages"] },
        controls: ["setting", "form"],
        note: "Ireland's authority looked at it.",
        evidence: {
          dataUse: ["policy#ai"],
          defaultState: ["help"],
          data: ["policy#ai"],
          legalBasis: ["policy#ai"],
        },
      }),
      rule("europe-before", {
        when: { regions: ["EEA", "CH"] },
        dataUse: "does-not-use",
        evidence: { dataUse: ["news"] },
      }),
      uses("business", "off", {
        when: { plans: ["business"] },
        dataUse: "may-use",
        namesAi: true,
        controls: ["setting"],
      }),
      uses("rest", "no-choice", { controls: ["form"] }),
    ]),
    practice([uses("all", "on", { controls: ["setting"] })], {
      id: "ranking",
      title: "Ranking",
      kinds: ["activity"],
      model: "other",
      purpose: "train-ai",
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
        name: "Objection form",
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
  test("says verdict, use, purpose, recipients, data, basis, dates and evidence in sentences", () => {
    expect(part(example, "1. Training", { region: "DE" }).slice(0, 9)).toEqual([
      "On by default. Example Corporation says that it does this. Your data is used unless you act.",
      "Data: published content. Purpose: training AI (generative models). Recipients: Example Corporation. Named as used: posts and prompts to the AI. Named as excluded: private messages. Claimed legal basis: legitimate interests.",
      "Since 3 November 2025. Before that: not used. The terms mentioned it no later than 30 days after it began.",
      "Ireland's authority looked at it.",
      "Evidence:",
      "what is done: grade A, [2]",
      "the default: grade B, [1]",
      "which data: grade A, [2]",
      "the legal basis: grade A, [2]",
    ]);
  });

  test.each<[string, Partial<Audience>, string]>([
    [
      "no choice",
      {},
      "No choice. Example Corporation says that it does this. Nothing that you can do stops it completely.",
    ],
    ["a denial", { age: "minor" }, "Not used. Example Corporation says that it does not do this."],
    [
      "a permission",
      { plan: "business" },
      "Off by default. Its terms allow this. It has not said that it does this. Your data is used only after you act.",
    ],
  ])("%s", (_, who, sentence) => expect(part(example, "1. Training", who)[0]).toBe(sentence));

  test.each<[string, Platform["practices"], string]>([
    ["silence", [practice([rule("all")])], "Not stated. The documents do not say whether this is done."],
    [
      "a contradiction",
      [practice([rule("all", { dataUse: "disputed" })])],
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
      [practice([rule("all", { dataUse: "does-not-use" })], { purpose: "allow-third-party-crawlers" })],
      "Not used. Example Corporation says that it does not allow this.",
    ],
    [
      "an unknown default without a control",
      [practice([uses("all", "not-stated")])],
      "Not stated. Example Corporation says that it does this. The default is not stated, and no way to stop it is known.",
    ],
    [
      "an unknown default",
      [practice([uses("all", "not-stated", { controls: ["setting"] })])],
      "Not stated. Example Corporation says that it does this. The default is not stated; there is a way to stop it.",
    ],
  ])("%s", (_, practices, sentence) =>
    expect(
      part({ ...example, practices, controls: [control("setting", { actor: "admin" })] }, "1. Training")[0],
    ).toBe(sentence),
  );

  test("people with another answer are listed beside it, groups by their names", () => {
    expect(part(example, "Other answers", { region: "DE" })).toEqual([
      "In the rest of the world: no choice.",
      "Minors: not used.",
    ]);
    expect(part(example, "Other answers")).toEqual([
      "In the EEA and Switzerland: on by default.",
      "On a business plan: off by default.",
      "Minors: not used.",
    ]);
  });

  test("a change that is already known is reported", () => {
    const later = platform([
      practice([
        uses("later", "no-choice", { when: { from: "2027-03" } }),
        rule("now", { dataUse: "does-not-use" }),
      ]),
    ]);
    expect(text(later)).toContain("The start date is not recorded. From 1 March 2027: no choice.");
  });

  test("a rule that changes without changing the answer is no change", () => {
    const older = [
      uses("new", "no-choice", { when: { from: "2025-01-01" } }),
      uses("old", "no-choice", { when: { from: "2024-05" } }),
      rule("before"),
    ];
    expect(text(platform([practice(older)]))).toContain("Since May 2024. Before that: not stated.");
    const later = platform([
      practice([uses("later", "no-choice", { when: { from: "2027-03-01" } }), uses("now", "no-choice")]),
    ]);
    expect(text(later)).not.toContain("From 1 March 2027");
  });
});

describe("controls", () => {
  test("say the steps, the effect, what still trains, what is hard, and the right", () => {
    expect(part(example, "“Use my data", { region: "DE" })).toEqual([
      "Open the settings.",
      "Switch it off.",
      "Direct link: https://example.com/switch",
      "A setting, for the whole account. It protects when switched off. Models that are already trained are not changed.",
      "Acts on: Training; Ranking.",
      "What is still used after it:",
      "Feedback.",
      "Caveats: it needs an account; it can be done only in the app.",
      "The right it exercises: objection (GDPR, Art. 21).",
      "Evidence: [1]",
    ]);
    expect(part(example, "Partial measures", { region: "DE" })).toEqual([
      "“Objection form”",
      "The steps are not recorded.",
      "Direct link: https://example.com/settings",
      "A form, for the whole account. Only a parent or guardian can do it. What happens to data already used is not stated.",
      "Acts on: Training.",
      "Evidence: [1]",
    ]);
  });

  test("are described once, with the actions that they take in all", () => {
    expect(text(example, { region: "DE" }).match(/Open the settings\./g)).toHaveLength(1);
    expect(part(example, "What you can do", { region: "DE" })[0]).toBe(
      "To stop the uses of your content for generative AI that can be stopped: 1 control, 2 actions in all.",
    );
  });

  test("where nothing can be done, that is said", () =>
    expect(part(platform([practice([uses("all", "no-choice")])]), "What you can do")).toEqual([
      "No way to opt out is known.",
    ]));
});

describe("the head", () => {
  test("says for whom and when, then the headline, then a line per kind of data", () => {
    const { heading, lines } = explain(example, audience({ region: "DE" }, "2026-11-25"), operator());
    expect([heading, ...lines]).toEqual([
      "Example, for adults in Germany on the free plan, on 25 November 2026",
      "Example trains its AI with what you publish unless you switch it off. It says that it does not use your private messages.",
      {
        items: [
          "Published content: its own AI on by default.",
          "Private messages: its own AI not used.",
          "Activity: ranking and other models on by default.",
        ],
      },
    ]);
  });

  test("people without an account have no plan", () =>
    expect(explain(example, audience({ account: "signed-out" }, "2026-11-25")).heading).toBe(
      "Example, for adults without an account, on 25 November 2026",
    ));

  test("the answer fits the first 24 lines of a terminal", () => {
    const lines = explain(example, audience({ region: "DE" }, "2026-11-25"), operator()).parts?.[0];
    expect(lines?.heading).toBe("What you can do");
  });
});

describe("the rest of the record", () => {
  test("what it is, who runs it, the plan's name, and when it was checked", () =>
    expect(part(example, "About this record", { region: "DE", plan: "business" })).toEqual([
      "An invented platform.",
      "Example is a social network, run by Example Corporation. It calls a business plan Team or Org.",
      "Last checked on 1 November 2026.",
    ]));

  test("without a region it says for where the answer is", () => {
    const rest =
      "No region given: this is the answer for the rest of the world. Other answers apply in the EEA and Switzerland.";
    expect(text(example)).toContain(rest);
    expect(text(example, { region: "DE" })).not.toContain("No region given");
  });

  test("events are those that concern this person by that day, newest first", () => {
    expect(part(example, "Events", { region: "DE" })).toEqual([
      "Announced October 2026 and on 1 January 2027: later happened. [1]",
      "Seen by 3 December 2025 (terms changed): terms happened. In a table. [1]",
      "On 3 November 2025 (training began): began happened. [1]",
      "1 other event concerns other people or later days.",
    ]);
    expect(part(example, "Events", { region: "DE", asOf: "2025-11-10" })).toEqual([
      "On 3 November 2025 (training began): began happened. [1]",
      "3 other events concern other people or later days.",
    ]);
  });

  test("myths and open questions", () => {
    expect(part(example, "What people try")).toEqual(["“A copied notice stops it.” It does not. [1]"]);
    expect(part(example, "Open questions")).toEqual(["Since when?"]);
  });

  test("sources are numbered as they are cited, with address, copy and passage; those not cited are not listed", () => {
    const [grades, ...sources] = part(example, "Sources", { region: "DE" });
    expect(grades).toMatch(
      /^Grades of evidence: A: the platform's own words, archived and fingerprinted; B: .*; C: reports by others only\.$/,
    );
    expect(sources).toEqual([
      "Help (Example, help page)\nhttps://example.com/help",
      [
        "Privacy Policy (Example, policy)",
        "https://example.com/privacy",
        "archived 1 January 2025: https://github.com/Example/versions/blob/0123456789ab/Example/Privacy%20Policy.md",
        "· ai: “we use … to train”",
      ].join("\n"),
    ]);
  });

  test("evidence that points nowhere is shown as written", () => {
    const broken = platform([practice([rule("all", { evidence: { dataUse: ["polciy#ai"] } })])]);
    expect(text(broken)).toContain("what is done: grade none, [polciy#ai?]");
  });

  test("a withdrawn record says so first", () => {
    const withdrawn = platform([practice([rule("all")])], {
      withdrawn: { date: "2026-01-02", reason: "closed" },
    });
    expect(explain(withdrawn, audience({}, "2026-11-25")).lines[0]).toBe(
      "The record of Example was withdrawn on 2 January 2026: it no longer exists.",
    );
  });
});

test("every record has words for everyone, and no hole in them", () => {
  fc.assert(
    fc.property(arbPlatform, arbAudience, (p, who) => {
      const said = linesOf(explain(p, who)).join("\n");
      expect(said).not.toMatch(/undefined|null|NaN|\[object|Invalid/);
      for (const { title } of resolve(p, who).practices) expect(said).toContain(title);
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
      const said = linesOf(
        explain(
          p,
          audience(who),
          operators.find((o) => o.id === p.operator),
        ),
      ).join("\n");
      expect(said, p.id).not.toMatch(/undefined|\bnull\b|NaN|\[object|Invalid Date|\?\]|\.\.(?!\.)/);
    }
});
