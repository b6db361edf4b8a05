import { CELL, type Control, KIND, termsOf } from "../model/index.ts";
import { type By, type Certainty, cellOf, type Kind, type Verdict } from "../policy/index.ts";
import { remembered } from "../text/remembered.ts";
import type { AnswerSpace, Said } from "./answer-space.ts";
import { type AudienceAndTime, always, audienceRows } from "./audience-rows.ts";
import { severityOf } from "./severity.ts";

/** The answer for one kind of data and one column, without for whom and when. */
interface CellAnswer {
  kind: Kind;
  /** The column. (`by` is a reserved word of SQL.) */
  byWhom: By;
  verdict: Verdict;
  severity: number;
  certainty: Certainty | null;
  controls: Pick<Control, "id" | "kind">[];
}

const KINDS = termsOf(KIND);
const COLUMNS = termsOf(CELL);

/** A row of `cells`, without revision and id, and the controls that belong to it. */
export type CellRow = AudienceAndTime & CellAnswer;

/** What tells the answers for a kind and a column apart. */
const textOfCell = ({ verdict, certainty, controls }: CellAnswer): string =>
  `${verdict} ${certainty} ${controls.map((c) => c.id).join()}`;

/**
 * A platform's answers by kind of data and column, for every distinguishable audience and time. Each
 * kind and column has an answer for everyone: `not-stated` for those whom no practice concerns.
 */
export function cellRows(space: AnswerSpace): CellRow[] {
  const kindOf = new Map(space.platform.controls.map((c) => [c.id, c.kind]));
  const read = (practices: Said["practices"], kind: Kind, by: By): CellAnswer => {
    const { verdict, certainty, controls } = cellOf(practices, kind, by);
    return {
      kind,
      byWhom: by,
      verdict,
      severity: severityOf(verdict),
      certainty,
      controls: controls.map((id) => ({ id, kind: kindOf.get(id) as Control["kind"] })),
    };
  };
  return KINDS.flatMap((kind) =>
    COLUMNS.flatMap((by) => {
      const concerned = space.concerned(kind, [by]);
      if (concerned.length === 0) return always(read([], kind, by));
      const answer = remembered((said: Said) => read(said.practices, kind, by));
      return audienceRows(space.about(concerned), ({ said }) => answer(said), textOfCell);
    }),
  );
}

/** The answers for one kind of data in every column, and for whom and when they are. */
export type KindRow = AudienceAndTime & {
  kind: Kind;
  cells: Record<By, { verdict: Verdict; certainty: Certainty | null }>;
};

/** A platform's answers by kind of data, the columns side by side, for every distinguishable audience and time. */
export function kindRows(space: AnswerSpace): KindRow[] {
  const read = (practices: Said["practices"], kind: Kind): Pick<KindRow, "kind" | "cells"> => ({
    kind,
    cells: Object.fromEntries(
      COLUMNS.map((by) => {
        const { verdict, certainty } = cellOf(practices, kind, by);
        return [by, { verdict, certainty }];
      }),
    ) as KindRow["cells"],
  });
  return KINDS.flatMap((kind) => {
    const concerned = space.concerned(kind, COLUMNS);
    if (concerned.length === 0) return always(read([], kind));
    const answer = remembered((said: Said) => read(said.practices, kind));
    return audienceRows(
      space.about(concerned),
      ({ said }) => answer(said),
      ({ cells }) => COLUMNS.map((by) => `${cells[by].verdict} ${cells[by].certainty}`).join(),
    );
  });
}
