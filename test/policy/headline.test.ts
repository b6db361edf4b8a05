import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Audience, audience, type Platform, type Practice } from "../../src/model/index.ts";
import { cellBy, type KindAnswer, resolve } from "../../src/policy/index.ts";
import { arbAudience, arbPlatform } from "../fixtures/arbitrary.ts";
import { control, platform, practice, rule, uses } from "../fixtures/records.ts";

/* Answers by kind of data, and the headline over them. */

const ask = (practices: Practice[], rest: Partial<Platform> = {}, who: Partial<Audience> = {}) =>
  resolve(platform(practices, { controls: [control("s")], ...rest }), audience(who, "2026-11-30"));
const headline = (practices: Practice[], rest: Partial<Platform> = {}) => ask(practices, rest).headline;
const kind = (kinds: readonly KindAnswer[], name: string) => kinds.find((k) => k.kind === name) as KindAnswer;
const on = () => uses("all", "on", { controls: ["s"] });
const noChoice = () => uses("all", "no-choice");
const permitted = (namesAi = true) => uses("all", "no-choice", { dataUse: "may-use", namesAi });
const denial = () => rule("all", { dataUse: "does-not-use" });
const silent = () => rule("all");
const own = (id: string, r: ReturnType<typeof rule>, rest: Partial<Practice> = {}) =>
  practice([r], { id, ...rest });

describe("the columns", () => {
  test.each<[string, Partial<Practice>, string | null]>([
    ["own generative training", {}, "own"],
    ["own training of an unstated kind", { model: "unstated" }, "own"],
    ["own training with affiliates", { recipients: ["operator", "affiliates"] }, "own"],
    ["ranking models", { model: "other" }, "other-models"],
    ["makers of models", { recipients: ["partners"] }, "others"],
    ["affiliates", { purpose: "share-with-affiliates", recipients: ["affiliates"] }, "others"],
    ["licences", { purpose: "license-to-third-parties", recipients: ["partners"] }, "others"],
    ["crawlers", { purpose: "allow-third-party-crawlers", recipients: ["public"] }, "crawlers"],
    ["a model for one customer", { purpose: "fine-tune-customer-model", recipients: ["customer"] }, null],
    ["human review", { purpose: "human-review" }, null],
  ])("%s", (_, rest, by) => {
    const { practices, kinds } = ask([own("a", noChoice(), rest)]);
    expect(practices[0]?.by).toBe(by);
    for (const column of ["own", "others", "crawlers", "other-models"] as const)
      expect(cellBy(kind(kinds, "published"), column).verdict).toBe(
        column === by ? "no-choice" : "not-stated",
      );
  });
});

describe("a cell", () => {
  const cell = (...practices: Practice[]) => kind(ask(practices).kinds, "published").own;
  test("practised outranks permitted", () =>
    expect(cell(own("a", permitted()), own("b", on()))).toMatchObject({
      verdict: "on-by-default",
      certainty: "practised",
      practices: ["b"],
    }));
  test("silence never outranks a use", () =>
    expect(cell(own("a", silent()), own("b", on()))).toMatchObject({
      verdict: "on-by-default",
      practices: ["b"],
      parts: [],
    }));
  test("silence about a part of the data is listed beside the denial about another part", () => {
    expect(cell(own("a", silent()), own("b", denial()))).toMatchObject({
      verdict: "mixed",
      certainty: null,
      parts: [
        { verdict: "not-used", certainty: null, practices: ["b"] },
        { verdict: "not-stated", certainty: null, practices: ["a"] },
      ],
    });
    expect(headline([own("a", silent()), own("b", denial())]).verdict).toBe("not-used");
  });
  test("silence of others about the data does not touch the operator's denial", () =>
    expect(cell(own("a", silent(), { recipients: ["partners"] }), own("b", denial()))).toMatchObject({
      verdict: "not-used",
      parts: [],
    }));
  test("a licence that does not mention AI gives way to a denial", () =>
    expect(cell(own("a", permitted(false)), own("b", denial()))).toMatchObject({
      verdict: "not-used",
      parts: [],
    }));
  test("a permission that mentions AI does not", () =>
    expect(cell(own("a", permitted()), own("b", denial()))).toMatchObject({
      verdict: "mixed",
      certainty: "permitted",
      parts: [
        { verdict: "no-choice", certainty: "permitted", practices: ["a"] },
        { verdict: "not-used", certainty: null, practices: ["b"] },
      ],
    }));
  test("parts that differ are listed, with the controls of all", () =>
    expect(cell(own("a", noChoice()), own("b", on()))).toMatchObject({
      verdict: "mixed",
      controls: ["s"],
      parts: [{ practices: ["a"] }, { practices: ["b"] }],
    }));
  test("a denial that is limited to some models leaves the answer open", () =>
    expect(
      cell(own("a", rule("all", { dataUse: "does-not-use", onlyModels: "AI that imitates artists" }))),
    ).toMatchObject({ verdict: "not-stated", practices: [] }));

  test("a kind that the data of a use excludes is not used; nothing said of the use excludes nothing", () => {
    const excludes = { data: { includes: ["posts" as const], excludes: ["private-messages" as const] } };
    const { kinds } = ask([own("a", uses("all", "on", { controls: ["s"], ...excludes }))]);
    expect(kind(kinds, "messages").own).toMatchObject({ verdict: "not-used", practices: ["a"] });
    const open = ask([
      own("a", uses("all", "on", { controls: ["s"], ...excludes })),
      own("b", noChoice(), { kinds: ["messages"] }),
    ]);
    expect(kind(open.kinds, "messages").own).toMatchObject({ verdict: "no-choice", practices: ["b"] });
  });
});

