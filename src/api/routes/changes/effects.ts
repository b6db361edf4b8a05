import type * as z from "zod";
import {
  answerTo,
  type ChangedAnswers,
  type ChangedAnswersOf,
  type ListedAnswer,
  type ListedCell,
  type ReleasedChange,
} from "../../../db/reading.ts";
import { audience, CELL, KIND, termsOf } from "../../../model/index.ts";
import type { By, Kind } from "../../../policy/index.ts";
import type { changeEffectSchema } from "./schema.ts";

type Effect = z.infer<typeof changeEffectSchema>;

const headlineOf = ({ headline }: ListedAnswer): Effect["headline"]["before"] => {
  const { verdict, certainty, lead, sentence, control } = headline;
  return {
    ...{ verdict, certainty, lead, sentence },
    control: control && { id: control.id, name: control.name, url: control.url },
  };
};

/** What an answer states about a kind in a column; null where it states nothing. */
const cellOf = ({ kinds }: ListedAnswer, kind: Kind, by: By): ListedCell | null =>
  kinds.find((k) => k.kind === kind)?.[by === "other-models" ? "otherModels" : by] ?? null;

/** The cells whose verdict or certainty differs. */
const cellsOf = (was: ListedAnswer, is: ListedAnswer): Effect["cells"] =>
  termsOf(KIND).flatMap((kind) =>
    termsOf(CELL).flatMap((by) => {
      const [before, after] = [cellOf(was, kind, by), cellOf(is, kind, by)];
      const isSame = before?.verdict === after?.verdict && before?.certainty === after?.certainty;
      return isSame ? [] : [{ kind, by, before, after }];
    }),
  );

/** How an answer changed on the day of the release; null where it did not. */
function effectOf({ before, after }: ChangedAnswers, region: string | null, asOf: string): Effect | null {
  const who = audience({ region, asOf });
  const [was, is] = [answerTo(before, who), answerTo(after, who)];
  const cells = cellsOf(was, is);
  const isSame = was.headline.sentence === is.headline.sentence;
  if (cells.length === 0 && isSame) return null;
  return { region, headline: { before: headlineOf(was), after: headlineOf(is) }, cells };
}

/**
 * What a released change did to answers: for a person in the requested place, else in the first place that the
 * change names. All changes of a record in one release have the same effect.
 */
export function effects(
  answers: ChangedAnswersOf,
  region: string | undefined,
): (change: Pick<ReleasedChange, "platform" | "version" | "date" | "regions">) => Effect | null {
  const known = new Map<string, Effect | null>();
  return ({ platform, version, regions, date }) => {
    if (platform === null) return null;
    const place = region ?? regions?.[0] ?? null;
    const key = `${platform} ${version} ${place}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const both = answers(platform, version);
    const effect = both ? effectOf(both, place, date) : null;
    known.set(key, effect);
    return effect;
  };
}
