import type { Platform } from "../../../model/index.ts";
import { joinPresent, listInWords } from "../../../text/lists.ts";
import { dateInWords } from "../dates.ts";
import { withdrawalInWords } from "../terms.ts";
import { fieldWords } from "./fields.ts";
import { addedInWords, memberInWords, removedInWords, subjectInWords } from "./members.ts";
import { memberName, membersAt, type Place, placeOf } from "./place.ts";
import type { PlaceChange, Sides } from "./state.ts";
import { addedAndRemoved, membersChanged, rewordedInWords, valueChange } from "./values.ts";
import { whenChange } from "./when.ts";

export { ruleInWords } from "./members.ts";
export type { PlaceChange, RecordState, Sides } from "./state.ts";

type Member = Readonly<Record<string, unknown>>;

const isMember = (value: unknown): value is Member => memberName(value) !== undefined;

/** The members of a list that is new or gone as a whole. */
const membersOf = (value: unknown): readonly Member[] | undefined =>
  Array.isArray(value) && value.length > 0 && value.every(isMember) ? value : undefined;

/** Which archived copies of a document were added or removed, by their days. */
function copiesChange(before: unknown, after: unknown): string {
  const [was = [], is = []] = [before, after].map((list) =>
    ((list ?? []) as { captured: string }[]).map(({ captured }) => captured),
  );
  const { added, removed } = membersChanged(was, is);
  const inWords = (days: readonly string[]) => [...new Set(days)].sort().map(dateInWords);
  const said = addedAndRemoved(inWords(added), inWords(removed));
  return said === "" ? "archived copies located elsewhere" : `archived copies: ${said}`;
}

type Withdrawn = NonNullable<Platform["withdrawn"]>;

/** That a record was withdrawn: when, why, and which records answer instead. */
const withdrawnInWords = ({ date, reason, successors = [] }: Withdrawn): string =>
  joinPresent(
    [
      `withdrawn on ${dateInWords(date)}: ${withdrawalInWords(reason)}`,
      successors.length > 0 && `see ${listInWords(successors)}`,
    ],
    "; ",
  );

/** Fields with sentences of their own, by the list that they are in; the second argument is what they are about. */
const SPECIAL: Readonly<Record<string, (change: PlaceChange, subject: string) => string>> = {
  " verified": ({ after }) => `checked against its sources on ${dateInWords(String(after))}`,
  " withdrawn": ({ after }) =>
    after === undefined ? "no longer withdrawn" : withdrawnInWords(after as Withdrawn),
  "practices title": ({ before, after }) =>
    rewordedInWords("title of a practice", String(before), String(after)),
  "events title": ({ before, after }) => rewordedInWords("title of an event", String(before), String(after)),
  "myths claim": ({ before, after }) => rewordedInWords("claim of a myth", String(before), String(after)),
  "passages sha256": (_, subject) => `${subject}: other words (another fingerprint)`,
  "sources copies": ({ before, after }, subject) => `${subject}: ${copiesChange(before, after)}`,
};

/** A record that is new or gone. */
function wholeRecord({ before }: PlaceChange, sides: Sides): string {
  const kind = "practices" in ((sides.after ?? sides.before)?.record ?? {}) ? "platform" : "operator";
  return before === undefined ? `new ${kind} in the dataset` : `${kind} removed from the dataset`;
}

/** Members of a list that was empty before, or is empty now. */
function wholeList(list: string, before: unknown, after: unknown): string | undefined {
  const [was, is] = [membersOf(before), membersOf(after)];
  if (is && !was) return is.map((m) => addedInWords(list, m)).join("; ");
  return was && !is ? was.map((m) => removedInWords(list, m)).join("; ") : undefined;
}

/** A member of a list that was added, removed or replaced. */
function memberChange(list: string, { before, after }: PlaceChange): string {
  if (before === undefined) return addedInWords(list, after as Member);
  if (after === undefined) return removedInWords(list, before as Member);
  return `${memberInWords({ list, id: memberName(after) ?? "" }, after as Member)} changed`;
}

/** What a place is about and the words for its field. */
function placed({ steps, fields }: Place, sides: Sides) {
  const [was, is] = [membersAt(sides.before, steps), membersAt(sides.after, steps)];
  const members = steps.map((_, i) => is[i] ?? was[i]);
  return {
    /** What the place is in, down to some depth; all the way where none is given. */
    subject: (depth = steps.length) => subjectInWords(steps.slice(0, depth), members),
    field: fieldWords(steps, fields, sides),
  };
}

/** A place in words: `control “AI data”, note`. */
export function placeInWords(path: string, sides: Sides): string {
  const place = placeOf(path);
  const { subject, field } = placed(place, sides);
  return joinPresent([subject(), place.fields.length > 0 && field.label], ", ");
}

/**
 * One change of a record in words, without the record's name: `control “AI data”: kind of control changed from …`.
 * What it is about is named by its title, never by its id; long texts are cut around the first difference.
 */
export function changeInWords(change: PlaceChange, sides: Sides): string {
  const { path, before, after, order } = change;
  if (change.renamedFrom !== undefined)
    return `${change.renamedFrom.replace(/^.*\//, "")} is now ${sides.after?.record.id}`;
  if (path === "") return wholeRecord(change, sides);
  const place = placeOf(path);
  const { subject, field } = placed(place, sides);
  const list = place.steps.at(-1)?.list;
  const about = (words: string, depth?: number): string => joinPresent([subject(depth), words], ": ");
  if (place.fields.length === 0 && list !== undefined)
    return about(memberChange(list, change), place.steps.length - 1);
  const name = place.fields.at(-1) ?? "";
  if (order) return about(`${name === "rules" ? "its rules" : field.label} in another order`);
  const special = SPECIAL[`${list ?? ""} ${name}`];
  if (special) return special(change, subject());
  const isWhen = place.fields[0] === "when";
  return about(
    wholeList(name, before, after) ??
      (isWhen ? whenChange(place.fields[1], before, after) : undefined) ??
      valueChange(field.label, before, after, field.inWords),
  );
}
