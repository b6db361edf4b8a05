import { headlineSentence } from "../language/en/headline.ts";
import type { Control, Platform } from "../model/index.ts";
import { isTraining, type Resolved, type ResolvedPractice, type Verdict } from "../policy/index.ts";
import { remembered } from "../text/remembered.ts";
import { type AnswerSpace, resolvedFrom, type Said } from "./answer-space.ts";
import { type AudienceAndTime, audienceRows } from "./audience-rows.ts";
import { HEADLINE } from "./segments.ts";
import { severityOf } from "./severity.ts";

/** An answer, without for whom and when. */
interface Answer {
  practice: string;
  purpose: string;
  training: boolean;
  /** The kinds of data of these people that the practice is about, separated by spaces; null for the headline, as are the next three. */
  kinds: string | null;
  model: string | null;
  /** The column of the answer by kind; also null where the practice does not train models for general use. */
  byWhom: string | null;
  rule: string | null;
  /** Null for the headline. */
  dataUse: string | null;
  defaultState: string | null;
  verdict: Verdict;
  severity: number;
  certainty: string | null;
  gradeDataUse: string | null;
  /** The most useful control that stops it; null where none does. */
  control: string | null;
  /** Of the headline: the kind of data that it is mainly about. */
  leadKind: string | null;
  /** Of the headline: the strictest reading. */
  worst: Verdict | null;
  /** Of the headline: the answer in plain English. */
  sentence: string | null;
  controls: Pick<Control, "id" | "kind">[];
}

/** A row of `answers`, without revision and id, and the controls that belong to it. */
export type AnswerRow = AudienceAndTime & Answer;

const answerOf = (p: ResolvedPractice): Answer => ({
  practice: p.id,
  purpose: p.purpose,
  training: isTraining(p.purpose),
  kinds: p.kinds.join(" "),
  model: p.model,
  byWhom: p.by,
  rule: p.rule,
  dataUse: p.dataUse,
  defaultState: p.defaultState,
  verdict: p.verdict,
  severity: severityOf(p.verdict),
  certainty: p.certainty,
  gradeDataUse: p.grade.dataUse,
  control: p.effort?.control ?? null,
  leadKind: null,
  worst: null,
  sentence: null,
  controls: p.controls.map(({ id, kind }) => ({ id, kind })),
});

const headlineAnswer = (platform: Platform, resolved: Resolved): Answer => {
  const { verdict, certainty, lead, control } = resolved.headline;
  return {
    practice: HEADLINE,
    purpose: HEADLINE,
    training: true,
    kinds: null,
    model: null,
    byWhom: null,
    rule: null,
    dataUse: null,
    defaultState: null,
    verdict,
    severity: severityOf(verdict),
    certainty,
    gradeDataUse: null,
    control,
    leadKind: lead,
    worst: resolved.worst,
    sentence: headlineSentence(platform, resolved),
    controls: [],
  };
};

/** What tells a practice's answers apart: everything else follows from the rule and these. */
const textOfPractice = ({ rule, kinds, controls }: Answer): string =>
  `${rule} ${kinds} ${controls.map((c) => c.id).join()}`;

const textOfHeadline = ({ verdict, certainty, control, leadKind, worst, sentence }: Answer): string =>
  [verdict, certainty, control, leadKind, worst, sentence].join("\n");

/** A platform's resolved answers for every distinguishable audience and time: the headline, then each practice. */
export function answerRows(space: AnswerSpace): AnswerRow[] {
  const headline = remembered((said: Said) => headlineAnswer(space.platform, resolvedFrom(space, said)));
  const practice = remembered(answerOf);
  return [
    ...audienceRows(space.everything(), ({ said }) => headline(said), textOfHeadline),
    ...space.resolvers.flatMap((resolver) =>
      audienceRows(
        space.about([resolver]),
        ({ said: { practices } }) => (practices[0] ? practice(practices[0]) : null),
        textOfPractice,
      ),
    ),
  ];
}
