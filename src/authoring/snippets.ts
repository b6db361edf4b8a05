import type * as z from "zod";
import {
  ACTOR,
  AGE,
  CONTROL_KIND,
  CONTROL_SCOPE,
  controlSchema,
  DATA_CATEGORY,
  DEFAULT_STATE,
  EFFECT,
  EVENT_TYPE,
  eventSchema,
  KIND,
  MODEL,
  mythSchema,
  PLAN,
  PROTECTS,
  PURPOSE,
  passageSchema,
  practiceSchema,
  RECIPIENT,
  ruleSchema,
  SOURCE_KIND,
  sourceSchema,
  termsOf,
  type Vocabulary,
} from "../model/index.ts";

/** A form that an editor fills in: `$1`, `${2|a,b|}` are the places to type, in order (VS Code's `defaultSnippets`). */
export interface Snippet {
  label: string;
  description: string;
  body: Readonly<Record<string, unknown>>;
}

/** A place where one of some words is chosen. */
const oneOf = (place: number, words: readonly string[]): string => `\${${place}|${words.join(",")}|}`;

/** A place where one of a vocabulary's terms is chosen. */
const choose = (place: number, vocabulary: Vocabulary, except: readonly string[] = []): string =>
  oneOf(
    place,
    termsOf(vocabulary).filter((term) => !except.includes(term)),
  );

/** A place whose value is not a text (VS Code's `^`): `true`, `false`. */
const unquoted = (place: string): string => `^${place}`;

/** A place with words in it that are typed over. */
const suggested = (place: number, words: string): string => `\${${place}:${words}}`;

/** A place for a day. Validation reports a placeholder that was not replaced. */
const day = (place: number): string => suggested(place, "YYYY-MM-DD");

/** What `npm run evidence -- fingerprint` replaces. */
const NO_FINGERPRINT = "0".repeat(64);

const RULES: Snippet[] = [
  {
    label: "rule: it is used",
    description: "The documents say that it is done.",
    body: {
      id: "$1",
      when: { from: day(2) },
      dataUse: "uses",
      defaultState: choose(3, DEFAULT_STATE),
      data: { includes: [choose(4, DATA_CATEGORY)], excludes: [] },
      controls: ["$5"],
      note: "$6",
      evidence: { dataUse: ["$7"], defaultState: ["$8"], data: ["$9"] },
    },
  },
  {
    label: "rule: it is permitted",
    description:
      "The terms permit it, and nothing says that it is done. `namesAi`: does the clause mention AI?",
    body: {
      id: "$1",
      when: { from: day(2) },
      dataUse: "may-use",
      namesAi: unquoted(oneOf(3, ["true", "false"])),
      defaultState: choose(4, DEFAULT_STATE),
      data: { includes: [choose(5, DATA_CATEGORY)], excludes: [] },
      controls: ["$6"],
      note: "$7",
      evidence: { dataUse: ["$8"], defaultState: ["$9"], data: ["$10"] },
    },
  },
  {
    label: "rule: a denial",
    description: "The platform says that it does not.",
    body: { id: "$1", dataUse: "does-not-use", note: "$2", evidence: { dataUse: ["$3"] } },
  },
  {
    label: "rule: silence",
    description: "The documents that were read do not say.",
    body: { id: "$1", dataUse: "not-stated", note: "$2", evidence: { dataUse: ["$3"] } },
  },
  {
    label: "rule: for some people",
    description: "Narrowed to regions, plans, an age or an account; comes before the rule for everyone.",
    body: {
      id: "$1",
      when: { regions: [suggested(2, "EEA")], plans: [choose(3, PLAN)], age: choose(4, AGE), from: day(5) },
      dataUse: oneOf(6, ["does-not-use", "not-stated", "disputed"]),
      evidence: { dataUse: ["$7"] },
    },
  },
];

