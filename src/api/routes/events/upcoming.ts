import { ruleInWords, whenInWords } from "../../../language/en/index.ts";
import {
  addDays,
  type Control,
  daysBetween,
  type Platform,
  type PlatformEvent,
  type Practice,
  type Rule,
} from "../../../model/index.ts";
import { type Period, periodOf } from "../../http/feeds/entry.ts";
import { concerns, type Filters } from "./query.ts";

/** What can begin or end. */
export const UPCOMING_KINDS = [
  "event",
  "control-begins",
  "control-ends",
  "rule-begins",
  "rule-ends",
] as const;

/** Something that begins or ends. */
export interface UpcomingItem {
  kind: (typeof UPCOMING_KINDS)[number];
  /** Its permanent id: `control-ends/linkedin/objection`. */
  id: string;
  platform: Platform;
  /** When, as precise as it is known; of what ends, its last day. */
  date: string;
  /** The days that the date can mean. */
  period: Period;
  title: string;
  /** More about it, in the record's words. */
  note: string | undefined;
  regions: readonly string[] | null;
}

type When = Rule["when"];

/** The last day before the end of a half-open time; where the end is a month or year, that month or year. */
const lastDateOf = (until: string): string => (until.length === 10 ? addDays(until, -1) : until);

/** What is said of a beginning and an end. */
interface Said {
  what: "control" | "rule";
  id: string;
  begins: string;
  ends: string;
  note: string | undefined;
}

/** The beginning and the end of a control or rule, as far as it has them. */
function endsOf(platform: Platform, when: When, { what, id, begins, ends, note }: Said): UpcomingItem[] {
  const item = (kind: UpcomingItem["kind"], title: string, date: string): UpcomingItem => ({
    kind,
    id: `${kind}/${platform.id}/${id}`,
    platform,
    date,
    period: periodOf(date),
    title,
    note,
    regions: when?.regions ?? null,
  });
  return [
    ...(when?.from === undefined ? [] : [item(`${what}-begins`, begins, when.from)]),
    ...(when?.until === undefined ? [] : [item(`${what}-ends`, ends, lastDateOf(when.until))]),
  ];
}

const ofControl = (platform: Platform, { id, name, when, note }: Control): UpcomingItem[] =>
  endsOf(platform, when, {
    what: "control",
    id,
    begins: `“${name}” becomes available`,
    ends: when?.until?.length === 10 ? `Last day for “${name}”` : `“${name}” ends`,
    note,
  });

function ofRule(platform: Platform, { id, title }: Practice, rule: Rule): UpcomingItem[] {
  const { from: _, until: __, ...people } = rule.when ?? {};
  const about = `“${title}”, ${whenInWords(people)}: ${ruleInWords(rule)}`;
  return endsOf(platform, rule.when, {
    what: "rule",
    id: `${id}/${rule.id}`,
    begins: `Begins: ${about}`,
    ends: `Ends: ${about}`,
    note: rule.note,
  });
}

function ofEvent(platform: Platform, { id, title, detail, dates, when }: PlatformEvent): UpcomingItem[] {
  const { effective: date } = dates;
  if (date === undefined) return [];
  const regions = when?.regions ?? null;
  return [
    {
      kind: "event",
      id: `event/${platform.id}/${id}`,
      platform,
      date,
      period: periodOf(date),
      title,
      note: detail,
      regions,
    },
  ];
}

/** Days from today to the first of an item's. */
export const daysUntil = ({ period }: UpcomingItem, today: string): number => daysBetween(today, period.from);

/**
 * Is it today or later? An event of a month or year may still come until that is over; rules and controls begin
 * and end with its first day.
 */
const isAhead = ({ kind, period }: UpcomingItem, today: string): boolean =>
  kind === "event" ? period.until > today : period.from >= today;

/** Everything that begins or ends today or later, the nearest first. */
export function upcomingOf(
  platforms: readonly Platform[],
  { region }: Pick<Filters, "region">,
  today: string,
): UpcomingItem[] {
  return platforms
    .flatMap((p) => [
      ...p.events.flatMap((e) => ofEvent(p, e)),
      ...p.controls.flatMap((c) => ofControl(p, c)),
      ...p.practices.flatMap((practice) => practice.rules.flatMap((r) => ofRule(p, practice, r))),
    ])
    .filter((item) => isAhead(item, today) && concerns({ regions: item.regions ?? undefined }, region))
    .sort((a, b) => a.period.from.localeCompare(b.period.from) || a.id.localeCompare(b.id));
}
