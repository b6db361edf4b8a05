import { ALL_DIMENSIONS, type Audience, firstDay, type When } from "../model/index.ts";

/** Does a condition hold for these people, the day apart? */
export const matchesAudience = (when: When | undefined, who: Audience): boolean =>
  when === undefined ||
  ALL_DIMENSIONS.every((d) => {
    const wanted = d.wanted(when);
    return wanted === undefined || d.matches(who[d.facet], wanted);
  });

/** Does a condition hold on this day? `from` is the first day, `until` is exclusive. */
export const matchesDay = (when: When | undefined, day: string): boolean =>
  (when?.from === undefined || firstDay(when.from) <= day) &&
  (when?.until === undefined || day < firstDay(when.until));

/** Does a condition hold for this person on the day they ask about? */
export const matches = (when: When | undefined, who: Audience): boolean =>
  matchesDay(when, who.asOf) && matchesAudience(when, who);
