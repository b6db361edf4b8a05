import {
  type Audience,
  addDays,
  type DIMENSIONS,
  firstDay,
  type Operator,
  type Platform,
  type Practice,
} from "../../../model/index.ts";
import type { Gap } from "../../../policy/gaps.ts";
import type { OtherAudience } from "../../../policy/others.ts";
import { type ResolvedPractice, resolvePractice } from "../../../policy/resolve.ts";
import { conditionsOf, intervalsOf } from "../../../policy/space/segments.ts";
import { stops, type Verdict } from "../../../policy/verdict.ts";
import { fullStop, listInWords, sentenceCase } from "../../../text/lists.ts";
import { dateInWords, daysInWords } from "../dates.ts";
import { audienceInWords } from "../people.ts";
import {
  actorInWords,
  answerInWords,
  dataInWords,
  legalBasisInWords,
  purposeInWords,
  recipientInWords,
  verdictInWords,
} from "../terms.ts";
import type { Citations } from "./citations.ts";
import { controlParts } from "./controls.ts";
import { type Line, type Part, present } from "./document.ts";

/** What an answer is explained from. */
export interface Context {
  platform: Platform;
  operator: Operator | undefined;
  who: Audience;
  /** The operator's name, or the platform's where there is none. */
  name: string;
  others: readonly OtherAudience[];
  citations: Citations;
  /** Controls that have been described already. */
  told: Set<string>;
}

/** What the documents say. */
function saidOf({ use, purpose }: ResolvedPractice, name: string): string {
  const does = purpose === "allow-third-party-crawlers" ? "allow" : "do";
  switch (use) {
    case "uses":
      return `${name} says that it ${does === "do" ? "does" : "allows"} this.`;
    case "may-use":
      return "The terms permit this; nothing says that it is done.";
    case "does-not-use":
      return `${name} says that it does not ${does} this.`;
    case "not-stated":
      return "The documents that were read do not say whether this is done.";
    case "disputed":
      return "The documents contradict each other on whether this is done.";
  }
}

/** What it means for somebody who does nothing, and for somebody who wants out. */
function meaningOf(p: ResolvedPractice): string | undefined {
  if (p.certainty === null) return undefined;
  const actor = p.controls.find(stops)?.actor ?? "user";
  const acts = actor === "user" ? "you act" : `${actorInWords(actor)} acts`;
  switch (p.verdict) {
    case "no-choice":
      return p.default === "not-stated"
        ? "What happens to somebody who does nothing is not stated, and no way to stop it fully is known."
        : "Nothing that you can do fully stops it.";
    case "on-by-default":
      return `Your data is used unless ${acts}.`;
    case "off-by-default":
      return `Your data is used only after ${acts}.`;
    case "asked":
      return p.default === "asked-on"
        ? "You are asked first, with yes preselected."
        : "You are asked first, with nothing preselected.";
    default:
      return "What happens to somebody who does nothing is not stated; there is a way to stop it.";
  }
}

const aboutOf = ({ purpose, recipients }: ResolvedPractice, name: string): string =>
  `This is about ${purposeInWords(purpose)}. ${fullStop(`Who gets to use the data: ${listInWords(recipients.map((r) => (r === "operator" ? name : recipientInWords(r))))}`)}`;

function dataOf({ data }: ResolvedPractice): string | undefined {
  if (!data) return undefined;
  const names = (list: typeof data.includes) => listInWords(list.map((d) => dataInWords(d)));
  const includes =
    data.includes.length > 0 ? `Named as used: ${names(data.includes)}.` : "Which data is used is not said.";
  return data.excludes.length > 0 ? `${includes} Named as left out: ${names(data.excludes)}.` : includes;
}

/** The practice's answers on other days for the same person: the one before, and the next that is known. */
function overTime(
  p: ResolvedPractice,
  practice: Practice,
  { platform, operator, who }: Context,
): string | undefined {
  const at = (asOf: string) => resolvePractice(platform, practice, { ...who, asOf }, operator);
  const days = intervalsOf(conditionsOf(practice, platform.controls)).flatMap(({ from }) => from ?? []);
  const next = days
    .filter((day) => day > who.asOf)
    .find((day) => answerInWords(at(day)) !== answerInWords(p));
  const dayBefore = p.since === null ? undefined : addDays(firstDay(p.since), -1);
  const words = [
    p.since === null ? "Since when is not recorded." : `This answer has held since ${dateInWords(p.since)}.`,
    dayBefore === undefined ? "" : `Before that: ${answerInWords(at(dayBefore))}.`,
    next === undefined ? "" : `From ${dateInWords(next)}: ${answerInWords(at(next))}.`,
  ];
  return words.filter((w) => w !== "").join(" ");
}

