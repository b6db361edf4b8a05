import type { ChangeClass, LedgerChange, Platform } from "../model/index.ts";
import {
  type Answering,
  concerns,
  conditionsOf,
  madeFrom,
  practiceResolver,
  type ResolvedPractice,
  representative,
  segmentsOf,
} from "../policy/index.ts";
import { isObject, type Json } from "../text/json.ts";
import { trusted } from "../text/trusted.ts";
import { type Change, compare } from "./compare.ts";

/**
 * The class proposed for a change, by its field. `answers` marks the fields that answers depend on: a change of
 * them is a change of policy if it changes an answer (until a person says that it was a correction), and
 * editorial otherwise. Sources are evidence; a new record is evidence of what was so before.
 */
const BY_PATH: readonly [RegExp, ChangeClass | "answers"][] = [
  [/^$/, "evidence"],
  [/^\/sources(\/|$)/, "evidence"],
  [/\/evidence(\/|$)/, "evidence"],
  [/^\/practices\/@[^/]+\/rules\/@[^/]+\/(note)$/, "editorial"],
  [/^\/practices\/@[^/]+\/(title|subject)$/, "editorial"],
  [/^\/practices(\/|$)/, "answers"],
  [/^\/controls\/@[^/]+\/(name|note|url|steps)$/, "editorial"],
  [/^\/controls(\/|$)/, "answers"],
  [/^\/events\/@[^/]+\/(title|detail)$/, "editorial"],
  [/^\/events\/@[^/]+\/.+/, "correction"],
  [/^\/events(\/|$)/, "policy"],
  [/^\/(operator|parent)$/, "policy"],
];

/** The reasons for withdrawing a record that are about the record, not about the platform. */
const ABOUT_THE_RECORD: ReadonlySet<unknown> = new Set(["duplicate", "out-of-scope", "unsupported"]);

/** The class of a withdrawal: what happened to the platform, or our correction. */
const classOfWithdrawal = (after: Json | undefined): ChangeClass =>
  isObject(after) && !ABOUT_THE_RECORD.has(after["reason"]) ? "policy" : "correction";

/** The member of a list that a path is in: `memberIn("practices", "/practices/@a/rules")` is `a`. */
const memberIn = (list: string, path: string): string | undefined =>
  new RegExp(`^/${list}/@([^/]+)`).exec(path)?.[1]?.replaceAll("~1", "/").replaceAll("~0", "~");

/** What an answer contributes to the cells and the headline. */
const contribution = ({
  verdict,
  certainty,
  kinds,
  excludedKinds,
  by,
  onlyModels,
  controls,
}: ResolvedPractice): string =>
  verdict === "not-stated" && certainty === null
    ? ""
    : JSON.stringify([verdict, certainty, kinds, excludedKinds, by, onlyModels, controls.map((c) => c.id)]);

/** What a practice of a state contributes, for one person after another; nothing where it does not concern them. */
function contributing(platform: Platform | undefined, id: string): Answering<string> {
  const practice = platform?.practices.find((p) => p.id === id);
  if (!platform || !practice) return () => "";
  const contributed = madeFrom(practiceResolver(platform, practice), contribution);
  return (who) => (concerns(practice, who) ? contributed(who) : "");
}

/** Does a practice's answer differ between two states of a record, for anyone on any day? */
export function practiceChanges(
  before: Platform | undefined,
  after: Platform | undefined,
  id: string,
): boolean {
  const conditions = [before, after].flatMap((state) =>
    state ? state.practices.filter((p) => p.id === id).flatMap((p) => conditionsOf(p, state.controls)) : [],
  );
  const [was, is] = [contributing(before, id), contributing(after, id)];
  return segmentsOf(conditions)
    .map(representative)
    .some((who) => was(who) !== is(who));
}

/** The practices whose answer differs between two states of a record, for anyone on any day. */
export function changedPractices(before: Platform | undefined, after: Platform | undefined): Set<string> {
  const ids = new Set([before, after].flatMap((state) => state?.practices.map((p) => p.id) ?? []));
  return new Set([...ids].filter((id) => practiceChanges(before, after, id)));
}

const platformIn = (record: Json | undefined): Platform | undefined =>
  isObject(record) && Array.isArray(record["practices"]) ? trusted<Platform>(record) : undefined;

/**
 * Proposes the class of each change between two states of a record. A field that answers depend on is a
 * change of policy where it changes a cell or the headline for anyone, on any day.
 */
function classifier(before: Json | undefined, after: Json | undefined): (change: Change) => ChangeClass {
  const [was, is] = [platformIn(before), platformIn(after)];
  const changed = changedPractices(was, is);
  const actsOnChanged = (control: string): boolean =>
    [was, is].some((state) =>
      state?.practices.some((p) => changed.has(p.id) && p.rules.some((r) => r.controls?.includes(control))),
    );
  return (change) => {
    const { path } = change;
    if ("order" in change && !path.endsWith("/rules")) return "editorial";
    if (path === "/withdrawn" && "after" in change) return classOfWithdrawal(change.after);
    const proposed = BY_PATH.find(([pattern]) => pattern.test(path))?.[1] ?? "editorial";
    if (proposed !== "answers") return proposed;
    const practice = memberIn("practices", path);
    const control = memberIn("controls", path);
    const counts =
      practice !== undefined
        ? changed.has(practice)
        : control !== undefined
          ? actsOnChanged(control)
          : changed.size > 0;
    return counts ? "policy" : "editorial";
  };
}

/** The changes between two states of a record, each with the class that is proposed for it. */
export function classifiedChanges(
  record: string,
  before: Json | undefined,
  after: Json | undefined,
): LedgerChange[] {
  const classOf = classifier(before, after);
  return compare(before, after).map(
    (change): LedgerChange => ({ record, class: classOf(change), ...change }),
  );
}
