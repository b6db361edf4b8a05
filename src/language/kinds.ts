import { CELL, termsOf } from "../model/index.ts";
import type { By } from "../policy/answer.ts";
import { cellBy, type KindAnswer } from "../policy/cells.ts";

const COLUMNS = termsOf(CELL);

/** The columns of a kind's answer about which something is stated. */
export const statedColumns = (answer: KindAnswer): By[] =>
  COLUMNS.filter((by) => {
    const { verdict, certainty } = cellBy(answer, by);
    return verdict !== "not-stated" || certainty !== null;
  });
