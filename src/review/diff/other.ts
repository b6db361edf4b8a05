import type { Change } from "../../history/compare.ts";
import {
  changeInWords,
  dateInWords,
  domainRoleInWords,
  type PracticeChanges,
  placeInWords,
  planInWords,
  type Sides,
  type State,
  withdrawalInWords,
} from "../../language/en/index.ts";
import {
  DOMAIN_LABELS,
  isOwn,
  type Label,
  OPERATOR_LABELS,
  PLATFORM_LABELS,
  PRACTICE_LABELS,
  REVIEW_LABELS,
  RULE_LABELS,
  WITHDRAWN_LABELS,
} from "../../language/en/labels.ts";
import type { Domain, Platform } from "../../model/index.ts";
import { joinPresent } from "../../text/lists.ts";
import { type DiffNode, fieldChange, fieldChanges, labelledChange, node } from "./node.ts";

/** Fields whose every change appears in another section. */
const ELSEWHERE = /^\/(domains|apps|controls|events|myths|sources|review)(\/|$)|\/evidence(\/|$)/;
/** Fields that are words and nothing else. */
const WORDS_ONLY = /^\/(summary|\$schema)$|^\/practices\/@[^/]+\/(title|rules\/@[^/]+\/note)$/;

const isWording = (change: Change): boolean => WORDS_ONLY.test(change.path);

/** Two states of a platform's record, as the words for changes take them. */
export const sidesOf = (before: State, after: State): Sides => ({
  before: { record: before.platform, operator: before.operator },
  after: { record: after.platform, operator: after.operator },
});

/** The words of a change of one field of a rule, where the field has a label. */
function ruleChange(change: Change): string | undefined {
  const [, rule, field = "", rest] = /\/rules\/@([^/]+)\/([^/]+)(\/.*)?$/.exec(change.path) ?? [];
  if (rule === undefined || rest !== undefined || "order" in change) return undefined;
  const label = RULE_LABELS[field as keyof typeof RULE_LABELS] as Label<never> | undefined;
  return labelledChange(label, change.before, change.after, { suffix: ` (rule ${rule})` })
    .map(({ text }) => text)
    .join("; ");
}

/** Changes of rules in a practice whose answers stay the same; in a practice whose answers change, they are the answers. */
function silentChanges(
  changes: readonly Change[],
  practices: readonly PracticeChanges[],
  sides: Sides,
): DiffNode[] {
  const answering = new Set(practices.filter((p) => p.answers.length > 0).map((p) => p.id));
  const silent = changes.filter((change) => {
    const [, practice] = /^\/practices\/@([^/]+)\/rules(?:\/|$)/.exec(change.path) ?? [];
    return (
      practice !== undefined && !answering.has(practice) && !isWording(change) && !ELSEWHERE.test(change.path)
    );
  });
  return silent.map((c) => node(`${ruleChange(c) || changeInWords(c, sides)} (no answer changes)`));
}

const practiceFields = (before: Platform, after: Platform): DiffNode[] =>
  before.practices.flatMap((was) => {
    const is = after.practices.find((p) => p.id === was.id);
    return is ? fieldChanges(PRACTICE_LABELS, was, is, `${is.title}: `) : [];
  });

function reviewNodes(before: Platform["review"], after: Platform["review"]): DiffNode[] {
  return [
    ...labelledChange(REVIEW_LABELS.verified as Label<never>, before.verified, after.verified),
    ...after.openQuestions
      .filter((q) => !before.openQuestions.includes(q))
      .map((q) => node(`open question: ${q}`)),
    ...before.openQuestions
      .filter((q) => !after.openQuestions.includes(q))
      .map((q) => node(`no longer an open question: ${q}`)),
  ];
}

const ROOT_LABELS: Readonly<Record<string, unknown>> = { ...OPERATOR_LABELS, ...PLATFORM_LABELS };

/** What changed in the fields at the record's root that have no section. */
export function rootNodes(changes: readonly Change[], sides: Sides): DiffNode[] {
  return changes
    .filter((c) => !ELSEWHERE.test(c.path) && !isWording(c) && !/^\/(practices|withdrawn)/.test(c.path))
    .flatMap((c) => {
      const [, field = "", ...under] = c.path.split("/");
      const label = ROOT_LABELS[field] as Label<never> | undefined;
      if ("order" in c || label === undefined || isOwn(label)) return [node(changeInWords(c, sides))];
      const suffix = under.length > 0 ? ` (${under.join(" ")})` : "";
      return labelledChange(label, c.before, c.after, { suffix });
    });
}

/** Words that changed and nothing else, in one line. */
export function wordingNodes(changes: readonly Change[], sides: Sides): DiffNode[] {
  const places = changes.filter(isWording).map((c) => placeInWords(c.path, sides));
  return places.length === 0 ? [] : [node(`wording only: ${places.join("; ")}`)];
}

const domainInWords = ({ host, role, country, plan }: Domain): string => {
  const traits = [domainRoleInWords(role), country, plan && planInWords(plan)];
  return `${host} (${joinPresent(traits, ", ")})`;
};

/** What changed in the hosts where a platform is. */
function domainNodes(before: Platform["domains"], after: Platform["domains"]): DiffNode[] {
  const find = (list: Platform["domains"], { host }: Domain) => list.find((d) => d.host === host);
  return [
    ...after.filter((d) => !find(before, d)).map((d) => node(`domains: now also ${domainInWords(d)}`)),
    ...before.filter((d) => !find(after, d)).map((d) => node(`domains: no longer ${domainInWords(d)}`)),
    ...before.flatMap((was) => {
      const is = find(after, was);
      return is ? fieldChanges(DOMAIN_LABELS, was, is, `${was.host}: `) : [];
    }),
  ];
}

const appNodes = (before: Platform["apps"] = {}, after: Platform["apps"] = {}): DiffNode[] => [
  ...fieldChange("Android apps", before.android, after.android),
  ...fieldChange("App Store apps", before.apple, after.apple),
];

/** That a record was withdrawn, or is no longer. */
export function withdrawnNodes(before: Platform["withdrawn"], after: Platform["withdrawn"]): DiffNode[] {
  if (after && !before)
    return [
      node(`withdrawn on ${dateInWords(after.date)}: ${withdrawalInWords(after.reason)}`, [
        ...(after.successors ? [node(`answering instead: ${after.successors.join(", ")}`)] : []),
        ...(after.note ? [node(after.note)] : []),
      ]),
    ];
  if (before && !after) return [node("no longer withdrawn")];
  return before && after ? fieldChanges(WITHDRAWN_LABELS, before, after) : [];
}

/** Everything about a platform that has no section of its own. */
export function otherNodes(
  before: State,
  after: State,
  changes: readonly Change[],
  practices: readonly PracticeChanges[],
): DiffNode[] {
  const sides = sidesOf(before, after);
  const [was, is] = [before.platform, after.platform];
  return [
    ...rootNodes(changes, sides),
    ...domainNodes(was.domains, is.domains),
    ...appNodes(was.apps, is.apps),
    ...practiceFields(was, is),
    ...silentChanges(changes, practices, sides),
    ...reviewNodes(was.review, is.review),
    ...wordingNodes(changes, sides),
  ];
}