describe("the headline", () => {
  test("ranking models, crawlers and human review never decide it", () =>
    expect(
      headline([
        own("a", on()),
        own("b", noChoice(), { model: "other" }),
        own("c", noChoice(), { purpose: "allow-third-party-crawlers", recipients: ["public"] }),
        own("d", noChoice(), { purpose: "human-review" }),
      ]),
    ).toMatchObject({ verdict: "on-by-default", certainty: "practised", lead: "published", control: "s" }));
  test("account and usage data decide it only where content is silent", () => {
    const usage = own("b", noChoice(), { kinds: ["activity", "account"] });
    expect(headline([own("a", on()), usage]).verdict).toBe("on-by-default");
    expect(headline([own("a", silent()), usage])).toMatchObject({
      verdict: "no-choice",
      lead: "activity",
      silent: ["published"],
    });
  });
  test("what others say of people decides it only for people without an account", () => {
    const web = [own("a", silent()), own("b", noChoice(), { kinds: ["from-others"] })];
    expect(headline(web)).toMatchObject({ verdict: "not-stated", lead: null });
    expect(ask(web, {}, { account: "non-user" }).headline).toMatchObject({
      verdict: "no-choice",
      lead: "from-others",
    });
  });
  test("what can be stopped beside what cannot is mixed, with each part", () =>
    expect(headline([own("a", noChoice()), own("b", on(), { kinds: ["ai-interactions"] })])).toMatchObject({
      verdict: "mixed",
      split: [
        { verdict: "no-choice", by: "own", kinds: ["published"], practices: ["a"] },
        { verdict: "on-by-default", by: "own", kinds: ["ai-interactions"], practices: ["b"] },
      ],
      control: "s",
    }));
  test("a denied lead beside a used kind is mixed; a denied other kind is an exception", () => {
    expect(headline([own("a", denial()), own("b", on(), { kinds: ["ai-interactions"] })])).toMatchObject({
      verdict: "mixed",
      lead: "published",
      except: ["published"],
    });
    expect(headline([own("a", on()), own("b", denial(), { kinds: ["messages"] })])).toMatchObject({
      verdict: "on-by-default",
      except: ["messages"],
    });
  });
  test("the leading kind follows from what the service is for", () =>
    expect(
      headline([own("a", denial(), { kinds: ["messages"] }), own("b", on())], { category: "messaging" }).lead,
    ).toBe("messages"));
  test("a practice is summed up before a permission", () =>
    expect(headline([own("a", permitted()), own("b", on(), { kinds: ["files"] })])).toMatchObject({
      verdict: "on-by-default",
      certainty: "practised",
    }));
  test("a licence that does not mention AI is silence", () =>
    expect(headline([own("a", permitted(false))])).toMatchObject({
      verdict: "not-stated",
      lead: null,
      split: [],
    }));
  test("a denial about others says nothing about the platform itself", () =>
    expect(headline([own("a", silent()), own("b", denial(), { recipients: ["partners"] })])).toMatchObject({
      verdict: "not-stated",
    }));
  test("a denial beside a use of the same data is a part", () =>
    expect(headline([own("a", denial()), own("b", permitted(), { model: "unstated" })])).toMatchObject({
      verdict: "mixed",
      split: [
        { verdict: "not-used", practices: ["a"] },
        { verdict: "no-choice", certainty: "permitted", practices: ["b"] },
      ],
    }));
});

