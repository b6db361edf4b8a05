import { findNodeAtLocation } from "jsonc-parser";
import { answerInWords, audienceInWords, type People } from "../../language/en/index.ts";
import {
  type Audience,
  audience,
  EVENT_TYPE,
  isPartialDate,
  type Operator,
  type Platform,
  platformSchema,
  type Source,
  termsOf,
} from "../../model/index.ts";
import { resolve } from "../../policy/index.ts";
import type { RecordFile } from "../../records/files.ts";
import { type Path, pointerOf, positionOf } from "../../records/problems.ts";
import { freeSlug, slugOf } from "../ids.ts";
import { Known } from "../known.ts";
import type { Issue } from "./forms.ts";
import { addressesIn, oneLine, peopleIn, platformMeant } from "./recognise.ts";

/** A place in a record that an issue is about, and what it says now. */
export interface PlaceToLook {
  /** `file:line` */
  at: string;
  pointer: string;
  says: string;
}

/** What to do about an issue on an existing record. */
export interface Plan {
  record: string | null;
  places: PlaceToLook[];
  /** Drafts to be read, corrected and put into the record, by the list they belong in. */
  drafts: { sources: Partial<Source>[]; events: object[] };
  look: string[];
}

/** The lists of a record that an answer to “What it is about” points into; the others are about a rule. */
const LISTS: Readonly<Record<string, "controls" | "events" | "sources">> = {
  "How to opt out": "controls",
  "An event or its date": "events",
  "A document": "sources",
};

/** Fields of a rule by what the form calls them. */
const RULE_FIELDS: Readonly<Record<string, string>> = {
  "Whether data is used": "dataUse",
  "What happens by default": "defaultState",
  "Which data": "data",
  "The legal basis": "legalBasis",
};

/** What a form can be about that this code knows where to find; the rest leads to the rules. */
export const PARTS: readonly string[] = [...Object.keys(RULE_FIELDS), ...Object.keys(LISTS)];

function place(file: RecordFile, path: Path, says: string): PlaceToLook {
  const tree = file.tree();
  const node = tree && findNodeAtLocation(tree, [...path]);
  const { line } = positionOf(file.text, node?.offset ?? 0);
  return { at: `${file.path}:${line}`, pointer: pointerOf(path), says };
}

/** One or several values as a list; where none is given, one that is left open. */
const each = <T>(values: T | readonly T[] | undefined): (T | undefined)[] =>
  values === undefined ? [undefined] : ([values].flat() as T[]);

/** The people whose answers are looked up: one for each region, plan and age that was named. */
const askedAbout = ({ region, plan, age }: People, today: string): Audience[] =>
  each(region).flatMap((r) =>
    each(plan).flatMap((p) => each(age).map((a) => audience({ region: r ?? null, plan: p, age: a }, today))),
  );

/** The rules that answer these people today, and what they say. */
function rulesFor(
  file: RecordFile,
  platform: Platform,
  people: People,
  part: string,
  today: string,
): PlaceToLook[] {
  const tree = file.tree();
  return askedAbout(people, today).flatMap((who) =>
    resolve(platform, who).practices.flatMap((answer) => {
      const p = platform.practices.findIndex((practice) => practice.id === answer.id);
      const r = platform.practices[p]?.rules.findIndex((rule) => rule.id === answer.rule) ?? -1;
      if (r === -1) return [];
      const [rule, field] = [["practices", p, "rules", r], RULE_FIELDS[part]];
      const path = field && tree && findNodeAtLocation(tree, [...rule, field]) ? [...rule, field] : rule;
      const { region, plan, age } = who;
      return [
        place(
          file,
          path,
          `${answer.title}: ${answerInWords(answer)} for ${audienceInWords({ region, plan, age })}`,
        ),
      ];
    }),
  );
}

const titleOf = (member: { title?: string; name?: string }): string => member.title ?? member.name ?? "";

function placesFor(
  file: RecordFile,
  platform: Platform,
  part: string,
  people: People,
  today: string,
): PlaceToLook[] {
  const list = LISTS[part];
  return list
    ? platform[list].map((member, i) => place(file, [list, i], titleOf(member)))
    : rulesFor(file, platform, people, part, today);
}

