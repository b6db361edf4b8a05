import type {
  Audience,
  Control,
  Data,
  DEFAULT,
  Fact,
  LEGAL_BASIS,
  Operator,
  Platform,
  Practice,
  PURPOSE,
  RECIPIENT,
  Rule,
  USE,
} from "../model/index.ts";
import { firstDay } from "../model/index.ts";
import { type Effort, easiestFirst, effortOf } from "./effort.ts";
import { bestGrade, evidenceOf, type Grade } from "./evidence.ts";
import { type Gap, gapsOf } from "./gaps.ts";
import { matches } from "./match.ts";
import { dayIn, type Interval, intervalsOf } from "./space/segments.ts";
import { type Certainty, certaintyOf, isTraining, type Verdict, verdictOf, worst } from "./verdict.ts";

/** The answer of one practice for one person on one day. Every field is present; null is "not known" or "does not apply". */
export interface ResolvedPractice {
  id: string;
  title: string;
  purpose: keyof typeof PURPOSE;
  recipients: (keyof typeof RECIPIENT)[];
  /** The rule that answered; null when none of the table's does (the record is then invalid, and the answer is `not-stated`). */
  rule: string | null;
  use: keyof typeof USE;
  default: keyof typeof DEFAULT | null;
  verdict: Verdict;
  certainty: Certainty | null;
  /** The controls that this person has, easiest first. */
  controls: Control[];
  effort: Effort | null;
  data: Data | null;
  legalBasis: keyof typeof LEGAL_BASIS | null;
  note: string | null;
  /** Since when the same use and default have held for this person, as precisely as known; null: always, or not recorded. */
  since: string | null;
  grade: { use: Grade | null; default: Grade | null };
  evidence: Record<Fact, string[]>;
  gaps: { notice: Gap | null; control: Gap | null };
}

/** A platform's answer for one person on one day. */
export interface Resolved {
  audience: Audience;
  /** The worst verdict among the training purposes. */
  overall: Verdict;
  practices: ResolvedPractice[];
}

/** The rule of a practice that answers for this person: the first that matches. */
export const winningRule = (practice: Practice, who: Audience): Rule | undefined =>
  practice.rules.find((rule) => matches(rule.when, who));

/** The controls of a rule that this person has on that day. */
export const controlsOf = (platform: Pick<Platform, "controls">, rule: Rule, who: Audience): Control[] =>
  easiestFirst(
    (rule.controls ?? []).flatMap((id) =>
      platform.controls.filter((c) => c.id === id && matches(c.when, who)),
    ),
  );

const NO_EVIDENCE: Record<Fact, string[]> = { use: [], default: [], data: [], legalBasis: [] };

/**
 * The first day since when a person is answered the same, as precisely as it is known: going
 * back over other rules with the same use and default. Null where it always was, or nothing says since when.
 */
function sinceOf(practice: Practice, who: Audience, rule: Rule): string | null {
  const conditions = practice.rules.flatMap((r) => r.when ?? []);
  const spans = intervalsOf(conditions);
  const same = (day: string): boolean => {
    const then = winningRule(practice, { ...who, asOf: day });
    return then?.use === rule.use && then.default === rule.default;
  };
  let at = spans.findLastIndex(({ from }) => from === null || from <= who.asOf);
  while (at > 0 && same(dayIn(spans[at - 1] as Interval))) at--;
  const since = spans[at]?.from ?? null;
  const written = conditions
    .flatMap(({ from, until }) => [from, until])
    .filter((date) => date !== undefined && firstDay(date) === since);
  // A day that several conditions name is taken as the least precise of them says it: `2024-09`, not `2024-09-01`.
  return written.sort((a, b) => (a?.length ?? 0) - (b?.length ?? 0))[0] ?? since;
}

/** Resolves one practice. Total: it answers for every audience and day. */
export function resolvePractice(
  platform: Platform,
  practice: Practice,
  who: Audience,
  operator?: Operator,
): ResolvedPractice {
  const rule = winningRule(practice, who);
  const controls = rule ? controlsOf(platform, rule, who) : [];
  const use = rule?.use ?? "not-stated";
  const byDefault = rule?.default ?? null;
  return {
    id: practice.id,
    title: practice.title,
    purpose: practice.purpose,
    recipients: practice.recipients,
    rule: rule?.id ?? null,
    use,
    default: byDefault,
    verdict: verdictOf(use, byDefault, controls),
    certainty: certaintyOf(use),
    controls,
    effort: effortOf(controls),
    data: rule?.data ?? null,
    legalBasis: rule?.legalBasis ?? null,
    note: rule?.note ?? null,
    since: rule ? sinceOf(practice, who, rule) : null,
    grade: {
      use: bestGrade(rule?.evidence.use, platform, operator),
      default: bestGrade(rule?.evidence.default, platform, operator),
    },
    evidence: rule ? evidenceOf(rule) : NO_EVIDENCE,
    gaps: gapsOf(platform.events, practice.id, who),
  };
}

/** The overall verdict: the worst among the practices that train. */
export const overallOf = (practices: readonly Pick<ResolvedPractice, "purpose" | "verdict">[]): Verdict =>
  worst(practices.filter((p) => isTraining(p.purpose)).map((p) => p.verdict));

/**
 * Resolves a record for one person and day: per practice the winning rule, the controls
 * that this person has and the verdict. Total over every audience and day.
 * @param operator the record's operator, whose shared sources evidence may point to
 */
export function resolve(platform: Platform, who: Audience, operator?: Operator): Resolved {
  const practices = platform.practices.map((practice) => resolvePractice(platform, practice, who, operator));
  return { audience: who, overall: overallOf(practices), practices };
}
