import { CELL, type Control, KIND, type Operator, type Platform, termsOf } from "../model/index.ts";
import {
  answering,
  type By,
  byOf,
  type Cell,
  type Certainty,
  cellBy,
  conditionsOf,
  conditionsOfPlatform,
  conditionsOfWithdrawal,
  type Kind,
  kindsOf,
  type Resolved,
  type Resolver,
  resolversOf,
  type Verdict,
} from "../policy/index.ts";
import { type AudienceAndTime, audienceRows } from "./audience-rows.ts";
import { type RegionClasses, regionClasses } from "./segments.ts";
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

/** A row of `cells`, without revision and id, and the controls that belong to it. */
export type CellRow = AudienceAndTime & CellAnswer;

/** Can a practice say anything about a kind in some columns? For some people, on some day. */
function isAbout({ practice }: Resolver, kind: Kind, columns: readonly By[]): boolean {
  const by = byOf(practice);
  return (
    by !== null &&
    columns.includes(by) &&
    (practice.kinds.includes(kind) ||
      practice.rules.some((rule) => kindsOf(practice, rule, "signed-in").excludedKinds.includes(kind)))
  );
}

/** What a resolved answer says about a kind. */
function cellIn({ kinds }: Resolved, kind: Kind, by: By): Cell {
  const answer = kinds.find((k) => k.kind === kind);
  if (!answer) throw new Error(`An answer has no kind ${kind}.`);
  return cellBy(answer, by);
}

/** The rows of what is so about a kind in some columns. */
function rowsAbout<T extends object>(
  platform: Platform,
  resolvers: readonly Resolver[],
  classes: RegionClasses,
  about: { kind: Kind; columns: readonly By[]; read: (resolved: Resolved) => T },
): (AudienceAndTime & T)[] {
  const concerned = resolvers.filter((r) => isAbout(r, about.kind, about.columns));
  const conditions = [
    ...concerned.flatMap(({ practice }) => conditionsOf(practice, platform.controls)),
    ...conditionsOfWithdrawal(platform),
  ];
  return audienceRows(conditions, classes, answering(platform, concerned, about.read));
}

/**
 * A platform's answers by kind of data and column, for every distinguishable audience and time. Each
 * kind and column has an answer for everyone: `not-stated` for those whom no practice concerns.
 */
export function cellRows(platform: Platform, classes: RegionClasses, operator?: Operator): CellRow[] {
  const resolvers = resolversOf(platform, operator);
  const kindOf = new Map(platform.controls.map((c) => [c.id, c.kind]));
  const read = (resolved: Resolved, kind: Kind, by: By): CellAnswer => {
    const { verdict, certainty, controls } = cellIn(resolved, kind, by);
    return {
      kind,
      byWhom: by,
      verdict,
      severity: severityOf(verdict),
      certainty,
      controls: controls.map((id) => ({ id, kind: kindOf.get(id) as Control["kind"] })),
    };
  };
  return termsOf(KIND).flatMap((kind) =>
    termsOf(CELL).flatMap((by) =>
      rowsAbout(platform, resolvers, classes, { kind, columns: [by], read: (r) => read(r, kind, by) }),
    ),
  );
}

/** The answers for one kind of data in every column, and for whom and when they are. */
export type KindRow = AudienceAndTime & {
  kind: Kind;
  cells: Record<By, { verdict: Verdict; certainty: Certainty | null }>;
};

/** A platform's answers by kind of data, the columns side by side, for every distinguishable audience and time. */
export function kindRows(platform: Platform, operator?: Operator): KindRow[] {
  const resolvers = resolversOf(platform, operator);
  const classes = regionClasses(conditionsOfPlatform(platform));
  const columns = termsOf(CELL);
  const read = (resolved: Resolved, kind: Kind): Pick<KindRow, "kind" | "cells"> => ({
    kind,
    cells: Object.fromEntries(
      columns.map((by) => {
        const { verdict, certainty } = cellIn(resolved, kind, by);
        return [by, { verdict, certainty }];
      }),
    ) as KindRow["cells"],
  });
  return termsOf(KIND).flatMap((kind) =>
    rowsAbout(platform, resolvers, classes, { kind, columns, read: (r) => read(r, kind) }),
  );
}
