import { raw } from "hono/html";
import { eventDate } from "../../language/en/events.ts";
import { daysBetween, lastDay, type PlatformEvent } from "../../model/index.ts";
import { matchesAudience } from "../../policy/index.ts";
import { remembered } from "../../text/remembered.ts";
import type { View } from "../view.ts";

/** The lines of the picture, and the events on each. */
const LANES = {
  training: ["training-began", "training-paused", "training-ended", "region-added", "region-removed"],
  said: ["announced", "terms-changed", "clarified"],
  choice: ["control-added", "control-removed", "control-moved", "default-changed"],
  outside: ["licensing-deal", "reported", "regulator-action", "court-action"],
} as const satisfies Record<string, readonly PlatformEvent["type"][]>;
export type Lane = keyof typeof LANES;
const LANE_NAMES = Object.keys(LANES) as Lane[];

/** What ends or takes away is drawn empty. */
const EMPTY: readonly PlatformEvent["type"][] = [
  "training-paused",
  "training-ended",
  "region-removed",
  "control-removed",
];

const LANE_HEIGHT = 46;
/** The room at both ends, in percent of the width. */
const MARGIN = 5;
/** More years than these are not all named. */
const MOST_YEARS = 7;

/** From a day to its place on the axis, in percent. */
type Scale = (day: string) => number;

const scaleOf = (first: string, last: string): Scale => {
  const days = Math.max(1, daysBetween(first, last));
  return (day) => {
    const share = Math.min(1, Math.max(0, daysBetween(first, day) / days));
    return Math.round((MARGIN + share * (100 - 2 * MARGIN)) * 10) / 10;
  };
};

const yearsBetween = (first: string, last: string): number[] => {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const step = Math.ceil((to - from + 1) / MOST_YEARS);
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
};

/** The shape of each line's marks. */
const SHAPES: Readonly<Record<Lane, string>> = {
  training: '<circle id="m-training" r="6"/>',
  said: '<path id="m-said" d="M0-7L7 0L0 7L-7 0Z"/>',
  choice: '<rect id="m-choice" x="-9" y="-5" width="18" height="10" rx="5"/>',
  outside: '<path id="m-outside" d="M0-6L7 6H-7Z"/>',
};

/** A mark on a line. Empty: something ends. Faint: it is for other people. */
function mark(lane: Lane, x: number, y: number, event: PlatformEvent, theirs: boolean): string {
  const classes = [...(EMPTY.includes(event.type) ? ["empty"] : []), ...(theirs ? [] : ["faint"])].join(" ");
  return `<use href="#m-${lane}" x="${x}%" y="${y}"${classes === "" ? "" : ` class="${classes}"`}/>`;
}

interface Dated {
  event: PlatformEvent;
  /** The last day that it may be of. */
  day: string;
}

/** Events by day, the oldest first. */
const oldestFirst = remembered((events: readonly PlatformEvent[]): Dated[] =>
  events
    .map((event) => ({ event, day: lastDay(eventDate(event.dates)) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
);

/** What happened on a line of time. Everything in it is also in the table below it. */
export const Timeline = ({ view, events }: { view: View; events: readonly PlatformEvent[] }) => {
  const { timeline } = view.words;
  const dated = oldestFirst(events);
  const days = [...dated.map(({ day }) => day), view.today].sort();
  const [first, last] = [`${days[0]?.slice(0, 4)}-01-01`, days.at(-1) ?? view.today];
  const scale = scaleOf(first, last);
  const lanes = LANE_NAMES.filter((lane) => dated.some(({ event }) => isOn(lane, event)));
  const height = lanes.length * LANE_HEIGHT + 26;
  const bottom = lanes.length * LANE_HEIGHT + 4;
  const drawing = [
    `<defs>${lanes.map((lane) => SHAPES[lane]).join("")}</defs>`,
    ...yearsBetween(first, last).map((year) => {
      const x = scale(`${year}-01-01`);
      return `<line class="year" x1="${x}%" x2="${x}%" y1="0" y2="${bottom}"/><text class="label" x="${x}%" y="${height - 4}">${year}</text>`;
    }),
    ...lanes.map((lane, i) => {
      const y = i * LANE_HEIGHT + 32;
      const marks = dated
        .filter(({ event }) => isOn(lane, event))
        .map(({ event, day }) => mark(lane, scale(day), y, event, matchesAudience(event.when, view.who)));
      return `<text class="lane" x="0" y="${y - 16}">${timeline.lanes[lane]}</text><line class="axis" x1="0" x2="100%" y1="${y}" y2="${y}"/><g class="${lane}">${marks.join("")}</g>`;
    }),
    `<line class="now" x1="${scale(view.today)}%" x2="${scale(view.today)}%" y1="0" y2="${bottom}"/>`,
  ];
  return (
    <figure class="timeline">
      {raw(
        `<svg width="100%" height="${height}" role="img" aria-label="${timeline.picture(first.slice(0, 4), last.slice(0, 4))}">${drawing.join("")}</svg>`,
      )}
      <figcaption>{timeline.legend}</figcaption>
    </figure>
  );
};

const isOn = (lane: Lane, { type }: PlatformEvent): boolean =>
  (LANES[lane] as readonly string[]).includes(type);
