import { CELL, type Control, KIND, type Operator, type Platform, termsOf } from "../model/index.ts";
import {
  type By,
  byOf,
  cellBy,
  conditionsOf,
  type Kind,
  kindsOf,
  type Resolved,
  type Verdict,
} from "../policy/index.ts";
import { type AudienceAndTime, audienceRows } from "./audience-rows.ts";
import { answering, type Resolver, resolversOf, severityOf } from "./resolvers.ts";
import type { RegionClasses } from "./segments.ts";

/** The answer for one kind of data and one column, without for whom and when. */
interface CellAnswer {
  kind: Kind;
  /** The column. (`by` is a reserved word of SQL.) */
  byWhom: By;
  verdict: Verdict;
  severity: number;
  certainty: string | null;
  controls: Pick<Control, "id" | "kind">[];
}

/** A row of `cells`, without revision and id, and the controls that belong to it. */
export type CellRow = AudienceAndTime & CellAnswer;

/** Can a practice say anything about a kind in a column? For some people, on some day. */
const isAbout = ({ practice }: Resolver, kind: Kind, by: By): boolean =>
  byOf(practice) === by &&
  (practice.kinds.includes(kind) ||
    practice.rules.some((rule) => kindsOf(practice, rule, "signed-in").excludedKinds.includes(kind)));

function cellIn(platform: Platform, { kinds }: Resolved, kind: Kind, by: By): CellAnswer {
  const answer = kinds.find((k) => k.kind === kind);
  if (!answer) throw new Error(`${platform.id} has no answer for ${kind}.`);
  const { verdict, certainty, controls } = cellBy(answer, by);
  return {
    kind,
    byWhom: by,
    verdict,
    severity: severityOf(verdict),
    certainty,
    controls: controls.flatMap((id) => {
      const control = platform.controls.find((c) => c.id === id);
      return control ? [{ id, kind: control.kind }] : [];
    }),
  };
}

/**
 * A platform's answers by kind of data and column, for every distinguishable audience and time. Each
 * kind and column has an answer for everyone: `not-stated` for those whom no practice concerns.
 */
export function cellRows(platform: Platform, classes: RegionClasses, operator?: Operator): CellRow[] {
  const resolvers = resolversOf(platform, operator);
  return termsOf(KIND).flatMap((kind) =>
    termsOf(CELL).flatMap((by) => {
      const about = resolvers.filter((r) => isAbout(r, kind, by));
      const conditions = about.flatMap(({ practice }) => conditionsOf(practice, platform.controls));
      const answer = answering(platform, about, (resolved) => cellIn(platform, resolved, kind, by));
      return audienceRows(conditions, classes, answer);
    }),
  );
}
