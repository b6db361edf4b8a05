import { CONTENT_KINDS, type Control, GRADE, type PLAN, termsOf } from "../../../model/index.ts";
import {
  type Cell,
  controlsInOrder,
  type Grade,
  type Kind,
  otherAudiences,
  type ResolvedPractice,
} from "../../../policy/index.ts";
import type { Shown } from "../../components/switch.tsx";
import type { ChosenService } from "../checklist/chosen.ts";

/** What is known about one kind of content, for generative AI. */
export interface KindRow {
  kind: Kind;
  own: Cell;
  others: Cell;
  /** The weakest evidence among the practices that decide it; null where nothing is stated. */
  grade: Grade | null;
}

/** What is different on another plan. */
export interface OtherPlan {
  plans: readonly (keyof typeof PLAN)[];
  answer: Shown;
  /** The use that it is about; undefined where it is the answer as a whole. */
  use: string | undefined;
}

/** What the review says about one service. */
export interface Report {
  service: ChosenService;
  kinds: KindRow[];
  /** The names under which the contract is sold; empty where the record names none. */
  soldAs: readonly string[];
  otherPlans: OtherPlan[];
  /** Everything that these people, or who acts for them, can do, the most useful first. */
  controls: Control[];
}

const GRADES = termsOf(GRADE);

/** The weakest of some grades, in the order of the vocabulary. */
const weakest = (grades: readonly Grade[]): Grade | null =>
  GRADES.findLast((grade) => grades.includes(grade)) ?? null;

const isGenerative = ({ by }: ResolvedPractice): boolean => by === "own" || by === "others";

/** Plans with another answer: as a whole, or where that is the same, for single uses. */
function otherPlansOf({ platform, resolved }: ChosenService): OtherPlan[] {
  const { headline, practices } = resolved;
  return otherAudiences(platform, resolved)
    .filter(({ facet }) => facet === "plan")
    .flatMap(({ values, verdict, certainty, practices: changed }): OtherPlan[] => {
      const plans = values as (keyof typeof PLAN)[];
      if (verdict !== headline.verdict || certainty !== headline.certainty)
        return [{ plans, answer: { verdict, certainty }, use: undefined }];
      const titleOf = (id: string) => practices.find((p) => p.id === id && isGenerative(p))?.title;
      return changed.flatMap((change): OtherPlan[] => {
        const use = titleOf(change.id);
        const answer: Shown = { verdict: change.verdict, certainty: null };
        return use === undefined ? [] : [{ plans, answer, use }];
      });
    });
}

/** The review of one service, for the person that its answer is for. */
export function reportOf(service: ChosenService): Report {
  const { platform, resolved } = service;
  const { practices, kinds, audience } = resolved;
  const gradesOf = ({ practices: ids }: Cell): Grade[] =>
    practices.filter((p) => ids.includes(p.id)).flatMap((p) => p.grade.dataUse ?? []);
  const used = practices.filter((p) => p.certainty !== null);
  return {
    service,
    kinds: kinds
      .filter(({ kind }) => (CONTENT_KINDS as readonly string[]).includes(kind))
      .map(({ kind, own, others }) => ({
        kind,
        own,
        others,
        grade: weakest([...gradesOf(own), ...gradesOf(others)]),
      })),
    soldAs: platform.plans?.[audience.plan] ?? [],
    otherPlans: otherPlansOf(service),
    controls: controlsInOrder(used.length > 0 ? used : practices),
  };
}