describe("what a person must do", () => {
  const controls = [
    control("mail", { kind: "email", protectsWhen: undefined, steps: ["a"] }),
    control("portal", { kind: "form", protectsWhen: undefined, steps: ["a"] }),
    control("far", { steps: ["a", "b", "c"] }),
    control("near", { steps: ["a"], friction: ["app-only"] }),
    control("other", { actor: "admin", steps: ["a"] }),
    control("partial", { protects: "partly", steps: ["a"] }),
  ];
  test("settings come before forms before mails, then less friction, then fewer steps", () => {
    const r = uses("all", "on", { controls: ["mail", "partial", "other", "portal", "near", "far"] });
    expect(ask([own("a", r)], { controls }).practices[0]?.controls.map((c) => c.id)).toEqual([
      "far",
      "near",
      "portal",
      "mail",
      "other",
      "partial",
    ]);
  });
  test("the headline's control stops most of it; the total counts every control that is needed", () => {
    const one = uses("all", "on", { controls: ["near"] });
    const both = uses("all", "on", { controls: ["near", "portal"] });
    const r = ask(
      [
        own("a", one),
        own("b", both, { kinds: ["files"] }),
        own("c", uses("all", "on", { controls: ["portal"] }), { kinds: ["messages"] }),
      ],
      { controls },
    );
    expect(r.effort).toEqual({ controls: ["near", "portal"], actions: 2 });
    expect(r.headline.control).toBe("near");
  });
  test("nothing is counted for what cannot be stopped or is off", () =>
    expect(ask([own("a", noChoice()), own("b", uses("all", "off", { controls: ["s"] }))]).effort).toEqual({
      controls: [],
      actions: 0,
    }));
});

describe("laws", () => {
  const sameAnswer = ({ silent: _, ...rest }: ReturnType<typeof headline>) => rest;
  test("an answer for every person: every kind once, every part's practices among those listed", () =>
    fc.assert(
      fc.property(arbPlatform, arbAudience, (p, who) => {
        const { kinds, practices, headline: h } = resolve(p, who);
        expect(new Set(kinds.map((k) => k.kind)).size).toBe(7);
        const ids = practices.map((x) => x.id);
        for (const part of h.split) for (const id of part.practices) expect(ids).toContain(id);
        expect(h.lead === null).toBe(h.verdict === "not-stated" && h.split.length === 0);
      }),
    ));
  test("a silent practice changes no headline", () =>
    fc.assert(
      fc.property(arbPlatform, arbAudience, (p, who) => {
        const more = {
          ...p,
          practices: [...p.practices, practice([silent()], { id: "silent", kinds: ["published", "files"] })],
        };
        expect(sameAnswer(resolve(more, who).headline)).toEqual(sameAnswer(resolve(p, who).headline));
      }),
    ));
  test("a denial never adds a use, and never makes one worse", () =>
    fc.assert(
      fc.property(arbPlatform, arbAudience, (p, who) => {
        const more = {
          ...p,
          practices: [...p.practices, practice([denial()], { id: "denial", kinds: ["published", "files"] })],
        };
        const usesOf = (h: ReturnType<typeof headline>) => h.split.filter((x) => x.certainty !== null);
        const [before, after] = [resolve(p, who).headline, resolve(more, who).headline];
        expect(usesOf(after)).toEqual(usesOf(before));
        expect([before.verdict, "mixed", "not-used", "disputed"]).toContain(after.verdict);
      }),
    ));
  test("the order of practices does not matter to the verdict", () =>
    fc.assert(
      fc.property(fc.array(arbPlatform, { minLength: 2, maxLength: 3 }), arbAudience, (several, who) => {
        const practices = several.flatMap((p, i) => p.practices.map((x) => ({ ...x, id: `${x.id}-${i}` })));
        const p = platform(practices, { controls: several[0]?.controls ?? [] });
        const verdicts = (x: Platform) => {
          const { headline: h, kinds } = resolve(x, who);
          return [h.verdict, h.certainty, h.lead, kinds.map((k) => [k.own.verdict, k.own.certainty])];
        };
        expect(verdicts({ ...p, practices: practices.toReversed() })).toEqual(verdicts(p));
      }),
    ));
});

test("content that the terms only permit to use is listed beside what is practised", () => {
  const files = own("b", permitted(), { kinds: ["files"] });
  expect(headline([own("a", on()), files])).toMatchObject({
    verdict: "on-by-default",
    split: [{ practices: ["a"] }],
    permitted: [{ kinds: ["files"], practices: ["b"], certainty: "permitted" }],
  });
  expect(headline([files])).toMatchObject({ verdict: "no-choice", certainty: "permitted", permitted: [] });
});