/** A span of days after (or before) a use began; undefined where nothing bounds it. */
function gapInWords({ min, max }: Gap): string | undefined {
  const side = (days: number) =>
    days === 0
      ? "on the day it began"
      : `${daysInWords(Math.abs(days))} ${days < 0 ? "before" : "after"} it began`;
  if (min === null && max === null) return undefined;
  if (min === null || max === null)
    return max !== null ? `no later than ${side(max)}` : `no earlier than ${side(min as number)}`;
  return side(min) === side(max)
    ? side(min)
    : `between ${side(min).replace(" it began", "")} and ${side(max)}`;
}

function gapsOf({ gaps, certainty }: ResolvedPractice): string | undefined {
  if (certainty === null) return undefined;
  const notice = gaps.notice && gapInWords(gaps.notice);
  const control = gaps.control && gapInWords(gaps.control);
  const said = [
    notice && `the terms spoke of it ${notice}`,
    control && `there was a way to stop it ${control}`,
  ].filter((x) => !!x);
  return said.length === 0 ? undefined : `${sentenceCase(said.join("; "))}.`;
}

const FACTS = {
  use: "what is done",
  default: "what happens by default",
  data: "which data",
  legalBasis: "the legal basis",
} as const;

function evidenceOf(p: ResolvedPractice, citations: Citations): Line[] {
  const items = (Object.keys(FACTS) as (keyof typeof FACTS)[]).flatMap((fact) => {
    const refs = p.evidence[fact];
    return refs.length === 0
      ? []
      : [`${FACTS[fact]}: grade ${citations.grade(refs) ?? "none"}, ${citations.numbers(refs)}`];
  });
  return ["How this is known:", { items }];
}

/** People of other audiences, after who was asked about: `In the EEA and Switzerland`. */
function othersInWords(facet: keyof typeof DIMENSIONS, values: readonly string[]): string {
  const given = facet === "region" && values.length === 0 ? [null] : values;
  const people = audienceInWords({ [facet]: given });
  return sentenceCase(facet === "account" ? people : people.replace(/^people /, ""));
}

/** Who differs in one respect and gets another answer about this practice. */
function othersOf(p: ResolvedPractice, others: readonly OtherAudience[]): Part[] {
  const groups = new Map<
    string,
    { facet: OtherAudience["facet"]; verdict: Verdict; values: string[]; rest: boolean }
  >();
  for (const { facet, values, practices } of others) {
    const verdict = practices.find(({ id }) => id === p.id)?.verdict;
    if (verdict === undefined) continue;
    const key = `${facet} ${verdict}`;
    const group = groups.get(key) ?? { facet, verdict, values: [], rest: false };
    groups.set(key, {
      ...group,
      values: [...group.values, ...values],
      rest: group.rest || (facet === "region" && values.length === 0),
    });
  }
  const items = [...groups.values()].map(({ facet, verdict, values, rest }) => {
    const who =
      rest && values.length > 0
        ? `${othersInWords(facet, values)}, and in the rest of the world`
        : othersInWords(facet, values);
    return `${who}: ${verdictInWords(verdict)}.`;
  });
  return items.length === 0 ? [] : [{ heading: "Others get another answer", lines: [{ items }] }];
}

/** One practice for one person, in words. */
export function practicePart(p: ResolvedPractice, practice: Practice, context: Context): Part {
  const { name, citations, told, others } = context;
  return {
    heading: p.title,
    lines: present([
      [`${sentenceCase(verdictInWords(p.verdict))}.`, saidOf(p, name), meaningOf(p)]
        .filter((x) => x !== undefined)
        .join(" "),
      [
        aboutOf(p, name),
        dataOf(p),
        p.legalBasis && `The legal basis that it claims: ${legalBasisInWords(p.legalBasis)}.`,
      ]
        .filter((x) => !!x)
        .join(" "),
      [overTime(p, practice, context), gapsOf(p)].filter((x) => !!x).join(" "),
      p.note ?? undefined,
      ...evidenceOf(p, citations),
    ]),
    parts: [...controlParts(p, told, citations), ...othersOf(p, others)],
  };
}
