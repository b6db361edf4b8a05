import { CATEGORY, type Operator, type Platform, STALE_AFTER_DAYS, termsOf } from "../../model/index.ts";
import { FACTS, type Fact, factGrade, inForce } from "./answers.ts";
import { type FieldKnown, fieldsKnown } from "./fields.ts";
import { type Headlines, headlinesOf } from "./headlines.ts";
import { type Age, addGrade, ageOf, type ByGrade, noGrades } from "./measures.ts";
import { lastRead, type RecordQuality, recordQuality, worstFirst } from "./record.ts";

/** How good the dataset is, as far as that can be counted. docs/quality.md says what is not measured. */
export interface Quality {
  today: string;
  staleAfterDays: number;
  totals: {
    platforms: number;
    withdrawn: number;
    operators: number;
    practices: number;
    rules: number;
    controls: number;
    sources: number;
    openQuestions: number;
  };
  /** Platforms by category, including empty categories. */
  categories: Record<keyof typeof CATEGORY, number>;
  /** Today's headlines, counted by verdict and certainty. */
  headlines: Headlines[];
  fields: FieldKnown[];
  grades: {
    /** Rules by the best grade of each fact that they state, past rules too. */
    rules: Record<Fact, ByGrade>;
    /** Today's answers in the same way, as shares of one: practices have equal weight, and audiences within a practice. */
    answers: Record<Fact, ByGrade>;
  };
  age: {
    /** The newest archived copy of each source that has one. */
    captured: Age;
    /** The day on which a source without a copy was seen. */
    seen: Age;
    /** A source's own date. */
    published: Age;
    /** The day on which a record was last checked. */
    verified: Age;
  };
  /** Records that are not withdrawn, the worst first. */
  records: RecordQuality[];
}

const perFact = (make: () => ByGrade): Record<Fact, ByGrade> => ({
  dataUse: make(),
  defaultState: make(),
  data: make(),
  legalBasis: make(),
});

function ruleGrades(
  platforms: readonly Platform[],
  operatorOf: (p: Platform) => Operator | undefined,
): Record<Fact, ByGrade> {
  const grades = perFact(noGrades);
  for (const platform of platforms)
    for (const rule of platform.practices.flatMap((p) => p.rules))
      for (const fact of FACTS) addGrade(grades[fact], factGrade(rule, fact, platform, operatorOf(platform)));
  return grades;
}

function answerGrades(
  platforms: readonly Platform[],
  operatorOf: (p: Platform) => Operator | undefined,
  today: string,
): Record<Fact, ByGrade> {
  const sums = perFact(noGrades);
  for (const platform of platforms)
    for (const { rule, share } of platform.practices.flatMap((practice) =>
      inForce(platform, practice, today),
    ))
      for (const fact of FACTS)
        addGrade(sums[fact], factGrade(rule, fact, platform, operatorOf(platform)), share);
  return Object.fromEntries(FACTS.map((fact) => [fact, shares(sums[fact])])) as Record<Fact, ByGrade>;
}

/** Parts of one, to four digits; zero stays zero. */
function shares({ A, B, C }: ByGrade): ByGrade {
  const part = (n: number) => (A + B + C === 0 ? 0 : Math.round((n / (A + B + C)) * 10_000) / 10_000);
  return { A: part(A), B: part(B), C: part(C) };
}

function ages(platforms: readonly Platform[], operators: readonly Operator[], today: string): Quality["age"] {
  const sources = [
    ...platforms.map((p) => ({ at: p.id, list: p.sources })),
    ...operators.map((o) => ({ at: `operators/${o.id}`, list: o.sources })),
  ].flatMap(({ at, list }) => list.map((source) => ({ source, what: `${at} ${source.id}` })));
  const dated = (day: (s: (typeof sources)[number]["source"]) => string | undefined) =>
    ageOf(
      sources.flatMap(({ source, what }) => {
        const found = day(source);
        return found === undefined ? [] : [{ day: found, what }];
      }),
      today,
    );
  return {
    captured: dated((s) => (s.copies?.length ? lastRead(s) : undefined)),
    seen: dated((s) => (s.copies?.length ? undefined : s.seen)),
    published: dated((s) => s.published),
    verified: ageOf(
      platforms.map((p) => ({ day: p.review.verified, what: p.id })),
      today,
    ),
  };
}

/**
 * Measures a dataset. Pure: the same records and day give the same.
 * @param today the day that ages are counted to, `YYYY-MM-DD`
 */
export function qualityOf(
  { platforms, operators }: { platforms: readonly Platform[]; operators: readonly Operator[] },
  today: string,
  staleAfterDays: number = STALE_AFTER_DAYS,
): Quality {
  const byId = new Map(operators.map((o) => [o.id, o]));
  const operatorOf = (p: Platform) => byId.get(p.operator);
  const current = platforms.filter((p) => p.withdrawn === undefined);
  const count = (of: (p: Platform) => number) => current.reduce((sum, p) => sum + of(p), 0);
  return {
    today,
    staleAfterDays,
    totals: {
      platforms: current.length,
      withdrawn: platforms.length - current.length,
      operators: operators.length,
      practices: count((p) => p.practices.length),
      rules: count((p) => p.practices.reduce((sum, x) => sum + x.rules.length, 0)),
      controls: count((p) => p.controls.length),
      sources: count((p) => p.sources.length) + operators.reduce((sum, o) => sum + o.sources.length, 0),
      openQuestions: count((p) => p.review.openQuestions.length),
    },
    categories: Object.fromEntries(
      termsOf(CATEGORY).map((c) => [c, current.filter((p) => p.category === c).length]),
    ) as Quality["categories"],
    headlines: headlinesOf(current, operatorOf, today),
    fields: fieldsKnown(current, operators),
    grades: { rules: ruleGrades(current, operatorOf), answers: answerGrades(current, operatorOf, today) },
    age: ages(current, operators, today),
    records: current.map((p) => recordQuality(p, operatorOf(p), today, staleAfterDays)).sort(worstFirst),
  };
}
