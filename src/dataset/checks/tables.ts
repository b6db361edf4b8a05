import { type Audience, DIMENSIONS, type Dimension, firstDay, type Practice, type Rule, type When } from "../../model/index.ts";
import { conditionsOf, representative, segmentsOf, stops, winningRule } from "../../policy/index.ts";
import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";
import { rulesOf } from "./walk.ts";

/** People and a day in words: `region DE, plan free, age adult, account signed-in, on 2024-10-01`. */
const describe = (who: Audience): string =>
  `region ${who.region ?? "rest of the world"}, plan ${who.plan}, age ${who.age}, account ${who.account}, on ${who.asOf}`;

/** PRA001: every rule can match somebody. */
export const PRA001: PlatformCheck = {
  code: "PRA001",
  description: "Every rule is the first match for somebody on some day.",
  scope: "platform",
  *run(p) {
    for (const [i, practice] of p.practices.entries()) {
      const winners = new Set(segmentsOf(conditionsOf(practice, [])).map((s) => winningRule(practice, representative(s))));
      for (const [j, rule] of practice.rules.entries())
        if (!winners.has(rule))
          yield {
            path: ["practices", i, "rules", j],
            found: `the rule ${show(rule.id)}, which can never match: the rules above it take everybody it is for`,
            expected: "a rule that answers for somebody on some day",
            mend: "Move it above the rule that hides it, narrow that rule's `when`, or remove it.",
          };
    }
  },
};

/** PRA002: every table answers for everybody. */
export const PRA002: PlatformCheck = {
  code: "PRA002",
  description: "Every decision table answers for every audience and day.",
  scope: "platform",
  *run(p) {
    for (const [i, practice] of p.practices.entries()) {
      const gap = segmentsOf(conditionsOf(practice, []))
        .map(representative)
        .find((who) => winningRule(practice, who) === undefined);
      if (gap)
        yield {
          path: ["practices", i, "rules"],
          found: `no answer for ${describe(gap)}`,
          expected: "an answer for every audience and day",
          mend: "End the table with a rule without `when`; `not-stated` is an honest answer.",
        };
    }
  },
};

const dimensions = Object.values(DIMENSIONS) as unknown as readonly Dimension[];
/** The audience part of a condition, in a form that can be compared. */
const audienceKey = (when: When | undefined): string =>
  JSON.stringify(dimensions.map((d) => (when && d.wanted(when) ? [...(d.wanted(when) as string[])].sort() : null)));
const startOf = (rule: Rule): string => (rule.when?.from ? firstDay(rule.when.from) : "");
const endOf = (rule: Rule): string => (rule.when?.until ? firstDay(rule.when.until) : "9999-12-31");

/** Do two intervals cross: each with days of its own and days in common? */
const cross = (a: Rule, b: Rule): boolean => {
  const [x, y] = startOf(a) <= startOf(b) ? [a, b] : [b, a];
  return startOf(x) < startOf(y) && startOf(y) < endOf(x) && endOf(x) < endOf(y);
};

/** A later rule that simply goes on below a newer one ("since 2025 this, since 2023 that") is no contradiction. */
function* crossing(practice: Practice): Generator<{ index: number; rule: Rule; other: Rule }> {
  for (const [j, rule] of practice.rules.entries())
    for (const other of practice.rules.slice(0, j))
      if (audienceKey(rule.when) === audienceKey(other.when) && endOf(rule) !== "9999-12-31" && endOf(other) !== "9999-12-31" && cross(rule, other))
        yield { index: j, rule, other };
}

/** PRA003: rules for the same people do not cross in time. */
export const PRA003: PlatformCheck = {
  code: "PRA003",
  description: "Two rules for the same people do not overlap in part: their dates follow each other, or one lies within the other.",
  scope: "platform",
  *run(p) {
    for (const [i, practice] of p.practices.entries())
      for (const { index, rule, other } of crossing(practice))
        yield {
          path: ["practices", i, "rules", index, "when"],
          found: `${rule.when?.from ?? "always"} to ${rule.when?.until}, which overlaps the rule ${show(other.id)} (${other.when?.from ?? "always"} to ${other.when?.until})`,
          expected: "dates that follow each other (`until` is the first day no longer covered)",
          mend: `Let one begin where the other ends.`,
        };
  },
};

