import {
  type Control,
  type Operator,
  OWN_WORDS,
  type Platform,
  type PlatformEvent,
  type Practice,
  type Rule,
  type Source,
} from "../../model/index.ts";
import type { Known } from "./measures.ts";

/** What can be known or not, and of which things. */
interface Question<T> {
  field: string;
  /** In words, of what it is counted. */
  of: string;
  /** Things to which the question does not apply are not counted. */
  applies?: (thing: T) => boolean;
  known: (thing: T) => boolean;
}

const isUsed = (rule: Rule): boolean => rule.dataUse === "uses" || rule.dataUse === "may-use";
const isOwn = (source: Source): boolean => (OWN_WORDS as readonly string[]).includes(source.kind);

const PRACTICES: Question<Practice>[] = [
  { field: "model", of: "practices", known: (p) => p.model !== "unstated" },
];
const RULES: Question<Rule>[] = [
  { field: "dataUse", of: "rules", known: (r) => r.dataUse !== "not-stated" },
  {
    field: "defaultState",
    of: "rules that use data",
    applies: isUsed,
    known: (r) => r.defaultState !== "not-stated",
  },
  {
    field: "data",
    of: "rules that use data",
    applies: isUsed,
    known: (r) => (r.data?.includes.length ?? 0) > 0,
  },
  {
    field: "legalBasis",
    of: "rules that use data",
    applies: isUsed,
    known: (r) => r.legalBasis !== undefined,
  },
  {
    field: "controls",
    of: "rules that use data",
    applies: isUsed,
    known: (r) => (r.controls?.length ?? 0) > 0,
  },
];
const CONTROLS: Question<Control>[] = [
  { field: "control.steps", of: "controls", known: (c) => c.steps.length > 0 },
  { field: "control.url", of: "controls", known: (c) => c.url !== undefined },
  { field: "control.effect", of: "controls", known: (c) => c.effect !== "not-stated" },
];
const EVENTS: Question<PlatformEvent>[] = [
  { field: "event.effective", of: "events", known: (e) => e.dates.effective !== undefined },
];
const SOURCES: Question<Source>[] = [
  { field: "source.published", of: "sources", known: (s) => s.published !== undefined },
  {
    field: "source.copies",
    of: "sources in the platform's own words",
    applies: isOwn,
    known: (s) => (s.copies?.length ?? 0) > 0,
  },
  {
    field: "source.seen",
    of: "sources without an archived copy",
    applies: (s) => (s.copies?.length ?? 0) === 0,
    known: (s) => s.seen !== undefined,
  },
];
const PLATFORMS: Question<Platform>[] = [
  { field: "plans", of: "platforms", known: (p) => Object.keys(p.plans ?? {}).length > 0 },
  { field: "sameAs.wikidata", of: "platforms", known: (p) => p.sameAs?.wikidata !== undefined },
  {
    field: "sameAs.openTermsArchive",
    of: "platforms",
    known: (p) => p.sameAs?.openTermsArchive !== undefined,
  },
];

/** How often a field says something rather than nothing or `not-stated`. */
export interface FieldKnown extends Known {
  field: string;
  /** Of what it is counted. */
  among: string;
}

const count = <T>(fields: readonly Question<T>[], things: readonly T[]): FieldKnown[] =>
  fields.map(({ field, of, applies, known }) => {
    const asked = applies ? things.filter(applies) : things;
    return { field, among: of, known: asked.filter(known).length, of: asked.length };
  });

/** Per field, how often it is known rather than empty or `not-stated`. */
export function fieldsKnown(platforms: readonly Platform[], operators: readonly Operator[]): FieldKnown[] {
  return [
    ...count(
      PRACTICES,
      platforms.flatMap((p) => p.practices),
    ),
    ...count(
      RULES,
      platforms.flatMap((p) => p.practices.flatMap((x) => x.rules)),
    ),
    ...count(
      CONTROLS,
      platforms.flatMap((p) => p.controls),
    ),
    ...count(
      EVENTS,
      platforms.flatMap((p) => p.events),
    ),
    ...count(
      SOURCES,
      [...platforms, ...operators].flatMap((r) => r.sources),
    ),
    ...count(PLATFORMS, platforms),
  ];
}
