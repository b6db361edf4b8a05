import { getTableName, type InferInsertModel, type Table } from "drizzle-orm";
import { type Operator, type Platform, parseRef, type Source } from "../model/index.ts";
import { cite, conditionsOfPlatform, gradeOf, sortDay } from "../policy/index.ts";
import { canonical } from "../text/canonical.ts";
import { answerRows } from "./answer-rows.ts";
import * as t from "./schema.ts";
import { regionClasses } from "./segments.ts";

type Tables = typeof t;
type TableKey = Exclude<
  keyof Tables,
  "publications" | "pointer" | "releases" | "changes" | "changeRegions" | "reviewStates" | "OPEN"
>;
type Row<K extends TableKey> = Omit<
  InferInsertModel<Tables[K]>,
  "revision" | "since" | "until" | "hash" | "recordHash"
>;

/** A row of the full-text index. */
export interface SearchRow {
  name: string;
  aliases: string;
  domains: string;
  operator: string;
  body: string;
}

/** All rows of one record's revision by table, in the order in which they are written. */
export type Rows = { readonly [K in TableKey]: Row<K>[] } & { readonly search: SearchRow[] };

/** The key by which names are sorted: without accents, lower case. */
export const sortKey = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const empty = (): Rows => ({
  operators: [],
  platforms: [],
  platformPlans: [],
  domains: [],
  aliases: [],
  practices: [],
  practiceRecipients: [],
  rules: [],
  audiences: [],
  ruleData: [],
  ruleControls: [],
  controls: [],
  steps: [],
  controlTraits: [],
  events: [],
  eventPractices: [],
  myths: [],
  sources: [],
  copies: [],
  passages: [],
  evidence: [],
  platformRegions: [],
  answers: [],
  answerControls: [],
  search: [],
});

type AnyWhen =
  | {
      regions?: readonly string[] | undefined;
      plans?: readonly string[] | undefined;
      age?: string | undefined;
      account?: string | undefined;
    }
  | undefined;

function addAudience(rows: Rows, subject: string, subjectId: string, when: AnyWhen): void {
  if (!when) return;
  const values: [string, readonly string[]][] = [
    ["region", when.regions ?? []],
    ["plan", when.plans ?? []],
    ["age", when.age ? [when.age] : []],
    ["account", when.account ? [when.account] : []],
  ];
  for (const [facet, list] of values)
    for (const value of new Set(list)) rows.audiences.push({ subject, subjectId, facet, value });
}

function addSources(rows: Rows, sources: readonly Source[]): void {
  for (const { copies = [], passages = [], when, ...source } of sources) {
    rows.sources.push({ ...source });
    addAudience(rows, "source", source.id, when);
    copies.forEach((copy, position) => {
      rows.copies.push({ source: source.id, position, ...copy });
    });
    for (const passage of passages) rows.passages.push({ source: source.id, ...passage });
  }
}

function addEvidence(
  rows: Rows,
  platform: Platform,
  operator: Operator | undefined,
  subject: string,
  subjectId: string,
  fact: string,
  refs: readonly string[] = [],
): void {
  refs.forEach((ref, position) => {
    const cited = cite(ref, platform, operator);
    if (!cited) return; // the validator does not let this happen
    const { shared, source, passage } = parseRef(ref);
    rows.evidence.push({
      subject,
      subjectId,
      fact,
      position,
      sourceOwner: shared ? `operator/${platform.operator}` : `platform/${platform.id}`,
      source,
      passage: passage ?? null,
      grade: gradeOf(cited),
    });
  });
}

function addPractices(rows: Rows, p: Platform, operator: Operator | undefined): void {
  p.practices.forEach((practice, position) => {
    rows.practices.push({ id: practice.id, position, title: practice.title, purpose: practice.purpose });
    for (const recipient of new Set(practice.recipients))
      rows.practiceRecipients.push({ practice: practice.id, recipient });
    practice.rules.forEach((rule, rulePosition) => {
      const at = { practice: practice.id, rule: rule.id };
      rows.rules.push({
        practice: practice.id,
        id: rule.id,
        position: rulePosition,
        use: rule.use,
        default: rule.default ?? null,
        legalBasis: rule.legalBasis ?? null,
        validFrom: rule.when?.from ?? null,
        validUntil: rule.when?.until ?? null,
        note: rule.note ?? null,
      });
      addAudience(rows, "rule", `${practice.id}/${rule.id}`, rule.when);
      for (const category of new Set(rule.data?.includes ?? []))
        rows.ruleData.push({ ...at, category, included: true });
      for (const category of new Set(rule.data?.excludes ?? []))
        rows.ruleData.push({ ...at, category, included: false });
      [...new Set(rule.controls ?? [])].forEach((control, i) => {
        rows.ruleControls.push({ ...at, control, position: i });
      });
      for (const [fact, refs] of Object.entries(rule.evidence))
        addEvidence(rows, p, operator, "rule", `${practice.id}/${rule.id}`, fact, refs);
    });
  });
}

