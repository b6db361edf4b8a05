import type {
  Control,
  Copy,
  Domain,
  Fact,
  Myth,
  Operator,
  Passage,
  Platform,
  PlatformEvent,
  Practice,
  Rule,
  Source,
} from "../../model/index.ts";
import { dateInWords } from "./dates.ts";
import { planInWords, whenInWords } from "./people.ts";
import {
  actorInWords,
  categoryInWords,
  controlKindInWords,
  dataUseInWords,
  defaultInWords,
  domainRoleInWords,
  effectInWords,
  eventTypeInWords,
  frictionInWords,
  kindInWords,
  legalBasisInWords,
  modelInWords,
  purposeInWords,
  recipientInWords,
  rightInWords,
  scopeInWords,
  sourceKindInWords,
  withdrawalInWords,
} from "./terms.ts";

/*
 * The words for every field of a record, as diffs and changes name it. The tables are complete by their
 * types: a field that is added to the model does not compile before it has a label here, and
 * test/guards/diff.test.ts proves that a change of it is said.
 */

type Member<T> = T extends readonly (infer U)[] ? U : T;

/** A label; with a function, the words for a value (of a list, for each of its members). */
export type Label<T> = string | readonly [label: string, inWords: (value: Member<T>) => string] | Own;

/** A field that has no line of its own: how it is said instead. */
interface Own {
  /** What says that it changed. */
  own: string;
  /** The labels of the fields under it. */
  fields?: Readonly<Record<string, unknown>>;
}

/** A label for each field of `T`, optional ones too. */
export type Labels<T> = { readonly [K in keyof T]-?: Label<NonNullable<T[K]>> };

const own = (said: string, fields?: Readonly<Record<string, unknown>>): Own => ({
  own: said,
  ...(fields && { fields }),
});

/** Is this a label, and not a note about how the field is said elsewhere? */
export const isOwn = (label: unknown): label is Own =>
  typeof label === "object" && label !== null && "own" in label;

const ID = own("an id names its member: another id is a member removed and one added");
const EVIDENCE = own("the section about evidence");
const REWORDED = own("one line: it was reworded");

/** An event's dates: `announced September 2025, effective 3 November 2025`. */
export const datesInWords = (dates: PlatformEvent["dates"]): string =>
  Object.entries(dates)
    .map(([kind, date]) => `${kind} ${dateInWords(date)}`)
    .join(", ");

export const CONTROL_LABELS: Labels<Control> = {
  id: ID,
  name: "name",
  steps: own("the steps that differ, one per line"),
  url: "direct link",
  kind: ["kind of control", controlKindInWords],
  protectsWhen: "it protects when switched",
  protects: "how much it stops",
  actor: ["who can act", actorInWords],
  scope: ["how far it reaches", scopeInWords],
  when: ["who has it", whenInWords],
  effect: ["effect on data already used", effectInWords],
  exceptions: "what is still used after it",
  friction: ["caveats", frictionInWords],
  rights: ["rights it exercises", rightInWords],
  note: REWORDED,
  evidence: EVIDENCE,
};

export const EVENT_LABELS: Labels<PlatformEvent> = {
  id: ID,
  type: ["kind of event", eventTypeInWords],
  dates: ["date", datesInWords as (value: PlatformEvent["dates"]) => string],
  when: ["whom it concerns", whenInWords],
  practices: "practices it concerns",
  title: "title",
  detail: REWORDED,
  evidence: EVIDENCE,
};

export const MYTH_LABELS: Labels<Myth> = { id: ID, claim: "claim", truth: "truth", evidence: EVIDENCE };

const COPY_LABELS: Labels<Copy> = {
  archive: "archive of the copy",
  commit: "commit of the copy",
  path: "path of the copy",
  captured: ["day of the copy", dateInWords],
};

export const PASSAGE_LABELS: Labels<Passage> = {
  id: ID,
  copy: "copy that was read",
  heading: "heading",
  start: "first words",
  end: "last words",
  sha256: "fingerprint",
};

