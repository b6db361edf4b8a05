import {
  type Audience,
  firstDay,
  type Operator,
  type Platform,
  type PlatformEvent,
} from "../../../model/index.ts";
import { sortDay } from "../../../policy/gaps.ts";
import { matchesAudience } from "../../../policy/match.ts";
import { otherAudiences } from "../../../policy/others.ts";
import { resolve } from "../../../policy/resolve.ts";
import { conditionsOfPlatform } from "../../../policy/space/segments.ts";
import { isTraining } from "../../../policy/verdict.ts";
import { countInWords, fullStop, listInWords, sentenceCase } from "../../../text/lists.ts";
import { dateInWords, onDateInWords } from "../dates.ts";
import { audienceInWords, planInWords, regionsInWords } from "../people.ts";
import { categoryInWords, eventTypeInWords, verdictInWords } from "../terms.ts";
import { Citations } from "./citations.ts";
import { type Part, present } from "./document.ts";
import { type Context, practicePart } from "./practice.ts";

export type { Line, Part } from "./document.ts";

/** What somebody made known or put into force; of everything else, `effective` is simply the day. */
const IN_FORCE: readonly PlatformEvent["type"][] = [
  "terms-changed",
  "control-added",
  "control-removed",
  "control-moved",
  "default-changed",
  "region-added",
  "region-removed",
];

function datesInWords({ type, dates }: PlatformEvent): string {
  const { announced, effective, observed, reported } = dates;
  const words = [
    announced && `announced ${dateInWords(announced)}`,
    effective && (IN_FORCE.includes(type) ? `in force ${dateInWords(effective)}` : onDateInWords(effective)),
    observed && `seen by ${dateInWords(observed)}`,
    reported && `reported ${dateInWords(reported)}`,
  ].filter((x) => x !== undefined);
  const kind = type === "announced" || type === "reported" ? "" : ` (${eventTypeInWords(type)})`;
  return `${sentenceCase(listInWords(words))}${kind}`;
}

function eventPart(events: readonly PlatformEvent[], citations: Citations, who: Audience): Part[] {
  const theirs = events.filter(
    (e) => matchesAudience(e.when, who) && Object.values(e.dates).some((date) => firstDay(date) <= who.asOf),
  );
  const rest = events.length - theirs.length;
  const items = theirs
    .sort((a, b) => sortDay(b.dates).localeCompare(sortDay(a.dates)))
    .map(
      (e) =>
        `${datesInWords(e)}: ${fullStop(e.title)}${e.detail ? ` ${e.detail}` : ""} ${citations.numbers(e.evidence)}`,
    );
  return events.length === 0
    ? []
    : [
        {
          heading: "What happened, newest first",
          lines: present([
            { items },
            rest > 0
              ? `${countInWords(rest, "further event")} concern${rest === 1 ? "s" : ""} other people or later days.`
              : undefined,
          ]),
        },
      ];
}

/** Who is asked about; a plan is nothing to people without an account. */
const whoInWords = ({ region, plan, age, account }: Audience): string =>
  audienceInWords({
    region: region ?? undefined,
    age,
    ...(account === "signed-in" ? { plan } : { account }),
  });

/** What an answer without a region means, where the record tells regions apart. */
function restOfWorld(platform: Platform, { region }: Audience): string | undefined {
  const named = [...new Set(conditionsOfPlatform(platform).flatMap((when) => when.regions ?? []))];
  return region !== null || named.length === 0
    ? undefined
    : `No region was named: this is the answer for everywhere but the places that the record tells apart, which are ${regionsInWords(named)}.`;
}

/** What it is, who runs it, and what the plan asked about is called there. */
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
    : `${what} ${sentenceCase(planInWords(plan))} goes there by the name of ${fullStop(listInWords(names, "or"))}`;
}

/** What a record says for one person on one day, in plain sentences. */
export function explain(platform: Platform, who: Audience, operator?: Operator): Part {
  const resolved = resolve(platform, who, operator);
  const citations = new Citations(platform, operator);
  const context: Context = {
    platform,
    operator,
    who,
    name: operator?.name ?? platform.name,
    others: otherAudiences(platform, resolved, operator),
    citations,
    told: new Set(),
  };
  const practices = resolved.practices.map((p, i) =>
    practicePart(p, platform.practices[i] as Platform["practices"][number], context),
  );
  const training = resolved.practices.filter((p) => isTraining(p.purpose)).length;
  const parts = [
    ...practices.map((part, i) => ({ ...part, heading: `${i + 1}. ${part.heading}` })),
    ...eventPart(platform.events, citations, who),
    ...(platform.myths.length > 0
      ? [
          {
            heading: "What people try that does not work",
            lines: [
              {
                items: platform.myths.map((m) => `“${m.claim}” ${m.truth} ${citations.numbers(m.evidence)}`),
              },
            ],
          },
        ]
      : []),
    {
      heading: "What could not be established",
      lines:
        platform.review.openQuestions.length > 0
          ? [{ items: platform.review.openQuestions }]
          : ["No open questions."],
    },
  ];
  return {
    heading: `${platform.name}, for ${whoInWords(who)}, ${onDateInWords(who.asOf)}`,
    lines: present([
      platform.withdrawn &&
        `Withdrawn ${onDateInWords(platform.withdrawn.date)}: ${platform.withdrawn.reason}`,
      platform.summary,
      restOfWorld(platform, who),
      aboutPlatform(platform, context.name, who),
      `All in all: ${verdictInWords(resolved.overall)}. That is the worst answer among the uses that train models for general use (${training} of ${practices.length}). The record was last checked ${onDateInWords(platform.review.verified)}.`,
    ]),
    parts: [...parts, citations.list()],
  };
}
