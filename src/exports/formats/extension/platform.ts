import type { StoredAnswer } from "../../../db/rows.ts";
import { ANY, HEADLINE, REST } from "../../../db/segments.ts";
import { LANGUAGES } from "../../../language/index.ts";
import { ALL_DIMENSIONS, type Audience, audience, PLAN, termsOf } from "../../../model/index.ts";
import { resolve } from "../../../policy/index.ts";
import type { ExportRecord } from "../../input.ts";

/** An answer, with its verdict in words and its sentence in each language. */
export interface ExtensionAnswer {
  verdict: string;
  certainty: string | null;
  words: string[];
  sentences: string[];
}

/** A platform's headline for every place and plan. */
export interface ExtensionPlatform {
  name: string;
  answers: ExtensionAnswer[];
  /** For each class of places, the answer of each plan; the first is for places that are not in `places`. */
  classes: number[][];
  /** The class of each place with another answer than the rest of the world. */
  places: Record<string, number>;
}

export const PLANS = termsOf(PLAN);
export const CODES = Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[];

type PlatformRecord = Extract<ExportRecord, { kind: "platform" }>;

/** The dimensions of which nothing is asked. */
const OTHERS = ALL_DIMENSIONS.filter(({ facet }) => facet !== "region" && facet !== "plan");
const isForAnyone = (answer: StoredAnswer): boolean =>
  OTHERS.every(({ facet, unspecified }) => [ANY, unspecified].includes(answer[facet]));

/** The answer for one person in every language. */
function answerFor({ record, operator }: PlatformRecord, who: Audience): ExtensionAnswer {
  const resolved = resolve(record, who, operator);
  const { verdict, certainty } = resolved.headline;
  const languages = CODES.map((code) => LANGUAGES[code]);
  return {
    verdict,
    certainty,
    words: languages.map((language) => language.answer({ verdict, certainty })),
    sentences: languages.map((language) => language.headline(record, resolved)),
  };
}

/** The headlines of a platform on a day. Answers that are stored once are resolved once. */
export function extensionPlatform(item: PlatformRecord, day: string): ExtensionPlatform {
  const { record, rows } = item;
  const today = rows.answers.filter(
    (a) => a.practice === HEADLINE && isForAnyone(a) && a.validFrom <= day && a.validUntil > day,
  );
  const names = [...new Set(rows.platformRegions.map((r) => r.class))];
  const placeOf = (name: string): string | null =>
    rows.platformRegions.find((r) => r.class === name)?.region ?? null;
  const answers = new Map<string, { index: number; answer: ExtensionAnswer }>();
  const indices = new Map<StoredAnswer, number>();
  const indexOf = (name: string, plan: (typeof PLANS)[number]): number => {
    const row = today.find((a) => [ANY, name].includes(a.region) && [ANY, plan].includes(a.plan));
    const known = row && indices.get(row);
    if (known !== undefined) return known;
    const answer = answerFor(item, audience({ region: placeOf(name), plan } as Partial<Audience>, day));
    const key = JSON.stringify(answer);
    const { index } = answers.get(key) ?? { index: answers.size };
    answers.set(key, { index, answer });
    if (row) indices.set(row, index);
    return index;
  };
  const classOf = (name: string): number[] => PLANS.map((plan) => indexOf(name, plan));
  const classes = [classOf(REST), ...names.map(classOf)];
  return {
    name: record.name,
    answers: [...answers.values()].map(({ answer }) => answer),
    classes,
    places: Object.fromEntries(
      rows.platformRegions
        .map(({ region, class: name }): [string, number] => [region, names.indexOf(name) + 1])
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}
