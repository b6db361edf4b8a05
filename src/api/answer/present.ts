import type * as z from "zod";
import { headlineSentence } from "../../language/en/index.ts";
import type * as m from "../../model/index.ts";
import {
  type Cell,
  controlsInOrder,
  type KindAnswer,
  otherAudiences,
  type Resolved,
  type ResolvedPractice,
  resolve,
} from "../../policy/index.ts";
import { presentControl } from "../record/present.ts";
import type * as s from "./schema.ts";

type Out<S extends z.ZodType> = z.infer<S>;
type Identity = Pick<m.Platform, "name" | "category">;

/** The headline as lists show it. */
export function presentHeadlineSummary(
  platform: Identity,
  resolved: Resolved,
): Out<typeof s.headlineSummarySchema> {
  const { verdict, certainty, lead, control: id } = resolved.headline;
  const control = resolved.practices.flatMap((p) => p.controls).find((c) => c.id === id);
  return {
    verdict,
    certainty,
    lead,
    sentence: headlineSentence(platform, resolved),
    control: control ? { id: control.id, name: control.name, url: control.url ?? null } : null,
  };
}

/** The headline with its parts. */
export function presentHeadline(platform: Identity, resolved: Resolved): Out<typeof s.headlineSchema> {
  const { split, permitted, except, silent } = resolved.headline;
  return { ...presentHeadlineSummary(platform, resolved), split, permitted, except, silent };
}

/** A cell, or null where nothing is stated. */
const stated = <T>(cell: Cell, present: (cell: Cell) => T): T | null =>
  cell.practices.length === 0 ? null : present(cell);

const columns = <T>({ own, others, crawlers, otherModels }: KindAnswer, present: (cell: Cell) => T) => ({
  own: stated(own, present),
  others: stated(others, present),
  crawlers: stated(crawlers, present),
  otherModels: stated(otherModels, present),
});

const presentKind = (answer: KindAnswer): Out<typeof s.kindAnswerSchema> => ({
  kind: answer.kind,
  ...columns(answer, (cell) => cell),
});

const presentPractice = (p: ResolvedPractice): Out<typeof s.practiceAnswerSchema> => ({
  id: p.id,
  title: p.title,
  kinds: p.kinds,
  model: p.model,
  purpose: p.purpose,
  recipients: p.recipients,
  by: p.by,
  onlyModels: p.onlyModels,
  verdict: p.verdict,
  certainty: p.certainty,
  controls: p.controls.map((c) => c.id),
  since: p.since,
});

const presentDetails = (p: ResolvedPractice): Out<typeof s.practiceDetailsSchema> => ({
  subject: p.subject,
  excludedKinds: p.excludedKinds,
  rule: p.rule,
  dataUse: p.dataUse,
  namesAi: p.namesAi,
  defaultState: p.defaultState,
  data: p.data,
  legalBasis: p.legalBasis,
  note: p.note,
  grade: p.grade,
  evidence: p.evidence,
  gaps: p.gaps,
});

/** A control of a person: they have it, so the condition under which people have it is not repeated. */
export function presentControlAnswer(control: m.Control): Out<typeof s.controlAnswerSchema> {
  const { when: _, evidence: __, ...rest } = presentControl(control);
  return { ...rest, until: control.when?.until ?? null };
}

const common = (platform: Identity, resolved: Resolved) => ({
  headline: presentHeadline(platform, resolved),
  kinds: resolved.kinds.map(presentKind),
  worst: resolved.worst,
  effort: resolved.effort,
});

/** An answer, in short. */
export const presentAnswer = (platform: Identity, resolved: Resolved): Out<typeof s.answerSchema> => ({
  ...common(platform, resolved),
  practices: resolved.practices.map(presentPractice),
  controls: controlsInOrder(resolved.practices).map(presentControlAnswer),
});

/**
 * What a platform's record means for one person, with the audiences that have a different answer.
 * @param evidence whether to add what the answer is based on
 */
export function presentDetailedAnswer(
  platform: m.Platform,
  operator: m.Operator | undefined,
  who: m.Audience,
  evidence: boolean,
): Out<z.ZodObject<typeof s.detailedAnswer>> {
  const resolved = resolve(platform, who, operator);
  return {
    audience: who,
    ...common(platform, resolved),
    practices: resolved.practices.map((p) => ({
      ...presentPractice(p),
      details: evidence ? presentDetails(p) : null,
    })),
    controls: controlsInOrder(resolved.practices).map((c) => ({
      ...presentControlAnswer(c),
      evidence: evidence ? c.evidence : null,
    })),
    others: otherAudiences(platform, resolved).map(({ practices, ...other }) => ({
      ...other,
      practices: practices.map((p) => p.id),
    })),
  };
}
