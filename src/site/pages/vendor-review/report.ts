import { CONTENT_KINDS, type Control, GRADE, termsOf } from "../../../model/index.ts";
import {
  type Cell,
  controlsInOrder,
  type Grade,
  type Kind,
  type OtherAudience,
  otherAudiences,
} from "../../../policy/index.ts";
import type { ChosenService } from "../checklist/chosen.ts";

/** What is known about one kind of content, for generative AI. */
export interface KindRow {
  kind: Kind;
  own: Cell;
  others: Cell;
  /** The weakest evidence among the practices that decide it; null where nothing is stated. */
  grade: Grade | null;
}

/** What the review says about one service. */
export interface Report {
  service: ChosenService;
  kinds: KindRow[];
  /** The names under which the contract is sold; empty where the record names none. */
  soldAs: readonly string[];
  /** Plans with another answer. */
  otherPlans: OtherAudience[];
  /** Everything that these people, or who acts for them, can do, the most useful first. */
  controls: Control[];
}

const GRADES = termsOf(GRADE);

/** The weakest of some grades, in the order of the vocabulary. */
const weakest = (grades: readonly Grade[]): Grade | null =>
  GRADES.findLast((grade) => grades.includes(grade)) ?? null;

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
    otherPlans: otherAudiences(platform, resolved).filter(
      (other) =>
        other.facet === "plan" &&
        (other.verdict !== resolved.headline.verdict || other.certainty !== resolved.headline.certainty),
    ),
    controls: controlsInOrder(used.length > 0 ? used : practices),
  };
}
