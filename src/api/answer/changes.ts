import type * as z from "zod";
import { CELL, termsOf } from "../../model/index.ts";
import { type Cell, cellBy, type Resolved } from "../../policy/index.ts";
import type { cellChangeSchema, cellSummarySchema } from "./schema.ts";

type Summary = z.infer<typeof cellSummarySchema> | null;

const summary = ({ verdict, certainty, practices }: Cell): Summary =>
  practices.length === 0 ? null : { verdict, certainty };

const isSame = (a: Summary, b: Summary): boolean =>
  a?.verdict === b?.verdict && a?.certainty === b?.certainty;

/** The cells whose verdict or certainty differs between two answers for the same people. */
export const cellChanges = (before: Resolved, after: Resolved): z.infer<typeof cellChangeSchema>[] =>
  after.kinds.flatMap((is) => {
    const was = before.kinds.find(({ kind }) => kind === is.kind);
    return termsOf(CELL).flatMap((by) => {
      const [from, to] = [was ? summary(cellBy(was, by)) : null, summary(cellBy(is, by))];
      return isSame(from, to) ? [] : [{ kind: is.kind, by, before: from, after: to }];
    });
  });
