import { type Fact, type Operator, type Platform, parseRef, type Rule } from "../../../model/index.ts";
import { cite } from "../../../policy/index.ts";
import { joinPresent, listInWords } from "../../../text/lists.ts";
import { dateInWords } from "../dates.ts";
import {
  CONTROL_LABELS,
  DOMAIN_LABELS,
  datesInWords,
  EVENT_LABELS,
  FACT_LABELS,
  isOwn,
  MYTH_LABELS,
  OPERATOR_LABELS,
  PASSAGE_LABELS,
  PLATFORM_LABELS,
  PRACTICE_LABELS,
  RULE_LABELS,
  SOURCE_LABELS,
} from "../labels.ts";

import { dataInWords, frictionInWords } from "../terms.ts";
import { namesIn, titled, wordsOfField } from "./members.ts";
import type { Step } from "./place.ts";
import type { RecordState, Sides } from "./state.ts";
import type { InWords } from "./values.ts";

/** What a field is called, and how its values are said. */
export interface FieldWords {
  label: string;
  inWords?: InWords | undefined;
}

/** The labels of the fields of each list's members. */
const LABELS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  practices: PRACTICE_LABELS,
  rules: RULE_LABELS,
  controls: CONTROL_LABELS,
  domains: DOMAIN_LABELS,
  events: EVENT_LABELS,
  myths: MYTH_LABELS,
  sources: SOURCE_LABELS,
  passages: PASSAGE_LABELS,
};

const ROOT_LABELS: Readonly<Record<string, unknown>> = { ...OPERATOR_LABELS, ...PLATFORM_LABELS };

/** Fields whose label is for lines of a list; in a sentence they are called otherwise. */
const IN_SENTENCES: Readonly<Record<string, string>> = {
  note: "note",
  detail: "details",
  dataUse: "what the documents say",
  defaultState: "the default",
  practices: "practices it concerns",
  namesAi: "whether the clause mentions AI",
  subject: "the data it is about",
  from: "first day",
  until: "end",
  published: "date of publication",
  data: "data",
  announced: "date of the announcement",
  effective: "date of effect",
  observed: "date of observation",
  reported: "date of the report",
  captured: "day of the copy",
};

/** Which data a rule names and excludes. */
const dataOfRule = ({ includes, excludes }: NonNullable<Rule["data"]>): string =>
  joinPresent(
    [
      listInWords(includes.map(dataInWords)),
      excludes.length > 0 && `excluded: ${listInWords(excludes.map(dataInWords))}`,
    ],
    "; ",
  );

/** Words for values that the tables leave to other lines of a diff, by the list and the field. */
const VALUES: Readonly<Record<string, InWords>> = {
  "rules data": dataOfRule as InWords,
  "rules namesAi": ((names: boolean) => (names ? "yes" : "no")) as InWords,
  "controls friction": ((term: Parameters<typeof frictionInWords>[0]) =>
    `“${frictionInWords(term)}”`) as InWords,
  "events dates": datesInWords as InWords,
  " apps": ((apps: NonNullable<Platform["apps"]>) => listInWords(Object.values(apps).flat())) as InWords,
};

/** A label of the tables as a field's words; of one that is said elsewhere, its fields are looked up under it. */
function fromLabel(label: unknown, [field = "", ...under]: readonly string[]): FieldWords {
  const own = IN_SENTENCES[field];
  if (isOwn(label)) {
    const [next] = under;
    if (next !== undefined && label.fields) return fromLabel(label.fields[next], under);
    return { label: own ?? wordsOfField(field) };
  }
  const named = label as string | readonly [string, InWords] | undefined;
  const [words, inWords] = Array.isArray(named) ? named : [named as string | undefined];
  const suffix = under.length > 0 ? ` (${under.map(wordsOfField).join(" ")})` : "";
  return {
    label: `${own ?? words ?? wordsOfField(field)}${suffix}`,
    inWords: suffix === "" ? inWords : undefined,
  };
}

/** Pointers to evidence, by the document's title. */
const citedIn =
  (states: readonly (RecordState | undefined)[]): InWords =>
  (ref: string) => {
    for (const state of states) {
      const found = state && cite(ref, state.record as Platform, state.operator as Operator | undefined);
      if (found) return titled(found.source.title);
    }
    return parseRef(ref).source;
  };

/** Ids of controls and practices, by their names. */
const namedIn =
  (states: readonly (RecordState | undefined)[], list: "controls" | "practices"): InWords =>
  (id: string) =>
    states
      .map((state) => namesIn(state?.record as Platform | undefined, list).get(id))
      .find((name) => name !== undefined) ?? id;

/**
 * What a field is called and how its values are said.
 * @param steps the members on the way to it
 * @param fields the field, and those under it: `when`, `from`
 */
export function fieldWords(
  steps: readonly Step[],
  fields: readonly string[],
  { before, after }: Sides,
): FieldWords {
  const [field = "", under] = fields;
  const list = steps.at(-1)?.list;
  const states = [after, before];
  if (field === "when") return { label: IN_SENTENCES[under ?? ""] ?? "when", inWords: dateInWords };
  if (field === "evidence") {
    const fact = under === undefined ? "" : ` for ${FACT_LABELS[under as Fact]}`;
    return { label: `evidence${fact}`, inWords: citedIn(states) };
  }
  if (field === "data" && under !== undefined)
    return { label: fromLabel(RULE_LABELS.data, fields).label, inWords: dataInWords as InWords };
  if (field === "dates" && under !== undefined)
    return { label: IN_SENTENCES[under] ?? under, inWords: dateInWords };
  if (list !== undefined && (field === "controls" || field === "practices"))
    return { ...fromLabel(LABELS[list]?.[field], fields), inWords: namedIn(states, field) };
  const found = fromLabel((list === undefined ? ROOT_LABELS : LABELS[list])?.[field], fields);
  const own = under === undefined ? VALUES[`${list ?? ""} ${field}`] : undefined;
  return { ...found, inWords: own ?? found.inWords };
}