/** PRA004: a default stands where something is used, and only there. */
export const PRA004: PlatformCheck = {
  code: "PRA004",
  description: "`default` stands with `uses` and `may-use`, and nowhere else.",
  scope: "platform",
  *run(p) {
    for (const { rule, path } of rulesOf(p)) {
      const used = rule.use === "uses" || rule.use === "may-use";
      if (used && rule.default === undefined)
        yield {
          path,
          found: `${show(rule.use)} without a default`,
          expected: "a `default`",
          mend: 'Say what happens to somebody who does nothing; "not-stated" where the documents do not.',
        };
      if (!used && rule.default !== undefined)
        yield {
          path: [...path, "default"],
          found: `a default with ${show(rule.use)}`,
          expected: "no `default`",
          mend: "Remove it: nothing is used.",
        };
    }
  },
};

/** PRA005: the default agrees with the controls. */
export const PRA005: PlatformCheck = {
  code: "PRA005",
  description: "`on` has a control that stops it fully; `no-choice` has none.",
  scope: "platform",
  *run(p) {
    for (const { rule, path } of rulesOf(p)) {
      const stopping = (rule.controls ?? []).filter((id) => p.controls.some((c) => c.id === id && stops(c)));
      const at = [...path, "default"];
      if (rule.default === "on" && stopping.length === 0)
        yield {
          path: at,
          found: '"on" without a control that stops it',
          expected: "a control with `protects: fully` (and not account deletion) in the rule's `controls`",
          mend: 'Name the control, or write "no-choice".',
        };
      if (rule.default === "no-choice" && stopping.length > 0)
        yield {
          path: at,
          found: `"no-choice" beside the control ${show(stopping[0])}, which stops it`,
          expected: "no control that stops it fully",
          mend: 'Write "on", or let the control protect "partly".',
        };
    }
  },
};

/** PRA006: people learn about generative training from every record. */
export const PRA006: PlatformCheck = {
  code: "PRA006",
  description: "Every record answers for the training of generative models, be it with `not-stated`.",
  scope: "platform",
  *run(p) {
    if (!p.practices.some((x) => x.purpose === "train-generative-ai"))
      yield {
        path: ["practices"],
        found: "no practice for train-generative-ai",
        expected: "an answer to the question that people come for",
        mend: "Add the practice; `not-stated`, with the documents that were read as evidence, is an answer.",
      };
  },
};

/** CTL001: settings, and only they, say which position protects. */
export const CTL001: PlatformCheck = {
  code: "CTL001",
  description: "A setting says which position protects; other controls have no positions.",
  scope: "platform",
  *run(p) {
    for (const [i, c] of p.controls.entries()) {
      if (c.kind === "setting" && c.protectsWhen === undefined)
        yield {
          path: ["controls", i],
          found: `the setting ${show(c.id)} without \`protectsWhen\``,
          expected: '"on" or "off"',
          mend: 'Say which position protects: "off" for “use my data to train”, "on" for “do not train on my data”.',
        };
      if (c.kind !== "setting" && c.protectsWhen !== undefined)
        yield {
          path: ["controls", i, "protectsWhen"],
          found: `\`protectsWhen\` on a control of kind ${show(c.kind)}`,
          expected: "no `protectsWhen`",
          mend: "Remove it, or make the control a setting.",
        };
      if (c.kind === "account-deletion" && c.protects === "fully")
        yield {
          path: ["controls", i, "protects"],
          found: '"fully" on account deletion',
          expected: '"partly"',
          mend: 'Leaving is no choice about training: write "partly".',
        };
    }
  },
};
