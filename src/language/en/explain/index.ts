import {
  type Audience,
  firstDay,
  type Operator,
  type Platform,
  type Practice,
} from "../../../model/index.ts";
import { sortDay } from "../../../policy/gaps.ts";
import { matchesAudience } from "../../../policy/match.ts";
import { otherAudiences } from "../../../policy/others.ts";
import { type Resolved, resolve } from "../../../policy/resolve.ts";
import { conditionsOfPlatform } from "../../../policy/space/segments.ts";
import { isWithdrawn } from "../../../policy/withdrawal.ts";
import { countInWords, fullStop, joinPresent, listInWords } from "../../../text/lists.ts";
import { onDateInWords } from "../dates.ts";
import { eventDatesInWords } from "../events.ts";
import { headlineSentence } from "../headline.ts";
import { audienceInWords, planInWords, regionsInWords } from "../people.ts";
import { categoryInWords } from "../terms.ts";
import { Citations } from "./citations.ts";
import { controlsPart } from "./controls.ts";
import { type Part, present } from "./document.ts";
import { kindLines } from "./kinds.ts";
import { type Context, practicePart } from "./practice.ts";

export type { Line, Part } from "./document.ts";

function eventPart({ events }: Platform, citations: Citations, who: Audience): Part[] {
  if (events.length === 0) return [];
  const theirs = events.filter(
    (e) => matchesAudience(e.when, who) && Object.values(e.dates).some((date) => firstDay(date) <= who.asOf),
  );
  const others = events.length - theirs.length;
  const items = theirs
    .toSorted((a, b) => sortDay(b.dates).localeCompare(sortDay(a.dates)))
    .map((e) =>
      joinPresent([`${eventDatesInWords(e)}: ${fullStop(e.title)}`, e.detail, citations.numbers(e.evidence)]),
    );
  return [
    {
      heading: "Events, newest first",
      lines: present([
        { items },
        others > 0
          ? `${countInWords(others, "other event")} concern${others === 1 ? "s" : ""} other people or later days.`
          : undefined,
      ]),
    },
  ];
}

/** The person asked about; people without an account have no plan. */
const personInWords = ({ asOf: _, ...who }: Audience): string =>
  audienceInWords({
    ...who,
    region: who.region ?? undefined,
    ...(who.account === "signed-in" ? { account: undefined } : { plan: undefined }),
  });

/** What an answer without a region means, where the record tells regions apart. */
function restOfWorld(platform: Platform, { region }: Audience): string | undefined {
  const named = [...new Set(conditionsOfPlatform(platform).flatMap((when) => when.regions ?? []))];
  return region !== null || named.length === 0
    ? undefined
    : `No region given: this is the answer for the rest of the world. Other answers apply in ${regionsInWords(named)}.`;
}

/** What it is, who runs it, and its name for the plan asked about. */
function aboutPlatform(
  { name, category, plans }: Platform,
  operator: string,
  { plan, account }: Audience,
): string {
  const names = account === "signed-in" ? (plans?.[plan] ?? []) : [];
  const what = fullStop(
    `${name} is ${categoryInWords(category)}${operator === name ? "" : `, run by ${operator}`}`,
  );
  return names.length === 0
    ? what
    : `${what} It calls ${planInWords(plan)} ${fullStop(listInWords(names, "or"))}`;
}

function mythPart({ myths }: Platform, citations: Citations): Part[] {
  if (myths.length === 0) return [];
  const items = myths.map((m) => `“${m.claim}” ${m.truth} ${citations.numbers(m.evidence)}`);
  return [{ heading: "What people try that does not work", lines: [{ items }] }];
}

function practiceParts(resolved: Resolved, context: Context): Part[] {
  const byId = new Map(context.platform.practices.map((p) => [p.id, p]));
  return resolved.practices.map((p, i) => {
    const part = practicePart(p, byId.get(p.id) as Practice, context);
    return { ...part, heading: `${i + 1}. ${part.heading}` };
  });
}

/** What a record says for one person on one day: the headline, kinds of data, what to do, then everything else. */
export function explain(platform: Platform, who: Audience, operator?: Operator): Part {
  const resolved = resolve(platform, who, operator);
  const citations = new Citations(platform, operator);
  const name = operator?.name ?? platform.name;
  const others = otherAudiences(platform, resolved);
  const { openQuestions, verified } = platform.review;
  return {
    heading: `${platform.name}, for ${personInWords(who)}, ${onDateInWords(who.asOf)}`,
    lines: present([
      headlineSentence(platform, resolved),
      isWithdrawn(platform, who.asOf) && platform.withdrawn?.note
        ? fullStop(platform.withdrawn.note)
        : undefined,
      { items: kindLines(resolved) },
    ]),
    parts: [
      controlsPart(resolved, citations),
      {
        heading: "About this record",
        lines: present([
          platform.summary,
          restOfWorld(platform, who),
          aboutPlatform(platform, name, who),
          `Last checked ${onDateInWords(verified)}.`,
        ]),
      },
      ...practiceParts(resolved, { platform, operator, who, name, others, citations }),
      ...eventPart(platform, citations, who),
      ...mythPart(platform, citations),
      {
        heading: "Open questions",
        lines: openQuestions.length > 0 ? [{ items: openQuestions }] : ["None."],
      },
      citations.list(),
    ],
  };
}