const CONTROLS: Snippet[] = [
  {
    label: "control: a setting",
    description: "A switch in the product. `protectsWhen` is the position that protects.",
    body: {
      id: "$1",
      kind: "setting",
      name: "$2",
      protectsWhen: oneOf(3, ["off", "on"]),
      protects: choose(4, PROTECTS),
      actor: choose(5, ACTOR),
      scope: choose(6, CONTROL_SCOPE),
      steps: ["$7"],
      url: "https://$8",
      effect: choose(9, EFFECT),
      exceptions: ["$10"],
      evidence: ["$11"],
    },
  },
  {
    label: "control: another way",
    description: "A form, a message, deletion, a contract: anything without positions.",
    body: {
      id: "$1",
      kind: choose(2, CONTROL_KIND, ["setting"]),
      name: "$3",
      protects: choose(4, PROTECTS),
      actor: choose(5, ACTOR),
      scope: choose(6, CONTROL_SCOPE),
      steps: ["$7"],
      url: "https://$8",
      effect: choose(9, EFFECT),
      evidence: ["$10"],
    },
  },
];

const EVENTS: Snippet[] = [
  {
    label: "event: with its day",
    description: "Announced, and in force.",
    body: {
      id: "$1",
      type: choose(2, EVENT_TYPE),
      dates: { announced: day(3), effective: day(4) },
      title: "$5",
      practices: ["$6"],
      evidence: ["$7"],
    },
  },
  {
    label: "event: seen in an archive",
    description: "An archive's snapshot is the latest day by which it had changed.",
    body: {
      id: "$1",
      type: choose(2, EVENT_TYPE),
      dates: { observed: day(3) },
      title: "$4",
      practices: ["$5"],
      evidence: ["$6"],
    },
  },
];

const SOURCES: Snippet[] = [
  {
    label: "source: with an archived copy",
    description: "A document with a copy in a public git archive.",
    body: {
      id: "$1",
      kind: choose(2, SOURCE_KIND),
      title: "$3",
      publisher: "$4",
      url: "https://$5",
      copies: [
        {
          archive: suggested(6, "OpenTermsArchive/pga-versions"),
          commit: suggested(7, "commit"),
          path: "$8",
          captured: day(9),
        },
      ],
      passages: [{ id: "$10", copy: 0, start: "$11", end: "$12", sha256: NO_FINGERPRINT }],
    },
  },
  {
    label: "source: a page",
    description: "A document without an archived copy.",
    body: {
      id: "$1",
      kind: choose(2, SOURCE_KIND),
      title: "$3",
      publisher: "$4",
      url: "https://$5",
      seen: day(6),
    },
  },
];

const PASSAGES: Snippet[] = [
  {
    label: "passage",
    description: "First and last words, at most eight each; `npm run evidence -- fingerprint` writes sha256.",
    body: { id: "$1", copy: 0, heading: "$2", start: "$3", end: "$4", sha256: NO_FINGERPRINT },
  },
];

const PRACTICES: Snippet[] = [
  {
    label: "practice",
    description: "One use of people's data: kinds of data, kind of model, purpose and recipients.",
    body: {
      id: "$1",
      title: "$2",
      kinds: [choose(3, KIND)],
      model: choose(4, MODEL),
      purpose: choose(5, PURPOSE),
      recipients: [choose(6, RECIPIENT)],
      rules: [{ id: "all", dataUse: "not-stated", evidence: { dataUse: ["$7"] } }],
    },
  },
];

const MYTHS: Snippet[] = [
  {
    label: "myth",
    description: "What people try that does not work.",
    body: { id: "$1", claim: "$2", truth: "$3", evidence: ["$4"] },
  },
];

/** The forms of each part of a record. */
export const SNIPPETS: ReadonlyMap<z.core.$ZodType, readonly Snippet[]> = new Map<
  z.core.$ZodType,
  readonly Snippet[]
>([
  [practiceSchema, PRACTICES],
  [ruleSchema, RULES],
  [controlSchema, CONTROLS],
  [eventSchema, EVENTS],
  [mythSchema, MYTHS],
  [sourceSchema, SOURCES],
  [passageSchema, PASSAGES],
]);
