import { cellInSentence } from "../../language/en/explain/kinds.ts";
import {
  answerInWords,
  cellInWords,
  headlineSentence,
  kindInWords,
  type Spread,
  type State,
  spreadOf,
} from "../../language/en/index.ts";
import { CELL, type Platform, termsOf } from "../../model/index.ts";
import {
  type Answering,
  answering,
  cellBy,
  conditionsOfPlatform,
  type Headline,
  madeFrom,
  madeFromBoth,
  type Resolved,
  resolversOf,
  segmentsOf,
} from "../../policy/index.ts";
import { canonical } from "../../text/canonical.ts";
import { forWhom } from "./for-whom.ts";
import { type DiffNode, node } from "./node.ts";

type Short = Pick<Headline, "verdict" | "certainty">;

/** How the headline, and the answers by kind of data under it, changed for the same people at the same time. */
export interface HeadlineChange {
  before: Short | null;
  after: Short | null;
  /** The change of the headline: `on by default → no choice`; null where it is the same. */
  headline: string | null;
  /** The headline's sentence after the change; null where the headline is the same. */
  sentence: string | null;
  /** The cells that changed, one per line: `Published content, its own AI: asked first → on by default`. */
  cells: string[];
}

const short = ({ headline: { verdict, certainty } }: Resolved): Short => ({ verdict, certainty });

function changedCells(was: Resolved, is: Resolved): string[] {
  return is.kinds.flatMap((answer, i) =>
    termsOf(CELL).flatMap((by) => {
      const [a, b] = [was.kinds[i] ?? answer, answer].map((kind) => cellInSentence(cellBy(kind, by)));
      return a === b ? [] : [`${kindInWords(answer.kind)}, ${cellInWords(by)}: ${a} → ${b}`];
    }),
  );
}

/** The change between two answers; with the name and category of today on both sides: a platform that is renamed has the same headline. */
function pair(
  { name, category }: Pick<Platform, "name" | "category">,
  was: Resolved,
  is: Resolved,
): HeadlineChange | undefined {
  const [said, says] = [was, is].map((resolved) => headlineSentence({ name, category }, resolved));
  const cells = changedCells(was, is);
  if (said === says && cells.length === 0) return undefined;
  const [a, b] = [answerInWords(was.headline), answerInWords(is.headline)];
  return {
    before: short(was),
    after: short(is),
    headline: said === says ? null : a === b ? `still ${a}, but it reads differently` : `${a} → ${b}`,
    sentence: said === says ? null : (says as string),
    cells,
  };
}

function single(platform: Platform, resolved: Resolved): HeadlineChange {
  return {
    before: null,
    after: short(resolved),
    headline: answerInWords(resolved.headline),
    sentence: headlineSentence(platform, resolved),
    cells: [],
  };
}

/** The whole answer of a state, for one person after another. */
const answersOf = ({ platform, operator }: State): Answering<Resolved> =>
  answering(platform, resolversOf(platform, operator), (resolved) => resolved);

/** The change for one person after another. People with the same answers on both sides get the same object. */
function changing(before: State | undefined, after: State): Answering<HeadlineChange | undefined> {
  const { platform } = after;
  const is = answersOf(after);
  return before
    ? madeFromBoth(answersOf(before), is, (a, b) => pair(platform, a, b))
    : madeFrom(is, (resolved) => single(platform, resolved));
}

/** What headlines and cells are made from. */
const basisOf = ({ platform: { category, practices, controls, withdrawn } }: State): string =>
  canonical({ category, practices, controls, withdrawn: withdrawn ? [withdrawn] : [] });

/**
 * How a platform's headline and cells differ between two states, for everyone and every day. Of a new
 * record, the headline; of a removed one, nothing.
 * @param today the day that separates past, present and future
 */
export function headlineChanges(
  before: State | undefined,
  after: State | undefined,
  today: string,
): Spread<HeadlineChange>[] {
  if (!after || (before && basisOf(before) === basisOf(after))) return [];
  const segments = segmentsOf(
    [before, after].flatMap((state) => (state ? conditionsOfPlatform(state.platform) : [])),
  );
  return spreadOf(segments, changing(before, after), today);
}

/** A change of the headline with its sentence and cells under it. */
export function headlineNode(spread: Spread<HeadlineChange>): DiffNode {
  const { headline, sentence, cells } = spread.value;
  if (headline === null)
    return forWhom(
      spread,
      "the headline does not change; answers by kind of data do",
      cells.map((c) => node(c)),
    );
  return forWhom(spread, `headline: ${headline}`, [
    ...(sentence === null ? [] : [node(sentence)]),
    ...cells.map((c) => node(c)),
  ]);
}
