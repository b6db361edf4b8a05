import { ALL_DIMENSIONS, type Audience, distinguished, firstDay, type When } from "../model/index.ts";

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

/** {@link matches} of one condition, for many people: it looks only at what the condition restricts, and at each value once. */
export function matcherOf(when: When | undefined): (who: Audience) => boolean {
  if (when === undefined) return () => true;
  const from = when.from === undefined ? "" : firstDay(when.from);
  const until = when.until === undefined ? undefined : firstDay(when.until);
  const tests = ALL_DIMENSIONS.flatMap(({ facet, wanted, matches: covers }) => {
    const values = wanted(when);
    if (values === undefined) return [];
    const known = new Map<string | null, boolean>();
    return (who: Audience): boolean => {
      const value = who[facet];
      const seen = known.get(value);
      if (seen !== undefined) return seen;
      const covered = covers(value, values);
      known.set(value, covered);
      return covered;
    };
  });
  return (who) => {
    if (who.asOf < from || (until !== undefined && who.asOf >= until)) return false;
    for (const test of tests) if (!test(who)) return false;
    return true;
  };
}

/** Is there a day on which both conditions hold? */
function shareDay(a: When, b: When): boolean {
  const from = [a.from, b.from].map((day) => (day === undefined ? "" : firstDay(day)));
  const until = [a.until, b.until].flatMap((day) => (day === undefined ? [] : [firstDay(day)]));
  return from.every((first) => until.every((end) => first < end));
}

/** Can two conditions hold for the same person on the same day? */
export const overlap = (a: When | undefined, b: When | undefined): boolean =>
  a === undefined ||
  b === undefined ||
  (shareDay(a, b) &&
    ALL_DIMENSIONS.every(({ wanted, matches: isOne, terms }) => {
      const [one, other] = [wanted(a), wanted(b)];
      if (one === undefined || other === undefined) return true;
      const values = terms === null ? distinguished([...one, ...other]) : one;
      return values.some((value) => isOne(value, one) && isOne(value, other));
    }));