export const SOURCE_LABELS: Labels<Source> = {
  id: ID,
  copies: own("the newest copy, or that others changed", COPY_LABELS),
  passages: own("a line for each passage: moved, or other words", PASSAGE_LABELS),
  kind: ["kind of document", sourceKindInWords],
  title: "title",
  publisher: "publisher",
  url: "address",
  published: ["published", dateInWords],
  seen: ["seen", dateInWords],
  when: ["whom it is for", whenInWords],
};

/** The facts that have evidence of their own. */
export const FACT_LABELS: Readonly<Record<Fact, string>> = {
  dataUse: "whether data is used",
  defaultState: "the default",
  data: "which data",
  legalBasis: "the legal basis",
};

/** Fields of rules appear as changes of answers; where no answer changes, under these labels. */
export const RULE_LABELS: Labels<Rule> = {
  id: ID,
  when: ["whom it applies to", whenInWords],
  dataUse: ["what the documents say", dataUseInWords],
  namesAi: ["the clause mentions AI", (names) => (names ? "yes" : "no")],
  onlyModels: "models that the denial is limited to",
  defaultState: ["default", defaultInWords],
  legalBasis: ["claimed legal basis", legalBasisInWords],
  data: own("data added, no longer named, excluded, no longer excluded", {
    includes: "data",
    excludes: "excluded data",
  }),
  controls: "controls",
  note: own("one line with everything that was only reworded"),
  evidence: own("the section about evidence", FACT_LABELS),
};

export const PRACTICE_LABELS: Labels<Practice> = {
  id: ID,
  title: own("one line with everything that was only reworded"),
  subject: "the data, after “with”",
  kinds: ["kinds of data", kindInWords],
  model: ["kind of model", modelInWords],
  purpose: ["purpose", purposeInWords],
  recipients: ["recipients", recipientInWords],
  rules: own("the answers that change", RULE_LABELS),
};

export const REVIEW_LABELS: Labels<Platform["review"]> = {
  verified: ["last checked against its sources", dateInWords],
  openQuestions: own("a line for each open question added or removed"),
};

export const DOMAIN_LABELS: Labels<Domain> = {
  host: ID,
  role: ["role", domainRoleInWords],
  country: "country",
  plan: ["implied plan", planInWords],
};

export const WITHDRAWN_LABELS: Labels<NonNullable<Platform["withdrawn"]>> = {
  date: ["withdrawn on", dateInWords],
  reason: ["withdrawn because", withdrawalInWords],
  note: "a note on the withdrawal",
  successors: "records that answer instead",
};

export const PLATFORM_LABELS: Labels<Platform> = {
  $schema: own("one line with everything that was only reworded"),
  schemaVersion: "format version",
  id: ID,
  name: "name",
  aliases: "former ids",
  operator: "operator",
  category: ["category", categoryInWords],
  domains: own("a line for each domain", DOMAIN_LABELS),
  otherDomains: "domains of other services",
  apps: own("a line for each app", { android: "Android apps", apple: "App Store apps" }),
  summary: own("one line with everything that was only reworded"),
  plans: "plan names",
  practices: own("headline, answers by kind of data and answers of each practice", PRACTICE_LABELS),
  controls: own("the section about what people can do", CONTROL_LABELS),
  events: own("the section about events and myths", EVENT_LABELS),
  myths: own("the section about events and myths", MYTH_LABELS),
  sources: own("the section about evidence", SOURCE_LABELS),
  sameAs: "the same platform elsewhere",
  withdrawn: own("the section about withdrawal", WITHDRAWN_LABELS),
  review: own("last checked; open questions", REVIEW_LABELS),
};

export const OPERATOR_LABELS: Labels<Operator> = {
  $schema: own("one line with everything that was only reworded"),
  schemaVersion: "format version",
  id: ID,
  name: "name",
  aliases: "former ids",
  legalName: "legal name",
  parent: "owned by",
  jurisdiction: "jurisdiction",
  sources: own("the documents that its platforms share", SOURCE_LABELS),
  sameAs: "the same company elsewhere",
  withdrawn: own("the section about withdrawal", WITHDRAWN_LABELS),
};