/** A source that an issue names: one that is known, or a draft that a person completes. */
function draftSources(
  text: string,
  platform: Platform,
  operator: Operator | undefined,
  look: string[],
): { ids: string[]; drafts: Partial<Source>[] } {
  const ids: string[] = [];
  const drafts: Partial<Source>[] = [];
  for (const { title, url } of addressesIn(text)) {
    const known = [
      ...platform.sources.map((s) => [s.id, s.url]),
      ...(operator?.sources ?? []).map((s) => [`operator:${s.id}`, s.url]),
    ].find(([, u]) => u === url);
    if (known) {
      ids.push(known[0] as string);
      look.push(`${url} is cited already, as ${known[0]}: read it again.`);
      continue;
    }
    const { hostname } = new URL(url);
    const taken = [...platform.sources.map((s) => s.id), ...drafts.map((d) => d.id)];
    const id = freeSlug(slugOf(title || hostname.replace(/^www\./, "")) || "source", taken);
    ids.push(id);
    drafts.push({ id, title: oneLine(title, 300) || hostname, publisher: hostname, url });
  }
  if (drafts.length > 0)
    look.push(
      "Each drafted source lacks its `kind` (policy, help, news …), which decides its grade, and its true title and publisher: read it first.",
    );
  if (ids.length === 0)
    look.push(
      "The form names no address. Nothing enters a record without a document: ask where it can be read.",
    );
  return { ids, drafts };
}

function draftEvent(answers: Issue["answers"], ids: readonly string[], look: string[]): object[] {
  const type = termsOf(EVENT_TYPE).find((t) => t === answers.get("kind"));
  const noticed = answers.get("noticed") ?? "";
  if (type === undefined) look.push("What sort of event it is has to be decided (`type`).");
  if (!isPartialDate(noticed))
    look.push(
      `When it was first seen is ${noticed === "" ? "not said" : `said as “${oneLine(noticed, 80)}”, which is not a date`}: an event needs a date.`,
    );
  else
    look.push(
      `${noticed} is when the sender saw it: \`observed\`. Look for the day from which it applies (\`effective\`).`,
    );
  const change = oneLine(answers.get("change") ?? "", 200);
  return [
    {
      id: slugOf(change, 60) || "change",
      ...(type && { type }),
      ...(isPartialDate(noticed) && { dates: { observed: noticed } }),
      title: change,
      ...(ids.length > 0 && { evidence: ids }),
    },
  ];
}

const PART_OF_CHANGE: Readonly<Record<string, string>> = {
  "control-added": "How to opt out",
  "control-removed": "How to opt out",
  "control-moved": "How to opt out",
  "default-changed": "What happens by default",
};

/** Where to look in a record that is reported as wrong or out of date, and drafts of what was sent. */
export function planOf({ form, answers }: Issue, files: readonly RecordFile[], today: string): Plan {
  const look: string[] = [];
  const written = answers.get("platform") ?? "";
  const meant = platformMeant(written, new Known(files));
  const none: Plan = { record: null, places: [], drafts: { sources: [], events: [] }, look };
  if (!("file" in meant)) {
    look.push(
      `There is no record of ${oneLine(written, 80)}.${meant.near === undefined ? "" : ` Did they mean ${meant.near}?`}`,
    );
    return none;
  }
  const { file } = meant;
  const parsed = platformSchema.safeParse(file.value);
  if (!parsed.success) {
    look.push(`${file.path} is not valid at present: npm run validate -- ${file.id}`);
    return { ...none, record: file.path };
  }
  const platform = parsed.data;
  const operator = files.find((f) => f.kind === "operator" && f.id === platform.operator)?.value as
    | Operator
    | undefined;
  const whom = answers.get("whom");
  const people = peopleIn(whom ?? "");
  if (whom !== undefined) {
    const recognised = Object.keys(people).length > 0;
    look.push(
      recognised
        ? `It is about ${oneLine(whom, 200)}, understood as ${audienceInWords(people)}.`
        : `For whom it is, “${oneLine(whom, 200)}”, was not understood: what is shown is for adults in the rest of the world.`,
    );
  }
  const data = answers.get("data");
  if (data !== undefined) look.push(`The kinds of data concerned: ${oneLine(data, 200)}.`);
  const changed = form.id === "policy-changed";
  const part = answers.get("part") ?? PART_OF_CHANGE[answers.get("kind") ?? ""] ?? "";
  const claim = answers.get(changed ? "change" : "wrong") ?? "";
  look.push(`What the sender says: ${oneLine(claim, 2000)}`);
  const { ids, drafts } = draftSources(answers.get("sources") ?? "", platform, operator, look);
  if (changed)
    look.push("What was so before stays: its rule gets `until`, or a new rule with `from` comes before it.");
  look.push(
    `Afterwards: npm run validate -- ${file.id}, and npm run diff -- HEAD shows what the edit means for people.`,
  );
  return {
    record: file.path,
    places: placesFor(file, platform, part, people, today),
    drafts: { sources: drafts, events: changed ? draftEvent(answers, ids, look) : [] },
    look,
  };
}
