import ical, {
  escape as escapeText,
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventTransparency,
} from "ical-generator";
import { permanentId } from "../feed-ids.ts";
import { type Block, type FeedWriter, instantOf, textOf } from "./entry.ts";

const DAY = 86_400;

/** A reminder is shown at nine in the morning: all-day entries begin at midnight. */
const AT = 9 * 3600;

/** How often a calendar program should look again, in seconds. */
const REFRESH = DAY;

/** Longer lists are cut in the description of an entry, which calendars show in a small window. */
const ITEMS = 10;

/** Control characters that no content line can have (RFC 5545, 3.1: CONTROL); line breaks and tabs are escaped or kept. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters in question
const NOT_ICAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
const calendarText = (text: string): string => text.toWellFormed().replace(NOT_ICAL, "\uFFFD");

const shortBlock = (block: Block): Block =>
  typeof block === "string" || block.length <= ITEMS
    ? block
    : [...block.slice(0, ITEMS), `and ${block.length - ITEMS} more`];

/**
 * A calendar (RFC 5545). Entries are whole days and show no one as busy; one of which only the month or year is
 * known takes all of it. The library folds lines and escapes the texts of entries, but not the calendar's own, nor
 * ids (which are UUIDs), and it escapes addresses, which must not be (ours have no character that it changes).
 */
export const calendar: FeedWriter = ({ title, description, origin, reminder, stamp }, entries) => {
  const cal = ical({
    name: escapeText(calendarText(title), false),
    description: escapeText(calendarText(description), false),
    prodId: { company: "AI Data Use", product: "feeds", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH,
  });
  const today = stamp.slice(0, 10);
  for (const entry of entries) {
    const summary = calendarText(entry.title);
    const event = cal.createEvent({
      id: permanentId(entry.name),
      start: new Date(instantOf(entry.period.from)),
      end: new Date(instantOf(entry.period.until)),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      stamp: new Date(stamp),
      summary,
      description: calendarText(textOf(entry.blocks.map(shortBlock))),
      url: `${origin}${entry.path}`,
    });
    if (reminder !== undefined && entry.period.from >= today)
      event.createAlarm({
        type: ICalAlarmType.display,
        triggerBefore: reminder * DAY - AT,
        description: summary,
      });
  }
  return `${cal.toString()}\r\n`;
};
