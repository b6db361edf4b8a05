import { ACCOUNT, KINDS_WITHOUT_ACCOUNT, type Practice, type Rule, termsOf } from "../../model/index.ts";
import { concerns, type Kind, winningRule } from "../../policy/index.ts";
import type { PlatformCheck } from "../check.ts";
import { peopleOf } from "./groups.ts";
import { kindOf } from "./knd001-kinds-of-data.ts";

type WithoutAccount = keyof typeof KINDS_WITHOUT_ACCOUNT;

const ACCOUNTS = termsOf(ACCOUNT).filter((term): term is WithoutAccount => term in KINDS_WITHOUT_ACCOUNT);

/** The kinds of the data that a rule names. */
const namedKinds = (rule: Rule): Kind[] =>
  (rule.data?.includes ?? []).map(kindOf).filter((kind) => kind !== undefined);

/** Whether a rule is only about data that these people cannot have. */
function excludes(rule: Rule, account: WithoutAccount): boolean {
  const possible: readonly Kind[] = KINDS_WITHOUT_ACCOUNT[account];
  const named = namedKinds(rule);
  return named.length > 0 && !named.some((kind) => possible.includes(kind));
}

/** The people without an account whom a rule answers without naming them. */
function* answered(practice: Practice): Generator<{ rule: Rule; account: WithoutAccount }> {
  // Few rules can be concerned, so that most practices' groups of people need not be known.
  const suspects = practice.rules.filter((rule) => rule.when?.account === undefined);
  if (!suspects.some((rule) => ACCOUNTS.some((account) => excludes(rule, account)))) return;
  const people = peopleOf(practice).flatMap((who) => ACCOUNTS.map((account) => ({ ...who, account })));
  const seen = new Set<Rule>();
  for (const who of people) {
    const rule = winningRule(practice, who);
    if (!rule || seen.has(rule) || rule.when?.account !== undefined || !concerns(practice, who)) continue;
    if (!excludes(rule, who.account)) continue;
    seen.add(rule);
    yield { rule, account: who.account };
  }
}

/** KND003: a rule does not answer people without an account about data that only members have. */
export const KND003: PlatformCheck = {
  code: "KND003",
  description:
    "A rule that answers people without an account, without naming them, includes data that they can have.",
  why: "People without an account have no posts, messages or profiles. Give members a rule or practice of their own, or name the data of the others.",
  scope: "platform",
  *run(p) {
    for (const [i, practice] of p.practices.entries())
      for (const { rule, account } of answered(practice))
        yield {
          path: ["practices", i, "rules", practice.rules.indexOf(rule), "data"],
          found: `an answer for people without an account (${account}) from data of members: ${(rule.data?.includes ?? []).join(", ")}`,
          expected: `data of the kinds ${KINDS_WITHOUT_ACCOUNT[account].join(", ")}, or a rule with \`when.account\``,
          fix: 'Add `"account": "signed-in"` and a rule for the others, move the data to a practice of its own, or name the data that others have.',
        };
  },
};
