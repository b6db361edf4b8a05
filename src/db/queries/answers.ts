import { type SQL, sql } from "drizzle-orm";
import { ALL_DIMENSIONS, type Audience, addDays, CELL, FACETS, KIND, termsOf } from "../../model/index.ts";
import type { By, Certainty, Kind, Verdict } from "../../policy/index.ts";
import { ANY, HEADLINE, OPEN_UNTIL, REST, regionCandidates } from "../segments.ts";
import { type KnownRow, RowMemory } from "./row-memory.ts";

/*
 * What a platform's revision answers, for every audience and day at once: few rows, which are the same for all
 * requests. They are read once and kept, so that an answer for another audience or day needs no query.
 */

/** The headline in a list. */
export interface ListedHeadline {
  verdict: Verdict;
  certainty: Certainty | null;
  lead: Kind | null;
  sentence: string;
  /** The strictest reading. */
  worst: Verdict;
  /** The control that stops most of it; null where none does. */
  control: { id: string; kind: string; name: string; url: string | null } | null;
}

/** A cell in a list. */
export interface ListedCell {
  verdict: Verdict;
  certainty: Certainty | null;
}

/** For whom and when an answer is: its facets in the order of FACETS, then its first day and the one after its last. */
type Span = readonly string[];

interface Box<T> {
  span: Span;
  value: T;
}

/** What a revision answers. */
export interface RevisionAnswers {
  /** The class of each place that the revision distinguishes. */
  classes: ReadonlyMap<string, string>;
  headlines: readonly Box<ListedHeadline>[];
  /** By kind and column; only what states something. */
  cells: readonly (Box<ListedCell> & { kind: Kind; by: By })[];
}

/** A revision's identity by its content, so that it is the same in every database. */
export const contentKey = (alias: string): SQL => sql`substr(${sql.raw(alias)}.hash, 1, 20)`;

/** A row with what a revision answers, as one text: a row with a column for each part is read more slowly. */
export interface AnswerTexts extends KnownRow {
  /** Null where it is known already. */
  answers: string | null;
}

const spanColumns = (alias: string): SQL =>
  sql.raw([...FACETS, "valid_from", "valid_until"].map((column) => `${alias}."${column}"`).join(", "));

/** The columns of {@link AnswerTexts} of a row with a revision, its `key`, and (`known`) whether its answers are known. */
export function answerColumns(alias: string): SQL {
  const row = sql.raw(alias);
  const rows = (values: SQL, from: SQL): SQL =>
    sql`(select json_group_array(json_array(${values})) from ${from})`;
  const of = (other: string): SQL => sql`${sql.raw(other)}.revision = ${row}.revision`;
  const parts = [
    rows(sql`g.region, g.class`, sql`platform_regions g where ${of("g")}`),
    rows(
      sql`${spanColumns("h")}, h.verdict, h.certainty, h.lead_kind, h.sentence, h.worst, h.control`,
      sql`answers h where ${of("h")} and h.practice = ${HEADLINE}`,
    ),
    rows(sql`${spanColumns("c")}, c.kind, c.by_whom, c.verdict, c.certainty`, sql`cells c where ${of("c")}`),
    rows(sql`x.id, x.kind, x.name, x.url`, sql`controls x where ${of("x")}`),
  ];
  const all = sql.join(
    parts.map((part) => sql`json(${part})`),
    sql`, `,
  );
  return sql`${row}.key, ${row}.known, case when ${row}.known then null else json_array(${all}) end as answers`;
}

type Values = (string | null)[];

const SPAN = FACETS.length + 2;

/** The answers in a row that has them. */
export function answersIn({ answers }: AnswerTexts): RevisionAnswers {
  const [regions, headlines, cells, controls] = JSON.parse(answers ?? "[[],[],[],[]]") as [
    Values[],
    Values[],
    Values[],
    Values[],
  ];
  const byId = new Map(controls.map(([id, kind, name, url]) => [id, { id, kind, name, url: url ?? null }]));
  const spanOf = (row: Values) => row.slice(0, SPAN) as string[];
  return {
    classes: new Map(regions as [string, string][]),
    headlines: headlines.map((row) => {
      const [verdict, certainty, lead, sentence, worst, control] = row.slice(SPAN);
      const value = { verdict, certainty, lead, sentence, worst, control: byId.get(control ?? null) ?? null };
      return { span: spanOf(row), value: value as ListedHeadline };
    }),
    cells: cells.map((row) => {
      const [kind, by, verdict, certainty] = row.slice(SPAN);
      return {
        span: spanOf(row),
        kind: kind as Kind,
        by: by as By,
        value: { verdict, certainty } as ListedCell,
      };
    }),
  };
}

/** How many answers are kept: those of some hundreds of platforms. */
const KEPT = 60_000;

/** What a revision's answers count in a memory. */
export const sizeOfAnswers = ({ headlines, cells, classes }: RevisionAnswers): number =>
  10 + headlines.length + cells.length + classes.size;

/** The answers of revisions that were read, by their content. */
export class AnswerMemory extends RowMemory<AnswerTexts, RevisionAnswers> {
  constructor() {
    super(KEPT, answersIn, sizeOfAnswers);
  }
}

/** Whether a span includes a person. */
type Includes = (span: Span) => boolean;

/** The last day that an interval without an end includes. */
const LAST_DAY = addDays(OPEN_UNTIL, -1);

/** Finds the spans of a revision that include a person on a day, as `forAudience` (sql.ts) does in SQL. */
function includes({ classes }: RevisionAnswers, who: Audience): Includes {
  const day = who.asOf < OPEN_UNTIL ? who.asOf : LAST_DAY;
  const wanted = ALL_DIMENSIONS.map(({ facet, terms }): string | null => {
    if (terms !== null) return who[facet];
    return regionCandidates(who[facet]).flatMap((code) => classes.get(code) ?? [])[0] ?? REST;
  });
  return (span) => {
    for (let i = 0; i < wanted.length; i++) if (span[i] !== ANY && span[i] !== wanted[i]) return false;
    return (span[SPAN - 2] as string) <= day && day < (span[SPAN - 1] as string);
  };
}

/** The answer for one kind of data in a list; null where nothing is stated. */
export type ListedKind = { kind: Kind } & Record<
  "own" | "others" | "crawlers" | "otherModels",
  ListedCell | null
>;

/** What a revision answers to one person on one day. */
export interface ListedAnswer {
  headline: ListedHeadline;
  /** The kinds of data about which something is stated. */
  kinds: ListedKind[];
}

const COLUMN = Object.fromEntries(
  termsOf(CELL).map((by) => [by, by === "other-models" ? "otherModels" : by]),
) as Record<By, Exclude<keyof ListedKind, "kind">>;

/**
 * What a revision answers to one person on one day.
 * @throws {Error} if it has no headline for them; every revision has one for everybody
 */
export function answerTo(answers: RevisionAnswers, who: Audience): ListedAnswer {
  const isFor = includes(answers, who);
  const headline = answers.headlines.find(({ span }) => isFor(span))?.value;
  if (!headline) throw new Error("A revision has no headline for these people.");
  const kinds = new Map<Kind, ListedKind>();
  for (const { span, kind, by, value } of answers.cells) {
    if (!isFor(span)) continue;
    const row = kinds.get(kind) ?? { kind, own: null, others: null, crawlers: null, otherModels: null };
    row[COLUMN[by]] = value;
    kinds.set(kind, row);
  }
  return { headline, kinds: termsOf(KIND).flatMap((kind) => kinds.get(kind) ?? []) };
}
