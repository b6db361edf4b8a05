import {
  type Audience,
  addDays,
  type Facet,
  firstDay,
  type Operator,
  type Platform,
  type Practice,
} from "../../../model/index.ts";
import type { ResolvedPractice } from "../../../policy/answer.ts";
import type { Gap } from "../../../policy/gaps.ts";
import type { OtherAudience } from "../../../policy/others.ts";
import { resolvePractice } from "../../../policy/resolve.ts";
import { conditionsOf, intervalsOf } from "../../../policy/space/segments.ts";
import { stops, type Verdict } from "../../../policy/verdict.ts";
import { fullStop, joinPresent, listInWords, sentenceCase } from "../../../text/lists.ts";
import { dateInWords, daysInWords } from "../dates.ts";
import { audienceInWords } from "../people.ts";
import {
  actorInWords,
  answerInWords,
  dataInWords,
  kindInWords,
  legalBasisInWords,
  modelInWords,
  purposeInWords,
  recipientInWords,
  verdictInWords,
} from "../terms.ts";
import type { Citations } from "./citations.ts";
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
}

/** What the documents say. */
function statementOf({ dataUse, purpose, namesAi, onlyModels }: ResolvedPractice, name: string): string {
  const verb = purpose === "allow-third-party-crawlers" ? "allow" : "do";
  switch (dataUse) {
    case "uses":
      return `${name} says that it ${verb === "do" ? "does" : "allows"} this.`;
    case "may-use":
      return namesAi === false
        ? "Its terms would allow this, without mentioning AI. It has not said that it does this."
        : "Its terms allow this. It has not said that it does this.";
    case "does-not-use":
      return `${name} says that it does not ${verb} this${onlyModels === null ? "" : `, for ${onlyModels} only`}.`;
    case "disputed":
      return "The documents contradict each other on whether this is done.";
    default:
      return "The documents do not say whether this is done.";
  }
}

/** What it means for a person who does nothing, and for one who wants to opt out. */
function meaningOf(p: ResolvedPractice): string | undefined {
  if (p.certainty === null) return undefined;
  const actor = p.controls.find(stops)?.actor ?? "user";
  const acts = actor === "user" ? "you act" : `${actorInWords(actor)} acts`;
  switch (p.verdict) {
    case "no-choice":
      return "Nothing that you can do stops it completely.";
    case "on-by-default":
      return `Your data is used unless ${acts}.`;
    case "off-by-default":
      return `Your data is used only after ${acts}.`;
    case "asked":
      return p.defaultState === "asked-on"
        ? "You are asked first, with yes preselected."
        : "You are asked first, with nothing preselected.";
    default:
      return p.controls.some(stops)
        ? "The default is not stated; there is a way to stop it."
        : "The default is not stated, and no way to stop it is known.";
  }
}

/** What the documents say about a practice, and what it means for a person who does nothing. */
export const practiceInWords = (p: ResolvedPractice, name: string): string =>
  joinPresent([statementOf(p, name), meaningOf(p)]);

const aboutOf = ({ kinds, model, purpose, recipients }: ResolvedPractice, name: string): string => {
  const who = listInWords(recipients.map((r) => (r === "operator" ? name : recipientInWords(r))));
  return joinPresent([
    `Data: ${listInWords(kinds.map((kind) => kindInWords(kind).toLowerCase().replace("ai ", "AI ")))}.`,
    `Purpose: ${purposeInWords(purpose)} (${modelInWords(model)}).`,
    fullStop(`Recipients: ${who}`),
  ]);
};

function dataOf({ data }: ResolvedPractice): string | undefined {
  if (!data) return undefined;
  const names = (list: typeof data.includes) => listInWords(list.map((d) => dataInWords(d)));
  return joinPresent([
    data.includes.length > 0 && `Named as used: ${names(data.includes)}.`,
    data.excludes.length > 0 && `Named as excluded: ${names(data.excludes)}.`,
  ]);
}

/** The practice's answers on other days for the same person: the one before, and the next that is known. */
function overTime(p: ResolvedPractice, practice: Practice, { platform, operator, who }: Context): string {
  const at = (asOf: string) => resolvePractice(platform, practice, { ...who, asOf }, operator);
  const days = intervalsOf(conditionsOf(practice, platform.controls)).flatMap(({ from }) => from ?? []);
  const next = days
    .filter((day) => day > who.asOf)
    .find((day) => answerInWords(at(day)) !== answerInWords(p));
  const dayBefore = p.since === null ? undefined : addDays(firstDay(p.since), -1);
  return joinPresent([
    p.since === null ? "The start date is not recorded." : `Since ${dateInWords(p.since)}.`,
    dayBefore && `Before that: ${answerInWords(at(dayBefore))}.`,
    next && `From ${dateInWords(next)}: ${answerInWords(at(next))}.`,
  ]);
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

function gapsInWords({ gaps, certainty }: ResolvedPractice): string | undefined {
  if (certainty === null) return undefined;
  const notice = gaps.notice && gapInWords(gaps.notice);
  const control = gaps.control && gapInWords(gaps.control);
  return joinPresent([
    notice && `The terms mentioned it ${notice}.`,
    control && `The first way to stop it appeared ${control}.`,
  ]);
}

const FACTS = {
  dataUse: "what is done",
  defaultState: "the default",
  data: "which data",
  legalBasis: "the legal basis",
} as const;

function evidenceLines(p: ResolvedPractice, citations: Citations): Line[] {
  const items = (Object.keys(FACTS) as (keyof typeof FACTS)[]).flatMap((fact) => {
    const refs = p.evidence[fact];
    return refs.length === 0
      ? []
      : [`${FACTS[fact]}: grade ${citations.grade(refs) ?? "none"}, ${citations.numbers(refs)}`];
  });
  return ["Evidence:", { items }];
}

/** People of other audiences, after the person asked about: `In the EEA and Switzerland`. */
function othersInWords(facet: Facet, values: readonly string[]): string {
  const given = facet === "region" && values.length === 0 ? [null] : values;
  const people = audienceInWords({ [facet]: given });
  return sentenceCase(facet === "account" ? people : people.replace(/^people /, ""));
}

/** People who differ in one respect and get another answer about this practice. */
function otherAnswers(p: ResolvedPractice, others: readonly OtherAudience[]): Part[] {
  const groups = new Map<string, { facet: Facet; verdict: Verdict; values: string[]; rest: boolean }>();
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
    const and = rest && values.length > 0 ? ", and in the rest of the world" : "";
    return `${othersInWords(facet, values)}${and}: ${verdictInWords(verdict)}.`;
  });
  return items.length === 0 ? [] : [{ heading: "Other answers", lines: [{ items }] }];
}

/** One practice for one person, in words. */
export function practicePart(p: ResolvedPractice, practice: Practice, context: Context): Part {
  const { name, citations, others } = context;
  return {
    heading: p.title,
    lines: present([
      `${sentenceCase(verdictInWords(p.verdict))}. ${practiceInWords(p, name)}`,
      joinPresent([
        aboutOf(p, name),
        dataOf(p),
        p.legalBasis && `Claimed legal basis: ${legalBasisInWords(p.legalBasis)}.`,
      ]),
      joinPresent([overTime(p, practice, context), gapsInWords(p)]),
      p.note ?? undefined,
      ...evidenceLines(p, citations),
    ]),
    parts: otherAnswers(p, others),
  };
}
