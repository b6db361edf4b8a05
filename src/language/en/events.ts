import { lastDay, type PlatformEvent } from "../../model/index.ts";
import { listInWords, sentenceCase } from "../../text/lists.ts";
import { isInForce } from "../events.ts";
import { dateInWords, onDateInWords } from "./dates.ts";
import { eventTypeInWords } from "./terms.ts";

/** An event's dates and type in words: `Announced 18 September 2025 and in force 3 November 2025 (terms changed)`. */
export function eventDatesInWords({ type, dates }: Pick<PlatformEvent, "type" | "dates">): string {
  const { announced, effective, observed, reported } = dates;
  const words = [
    announced && `announced ${dateInWords(announced)}`,
    effective && (isInForce(type) ? `in force ${dateInWords(effective)}` : onDateInWords(effective)),
    observed && `seen by ${dateInWords(observed)}`,
    reported && `reported ${dateInWords(reported)}`,
  ].filter((x) => x !== undefined);
  const kind = type === "announced" || type === "reported" ? "" : ` (${eventTypeInWords(type)})`;
  return `${sentenceCase(listInWords(words))}${kind}`;
}

/**
 * The date that best says when an event was: when it took effect, else when it was first observed or reported,
 * else when it was announced; as precise as it is known.
 */
export function eventDate({ effective, observed, reported, announced }: PlatformEvent["dates"]): string {
  const seen = [observed, reported]
    .filter((date) => date !== undefined)
    .toSorted((a, b) => lastDay(a).localeCompare(lastDay(b)));
  return effective ?? seen[0] ?? announced ?? "";
}
