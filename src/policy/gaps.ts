import { type Audience, daysBetween, firstDay, lastDay, type PlatformEvent } from "../model/index.ts";
import { matchesAudience } from "./match.ts";

/** A span of days, as an interval where dates are imprecise; null at an end that nothing bounds. Negative: the other way round. */
export interface Gap {
  min: number | null;
  max: number | null;
}

/** The days on which something can have happened; null at an end that nothing bounds. */
export interface Possible {
  earliest: string | null;
  latest: string | null;
}

/**
 * When an event can have happened. `effective` bounds both ends; what was observed or
 * reported had happened by then; what was announced came then or later.
 */
export function possibleDays({ effective, observed, reported, announced }: PlatformEvent["dates"]): Possible {
  if (effective !== undefined) return { earliest: firstDay(effective), latest: lastDay(effective) };
  const seen = [observed, reported]
    .filter((d) => d !== undefined)
    .map(lastDay)
    .sort()[0];
  return {
    earliest: seen === undefined && announced !== undefined ? firstDay(announced) : null,
    latest: seen ?? null,
  };
}

/** The day by which an event is put in order: the latest it can have been, or else the earliest. */
export function sortDay(dates: PlatformEvent["dates"]): string {
  const { earliest, latest } = possibleDays(dates);
  return latest ?? earliest ?? "";
}

const BEGAN: readonly PlatformEvent["type"][] = ["training-began", "region-added"];
const TOLD: readonly PlatformEvent["type"][] = ["terms-changed"];
const CONTROLLABLE: readonly PlatformEvent["type"][] = ["control-added"];

/**
 * The first event of some types that concerns a practice and these people. Where some name
 * their region, those count before what happened everywhere: training that came to Europe
 * later did not begin there when it began elsewhere.
 */
function first(
  events: readonly PlatformEvent[],
  types: readonly PlatformEvent["type"][],
  practice: string,
  who: Audience,
): Possible | undefined {
  const theirs = events.filter(
    (e) => types.includes(e.type) && (e.practices ?? []).includes(practice) && matchesAudience(e.when, who),
  );
  const named = theirs.filter((e) => e.when?.regions !== undefined);
  return (named.length > 0 ? named : theirs)
    .sort((a, b) => sortDay(a.dates).localeCompare(sortDay(b.dates)))
    .map((e) => possibleDays(e.dates))[0];
}

const between = (a: Possible, b: Possible): Gap => ({
  min: a.latest !== null && b.earliest !== null ? daysBetween(a.latest, b.earliest) : null,
  max: a.earliest !== null && b.latest !== null ? daysBetween(a.earliest, b.latest) : null,
});

/**
 * For a practice and these people, in days: from the beginning of training to the terms
 * that told it (`notice`), and to the first control (`control`); null where an end is not recorded.
 */
export function gapsOf(
  events: readonly PlatformEvent[],
  practice: string,
  who: Audience,
): { notice: Gap | null; control: Gap | null } {
  const began = first(events, BEGAN, practice, who);
  const to = (types: readonly PlatformEvent["type"][]): Gap | null => {
    const then = began && first(events, types, practice, who);
    return began && then ? between(began, then) : null;
  };
  return { notice: to(TOLD), control: to(CONTROLLABLE) };
}
