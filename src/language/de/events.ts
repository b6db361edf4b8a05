import type { PlatformEvent } from "../../model/index.ts";
import { sentenceCase } from "../../text/lists.ts";
import { isInForce } from "../events.ts";
import { fromDateInGerman, onDateInGerman } from "./dates.ts";
import { listInGerman } from "./lists.ts";
import { eventTypeInGerman } from "./terms.ts";

/** An event's dates and type: `Angekündigt am 18. September 2025 und gültig ab dem 3. November 2025 (Bedingungen geändert)`. */
export function eventDatesInGerman({ type, dates }: Pick<PlatformEvent, "type" | "dates">): string {
  const { announced, effective, observed, reported } = dates;
  const words = [
    announced && `angekündigt ${onDateInGerman(announced)}`,
    effective && (isInForce(type) ? `gültig ${fromDateInGerman(effective)}` : onDateInGerman(effective)),
    observed && `spätestens ${onDateInGerman(observed)} zu sehen`,
    reported && `berichtet ${onDateInGerman(reported)}`,
  ].filter((x) => x !== undefined);
  const kind = type === "announced" || type === "reported" ? "" : ` (${eventTypeInGerman(type)})`;
  return `${sentenceCase(listInGerman(words))}${kind}`;
}
