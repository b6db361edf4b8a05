import { CELL, KIND, termsOf } from "../../../model/index.ts";
import {
  type By,
  cellBy,
  isTraining,
  type Kind,
  type Resolved,
  type ResolvedPractice,
} from "../../../policy/index.ts";

type Words = readonly string[] | undefined;

/** The filters of a list that concern answers. Each is a list of terms, any of which matches. */
export interface AnswerFilters {
  kind?: readonly Kind[] | undefined;
  by?: readonly By[] | undefined;
  verdict?: Words;
  certainty?: Words;
  purpose?: Words;
  model?: Words;
  data_use?: Words;
  default_state?: Words;
  /** Kinds of controls. */
  control?: Words;
}

/** Only the filters that concern answers. */
export const answerFiltersOf = ({
  kind,
  by,
  verdict,
  certainty,
  purpose,
  model,
  data_use,
  default_state,
  control,
}: AnswerFilters): AnswerFilters => ({
  kind,
  by,
  verdict,
  certainty,
  purpose,
  model,
  data_use,
  default_state,
  control,
});

/** Is any filter given? */
export const hasFilters = (filters: AnswerFilters): boolean =>
  Object.values(filters).some((words) => words !== undefined);

const isAmong = (value: string | null, words: Words): boolean =>
  words === undefined || (value !== null && words.includes(value));

interface Verdicts {
  verdict: string;
  certainty: string | null;
}

const hasVerdict = (answer: Verdicts, { verdict, certainty }: AnswerFilters): boolean =>
  isAmong(answer.verdict, verdict) && isAmong(answer.certainty, certainty);

/** Is there a cell of the wanted kinds and columns with the wanted verdict? Without one, any that states something. */
const matchesCell = ({ kinds }: Resolved, filters: AnswerFilters): boolean =>
  kinds
    .filter(({ kind }) => (filters.kind ?? termsOf(KIND)).includes(kind))
    .flatMap((answer) => (filters.by ?? termsOf(CELL)).map((by) => cellBy(answer, by)))
    .some((cell) => (filters.verdict || cell.practices.length > 0) && hasVerdict(cell, filters));

/** Does a practice match? Without a purpose, only those that train count. */
const matchesPractice = (p: ResolvedPractice, f: AnswerFilters): boolean =>
  (f.purpose === undefined ? isTraining(p.purpose) : f.purpose.includes(p.purpose)) &&
  isAmong(p.model, f.model) &&
  isAmong(p.dataUse, f.data_use) &&
  isAmong(p.defaultState, f.default_state) &&
  (f.kind === undefined || p.kinds.some((kind) => f.kind?.includes(kind))) &&
  (f.by === undefined || isAmong(p.by, f.by)) &&
  (f.control === undefined || p.controls.some((c) => isAmong(c.kind, f.control)));

/**
 * Does an answer match the filters of a list? `verdict` and `certainty` are those of the headline; with
 * `kind` or `by` those of a cell; with `purpose` or `model` those of a practice. A practice matches all
 * filters for practices at once.
 */
export function matchesAnswer(resolved: Resolved, filters: AnswerFilters): boolean {
  const { kind, by, purpose, model, data_use, default_state, control } = filters;
  const ofPractice = purpose !== undefined || model !== undefined;
  const ofCell = kind !== undefined || by !== undefined;
  const needsPractice = ofPractice || [data_use, default_state, control].some((words) => words !== undefined);
  if (!ofPractice && !ofCell && !hasVerdict(resolved.headline, filters)) return false;
  if (!ofPractice && ofCell && !matchesCell(resolved, filters)) return false;
  if (!needsPractice) return true;
  return resolved.practices.some(
    (p) => matchesPractice(p, filters) && (!ofPractice || hasVerdict(p, filters)),
  );
}
