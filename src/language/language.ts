import type {
  Control,
  FRICTION,
  GRADE,
  Platform,
  PlatformEvent,
  RIGHT,
  VOCABULARIES,
  When,
} from "../model/index.ts";
import type { ResolvedPractice } from "../policy/answer.ts";
import type { KindAnswer } from "../policy/cells.ts";
import type { Resolved } from "../policy/resolve.ts";
import type { Certainty, Verdict } from "../policy/verdict.ts";
import type { People } from "./people.ts";

/** The words of every vocabulary, by its name: a new vocabulary or term does not compile without its words. */
export type Terms = {
  readonly [V in keyof typeof VOCABULARIES]: (term: keyof (typeof VOCABULARIES)[V]) => string;
};

/** Forms of a noun by plural category (CLDR), without the number: `{ one: "step", other: "steps" }`. */
export type PluralForms = Readonly<
  Partial<Record<Exclude<Intl.LDMLPluralRule, "other">, string>> & { other: string }
>;

/** Things that are counted in more than one place. */
export type Thing = "day" | "step" | "action" | "control" | "platform" | "event" | "source" | "change";

/**
 * Everything that is said to people in one language. Texts of records (titles, notes, steps, names of
 * settings) are English; src/site marks them as such.
 */
export interface Language {
  /** BCP 47: for `lang`, URLs and Accept-Language. */
  code: string;
  /** Its own name for itself. */
  name: string;

  /** Words for terms, as in running text (no capital where the language has none). */
  terms: Terms;
  /** A verdict with how firmly it is known: `on by default (allowed by its terms, not confirmed)`. */
  answer(answer: { verdict: Verdict; certainty: Certainty | null }): string;
  /** How well a fact is evidenced; null is not at all. */
  grade(grade: keyof typeof GRADE | null): string;

  /** `a, b and c`. */
  list(items: readonly string[], last?: "and" | "or"): string;
  /** `1,234.5`. */
  number(value: number): string;
  /** A number of anything: `3 steps`. */
  plural(count: number, forms: PluralForms): string;
  /** A number of one of the usual things. */
  count(count: number, thing: Thing): string;

  /** A date as precise as it is known (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`): `3 November 2025`. */
  date(date: string): string;
  /** `on 3 November 2025`, `in November 2025`. */
  onDate(date: string): string;
  /** `from 3 November 2025 until 2026`; empty for always. */
  period(from: string | undefined, until: string | undefined): string;
  /** A length of time: `12 days`, `about 5 months`. */
  days(days: number): string;

  /** A region by itself, as in a list to choose from: `United Kingdom`; null is the rest of the world. */
  place(code: string | null): string;
  /** Regions in running text, groups first: `in the EEA and Switzerland`. */
  inPlaces(codes: readonly (string | null)[]): string;
  /** People: `adults in Germany on the free plan`; `everyone` where nothing narrows them. */
  audience(people: People): string;
  /** A condition: `people in the EEA, from 3 November 2025`. */
  when(when: When | undefined): string;

  /** The headline: one plain sentence or a few short ones. */
  headline(platform: Pick<Platform, "name" | "category" | "withdrawn">, resolved: Resolved): string;
  /** That a record was withdrawn, why, and what answers instead; empty for one that is not. */
  withdrawal(platform: Pick<Platform, "name" | "withdrawn">): string;
  /** The answer for a kind of data in a line; undefined where nothing is stated. */
  kindLine(answer: KindAnswer): string | undefined;
  /** What the documents say about a practice (`name`: who says it), and what it means for a person who does nothing. */
  practice(practice: ResolvedPractice, name: string): string;
  /** An event's dates and type: `In force 3 November 2025 (terms changed)`. */
  eventDates(event: Pick<PlatformEvent, "type" | "dates">): string;

  /** What a control is, how far it reaches, which position protects, who must act. */
  control(control: Pick<Control, "kind" | "scope" | "protectsWhen" | "actor" | "when">): string;
  /** What makes a control harder than it looks, as a sentence; empty for nothing. */
  caveats(frictions: readonly (keyof typeof FRICTION)[]): string;
  /** The rights that a control exercises, as a sentence; empty for none. */
  rights(rights: readonly (keyof typeof RIGHT)[]): string;
}

/** Makes {@link Language.plural} and {@link Language.count} for a language. */
export function countingIn(
  code: string,
  things: Readonly<Record<Thing, PluralForms>>,
): Pick<Language, "number" | "plural" | "count"> {
  const numbers = new Intl.NumberFormat(code);
  const rules = new Intl.PluralRules(code);
  const plural = (count: number, forms: PluralForms): string =>
    `${numbers.format(count)} ${forms[rules.select(count)] ?? forms.other}`;
  return {
    number: (value) => numbers.format(value),
    plural,
    count: (count, thing) => plural(count, things[thing]),
  };
}