function addControls(rows: Rows, p: Platform, operator: Operator | undefined): void {
  p.controls.forEach((c, position) => {
    rows.controls.push({
      id: c.id,
      position,
      kind: c.kind,
      label: c.label,
      protectsWhen: c.protectsWhen ?? null,
      protects: c.protects,
      actor: c.actor,
      scope: c.scope,
      url: c.url ?? null,
      effect: c.effect,
      validFrom: c.when?.from ?? null,
      validUntil: c.when?.until ?? null,
      note: c.note ?? null,
    });
    addAudience(rows, "control", c.id, c.when);
    c.steps.forEach((text, i) => {
      rows.steps.push({ control: c.id, position: i, text });
    });
    for (const [trait, values] of [
      ["exception", c.exceptions],
      ["friction", c.friction],
      ["right", c.rights],
    ] as const)
      for (const value of new Set(values ?? [])) rows.controlTraits.push({ control: c.id, trait, value });
    addEvidence(rows, p, operator, "control", c.id, "all", c.evidence);
  });
}

function addEvents(rows: Rows, p: Platform, operator: Operator | undefined): void {
  p.events.forEach((e, position) => {
    rows.events.push({
      id: e.id,
      position,
      type: e.type,
      announced: e.dates.announced ?? null,
      effective: e.dates.effective ?? null,
      observed: e.dates.observed ?? null,
      reported: e.dates.reported ?? null,
      sortDay: sortDay(e.dates),
      title: e.title,
      detail: e.detail ?? null,
    });
    for (const practice of new Set(e.practices ?? [])) rows.eventPractices.push({ event: e.id, practice });
    addAudience(rows, "event", e.id, e.when);
    addEvidence(rows, p, operator, "event", e.id, "all", e.evidence);
  });
  for (const { id, claim, truth, evidence } of p.myths) {
    rows.myths.push({ id, claim, truth });
    addEvidence(rows, p, operator, "myth", id, "all", evidence);
  }
}

/** What full-text search reads besides names: summaries, titles, labels, events, myths. */
const bodyOf = (p: Platform): string =>
  [
    p.summary,
    ...p.practices.map((x) => x.title),
    ...p.controls.map((c) => c.label),
    ...p.events.map((e) => e.title),
    ...p.myths.map((m) => m.claim),
    ...Object.values(p.plans ?? {}).flat(),
  ].join("\n");

/** The rows of an operator's revision. Pure. */
export function operatorRows(o: Operator): Rows {
  const rows = empty();
  rows.operators.push({
    id: o.id,
    name: o.name,
    legalName: o.legalName ?? null,
    parent: o.parent ?? null,
    jurisdiction: o.jurisdiction,
    record: canonical(o),
  });
  addSources(rows, o.sources);
  return rows;
}

/** The rows of a platform's revision, answers included. Pure: the same records give the same rows in the same order. */
export function platformRows(p: Platform, operator: Operator | undefined): Rows {
  const rows = empty();
  rows.platforms.push({
    id: p.id,
    name: p.name,
    sortName: sortKey(p.name),
    operator: p.operator,
    category: p.category,
    summary: p.summary,
    verified: p.review.verified,
    withdrawn: p.withdrawn?.date ?? null,
    record: canonical(p),
  });
  for (const [plan, names] of Object.entries(p.plans ?? {}))
    (names ?? []).forEach((name, position) => {
      rows.platformPlans.push({ plan, position, name });
    });
  p.domains.forEach((domain, position) => {
    rows.domains.push({ domain, position });
  });
  for (const alias of p.aliases ?? []) rows.aliases.push({ alias });
  addPractices(rows, p, operator);
  addControls(rows, p, operator);
  addEvents(rows, p, operator);
  addSources(rows, p.sources);
  addAnswers(rows, p, operator);
  rows.search.push({
    name: p.name,
    aliases: (p.aliases ?? []).join(" "),
    domains: p.domains.join(" "),
    operator: operator?.name ?? p.operator,
    body: bodyOf(p),
  });
  return rows;
}

function addAnswers(rows: Rows, p: Platform, operator: Operator | undefined): void {
  const classes = regionClasses(conditionsOfPlatform(p));
  for (const [region, name] of classes.classOf) rows.platformRegions.push({ region, class: name });
  for (const { controls, ...answer } of answerRows(p, classes, operator)) {
    const id = rows.answers.length + 1;
    rows.answers.push({ id, ...answer });
    for (const control of controls)
      rows.answerControls.push({ answer: id, kind: control.kind, control: control.id });
  }
}

/** The tables that hold revisions' rows, in the order in which they are written. */
export const REVISION_TABLES = (Object.keys(empty()) as (keyof Rows)[])
  .filter((key): key is TableKey => key !== "search")
  .map((key) => ({ key, table: t[key] as Table, name: getTableName(t[key]) }));
