import { answerInWords, countInWords } from "../../language/en/index.ts";
import { aligned, markdownTable, percent } from "../../text/table.ts";
import { FACTS } from "./answers.ts";
import { type HeadlineCount, type Headlines, ORDER } from "./headlines.ts";
import type { Age, ByGrade } from "./measures.ts";
import type { Quality } from "./quality.ts";
import type { RecordQuality } from "./record.ts";

/** One part of the report: a title, a line of explanation, a table or lines. */
interface Section {
  title: string;
  about: string;
  heads?: string[];
  rows?: string[][];
  lines?: string[];
}

function coverage({ totals, categories }: Quality): Section {
  const counts = Object.entries(categories).sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
  const none = counts.filter(([, n]) => n === 0).map(([category]) => category);
  return {
    title: "Coverage",
    about: `${countInWords(totals.platforms, "platform")} of ${countInWords(totals.operators, "operator")}: ${countInWords(totals.practices, "practice")}, ${countInWords(totals.rules, "rule")}, ${countInWords(totals.controls, "control")}, ${countInWords(totals.sources, "source")}, ${countInWords(totals.openQuestions, "open question")}.${totals.withdrawn > 0 ? ` ${totals.withdrawn} withdrawn, not counted.` : ""}${none.length > 0 ? ` No platform yet in: ${none.join(", ")}.` : ""}`,
    heads: ["category", "platforms"],
    rows: counts.filter(([, n]) => n > 0).map(([category, n]) => [category, String(n)]),
  };
}

const PLACES: Readonly<Record<string, string>> = { DE: "Germany", US: "United States" };

function headlines({ headlines: found }: Quality): Section {
  const has = ({ verdict, certainty }: Pick<HeadlineCount, "verdict" | "certainty">, { counts }: Headlines) =>
    counts.find((c) => c.verdict === verdict && c.certainty === certainty)?.platforms ?? 0;
  return {
    title: "Headlines",
    about: "How many platforms have each headline today, for adults with a free account.",
    heads: [
      "headline",
      ...found.map(({ region }) => (region === null ? "rest of the world" : (PLACES[region] ?? region))),
    ],
    rows: ORDER.filter((o) => found.some((f) => has(o, f) > 0)).map((o) => [
      answerInWords(o),
      ...found.map((f) => String(has(o, f))),
    ]),
  };
}

const known = ({ fields }: Quality): Section => ({
  title: "What is known",
  about: "How often a field has a value other than `not-stated`.",
  heads: ["field", "known", "of", "", "among"],
  rows: fields.map((f) => [
    f.field,
    String(f.known),
    String(f.of),
    percent(f.of === 0 ? null : f.known / f.of),
    f.among,
  ]),
});

const gradeCells = (counts: ByGrade): string[] => {
  const sum = counts.A + counts.B + counts.C;
  return [counts.A, counts.B, counts.C].map((n) => percent(sum === 0 ? null : n / sum));
};

const grades = ({ grades: { rules, answers } }: Quality): Section => ({
  title: "Grades",
  about:
    "The grade of each stated fact's evidence. A: the platform's own words, archived. B: its own words, not archived. C: reports by others. Rules include past ones. Answers are today's; practices, and audiences within a practice, have equal weight.",
  heads: ["fact", "rules", "A", "B", "C", "answers: A", "B", "C"],
  rows: FACTS.map((fact) => [
    fact,
    String(rules[fact].A + rules[fact].B + rules[fact].C),
    ...gradeCells(rules[fact]),
    ...gradeCells(answers[fact]),
  ]),
});

const ageCells = (what: string, { of, median, oldest }: Age): string[] => [
  what,
  String(of),
  median ? `${median.days}` : "–",
  oldest ? `${oldest.days}` : "–",
  oldest ? `${oldest.what}, ${oldest.day}` : "",
];

