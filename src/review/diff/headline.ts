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
import { type Audience, CELL, termsOf } from "../../model/index.ts";
import {
  cellBy,
  conditionsOfPlatform,
  type Headline,
  type Resolved,
  resolve,
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

function pair(before: State, after: State, who: Audience): HeadlineChange | undefined {
  const was = resolve(before.platform, who, before.operator);
  const is = resolve(after.platform, who, after.operator);
  // The name of today on both sides: a platform that is renamed has the same headline.
  const { name, category } = after.platform;
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

function single({ platform, operator }: State, who: Audience): HeadlineChange {
  const resolved = resolve(platform, who, operator);
  return {
    before: null,
    after: short(resolved),
    headline: answerInWords(resolved.headline),
    sentence: headlineSentence(platform, resolved),
    cells: [],
  };
}

/** What headlines and cells are made from. */
const basisOf = ({ platform: { category, practices, controls } }: State): string =>
  canonical({ category, practices, controls });

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
  return spreadOf(segments, (who) => (before ? pair(before, after, who) : single(after, who)), today);
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