const age = ({ age: a }: Quality): Section => ({
  title: "Age of the evidence",
  about: "In days. An old copy is fine if the document has not changed.",
  heads: ["", "of", "median", "oldest", "which"],
  rows: [
    ageCells("newest copy of a source", a.captured),
    ageCells("page seen, without a copy", a.seen),
    ageCells("the document's own date", a.published),
    ageCells("record last checked", a.verified),
  ],
});

const table = ({ records }: Quality): Section => ({
  title: "Records, worst first",
  about:
    "Overdue records first, then rules with only reports by others as evidence, with no archived passage, or with an unknown default, then open questions. Silent: the share of today's answers that are `not-stated`. Evidence: days since the oldest document cited by today's answers was last read.",
  heads: [
    "record",
    "checked",
    "reports only",
    "no passage",
    "no default",
    "open",
    "rules",
    "silent",
    "no copy",
    "evidence",
  ],
  rows: records.map((r) => [
    r.id,
    `${r.verifiedDays}${r.overdue ? " overdue" : ""}`,
    String(r.reportsOnly.length),
    String(r.notFingerprinted.length),
    String(r.defaultUnknown.length),
    String(r.openQuestions),
    String(r.rules),
    percent(r.notStated),
    String(r.withoutCopy.length),
    r.evidence.oldest ? String(r.evidence.oldest.days) : "–",
  ]),
});

/** How many rules a line of advice names. */
const NAMED = 4;
const named = (rules: readonly string[]): string =>
  `${rules.slice(0, NAMED).join(", ")}${rules.length > NAMED ? ` and ${rules.length - NAMED} more` : ""}`;

/** What a maintainer can do for a record, most pressing first. */
export const todo = (r: RecordQuality): string[] => [
  ...(r.overdue
    ? [`read its sources again: last checked ${r.verified}, ${countInWords(r.verifiedDays, "day")} ago`]
    : []),
  ...(r.reportsOnly.length > 0
    ? [`find the platform's own words; only reports by others support ${named(r.reportsOnly)}`]
    : []),
  ...(r.notFingerprinted.length > 0
    ? [`find an archived copy, and name the passage, for ${named(r.notFingerprinted)}`]
    : []),
  ...(r.defaultUnknown.length > 0 ? [`find out what happens by default in ${named(r.defaultUnknown)}`] : []),
  ...(r.openQuestions > 0 ? [`answer ${countInWords(r.openQuestions, "open question")}`] : []),
];

/** How many records the list of what to do next names. */
const NEXT = 10;

const next = ({ records }: Quality): Section => ({
  title: "What to do next",
  about: `For the ${Math.min(NEXT, records.length)} worst records.`,
  lines: records.slice(0, NEXT).flatMap((r) => todo(r).map((task) => `${r.id}: ${task}`)),
});

const sections = (quality: Quality): Section[] =>
  [coverage, headlines, known, grades, age, table, next].map((make) => make(quality));

const WIDTH = 110;

/** Breaks a line between words. */
function wrapped(text: string): string[] {
  return text.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
    return lines;
  }, []);
}

const head = ({ today, staleAfterDays }: Quality): string =>
  `Quality of the dataset on ${today}; a record is overdue when it has not been checked for ${staleAfterDays} days.`;

/** The report as plain text. */
export const qualityText = (quality: Quality): string =>
  [
    head(quality),
    ...sections(quality).flatMap(({ title, about, heads, rows, lines = [] }) => [
      "",
      title.toUpperCase(),
      ...wrapped(about.replaceAll("`", "")),
      ...(heads && rows ? ["", ...aligned(heads, rows).map((line) => `  ${line}`)] : []),
      ...lines.map((line) => `  ${line}`),
    ]),
  ].join("\n");

/** The report as Markdown. */
export const qualityMarkdown = (quality: Quality): string =>
  [
    "# Quality",
    "",
    head(quality),
    ...sections(quality).flatMap(({ title, about, heads, rows, lines = [] }) => [
      "",
      `## ${title}`,
      "",
      about,
      "",
      ...(heads && rows ? markdownTable(heads, rows) : []),
      ...lines.map((line) => `- ${line}`),
    ]),
  ].join("\n");
