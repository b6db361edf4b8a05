import { type Audience, type CATEGORY, CONTENT_KINDS } from "../model/index.ts";
import { groupBy } from "../text/group-by.ts";
import type { By, Kind, ResolvedPractice } from "./answer.ts";
import { type Cell, cellBy, type KindAnswer } from "./cells.ts";
import { byNumbers, controlsInOrder } from "./effort.ts";
import { type Certainty, stops, type Verdict, worst } from "./verdict.ts";

/** A part of the headline: kinds of data with the same answer. */
export interface HeadlinePart {
  verdict: Verdict;
  certainty: Certainty | null;
  /** Who trains: the platform itself, or others. */
  by: "own" | "others";
  kinds: Kind[];
  /** Ids of the practices that say so. */
  practices: string[];
}

/** The answer in short: generative models and a person's content first. */
export interface Headline {
  verdict: Verdict;
  certainty: Certainty | null;
  /** The kind of data that it is mainly about; null where nothing is stated about any. */
  lead: Kind | null;
  /**
   * The uses that the verdict sums up, the leading kind first, and denials about the same kinds (of other
   * models, or of a part of the data).
   */
  split: HeadlinePart[];
  /** Uses of other content that the terms only permit, beside what is practised. */
  permitted: HeadlinePart[];
  /** The kinds that are not used. */
  except: Kind[];
  /** The kinds of content about which the operator's documents are silent, where it has such content. */
  silent: Kind[];
  /** Id of the control that stops most of it; null where none does. */
  control: string | null;
}

type Category = keyof typeof CATEGORY;

/** The kinds of data that a service is mainly for, the first first. */
const MAIN_KINDS: Partial<Record<Category, readonly Kind[]>> = {
  messaging: ["messages", "published"],
  mail: ["messages"],
  "ai-assistant": ["ai-interactions"],
  "ai-maker": ["ai-interactions"],
  work: ["files", "messages"],
  storage: ["files"],
  code: ["files", "published", "ai-interactions"],
  home: ["ai-interactions"],
};

/** The content kinds in the order in which they matter for a category. */
const leadOrder = (category: Category): Kind[] => [
  ...new Set<Kind>([...(MAIN_KINDS[category] ?? []), "published", "ai-interactions", "files", "messages"]),
];

const COLUMNS = ["own", "others"] as const satisfies readonly By[];

/** What a cell says, part by part; a general licence says nothing here. */
function statements({ verdict, certainty, parts, practices }: Cell): Omit<HeadlinePart, "by" | "kinds">[] {
  const all = parts.length > 0 ? parts : [{ verdict, certainty, practices }];
  return all.filter(
    (p) => p.certainty !== "general-licence" && !(p.verdict === "not-stated" && p.certainty === null),
  );
}

/** The statements of some kinds, those that say the same put together. */
function partsOf(answers: readonly KindAnswer[]): HeadlinePart[] {
  const found = answers.flatMap((answer) =>
    COLUMNS.flatMap((by) => statements(cellBy(answer, by)).map((s) => ({ ...s, by, kind: answer.kind }))),
  );
  const groups = groupBy(found, (p) => `${p.by} ${p.verdict} ${p.certainty}`);
  return [...groups.values()].map((group) => {
    const [{ verdict, certainty, by }] = group as [(typeof group)[0]];
    const unique = <T>(list: T[]) => [...new Set(list)];
    return {
      verdict,
      certainty,
      by,
      kinds: unique(group.map((p) => p.kind)),
      practices: unique(group.flatMap((p) => p.practices)),
    };
  });
}

const STOPPABLE: readonly Verdict[] = ["on-by-default", "asked", "off-by-default"];

/** One verdict for several uses: the worst of those that can be stopped; `mixed` where only some can be. */
function verdictOfUses(verdicts: readonly Verdict[]): Verdict {
  const different = [...new Set(verdicts)];
  return different.length === 1 || different.every((v) => STOPPABLE.includes(v)) ? worst(different) : "mixed";
}

/** The parts about which it is firmest: what is practised, else what is permitted. */
function firmest(parts: readonly HeadlinePart[]): HeadlinePart[] {
  const certainty = (["practised", "permitted"] as const).find((c) => parts.some((p) => p.certainty === c));
  return parts.filter((p) => p.certainty === certainty && p.certainty !== null);
}

const SERIOUS_FIRST: readonly Verdict[] = [
  "not-used",
  "no-choice",
  "on-by-default",
  "not-stated",
  "asked",
  "off-by-default",
];

/** Denials before uses, the leading kind first, own uses before those of others, the most serious first. */
const inOrder = (parts: readonly HeadlinePart[], lead: Kind | null): HeadlinePart[] => {
  const rank = (p: HeadlinePart) => [
    p.verdict === "not-used" ? 0 : 1,
    lead !== null && p.kinds.includes(lead) ? 0 : 1,
    COLUMNS.indexOf(p.by),
    SERIOUS_FIRST.indexOf(p.verdict),
  ];
  return parts.toSorted((a, b) => byNumbers(rank(a), rank(b)));
};

type Summary = Omit<Headline, "control" | "silent">;

const SILENT: Summary = {
  verdict: "not-stated",
  certainty: null,
  lead: null,
  split: [],
  permitted: [],
  except: [],
};

/** Parts narrowed to the kinds that are kept, each with only the practices that are about them; without empty ones. */
const narrowed = (
  parts: readonly HeadlinePart[],
  keep: (kind: Kind) => boolean,
  practices: readonly ResolvedPractice[],
): HeadlinePart[] =>
  parts.flatMap((part) => {
    const kinds = part.kinds.filter(keep);
    if (kinds.length === 0) return [];
    const about = new Set(practices.filter((p) => p.kinds.some((k) => kinds.includes(k))).map((p) => p.id));
    return [{ ...part, kinds, practices: part.practices.filter((id) => about.has(id)) }];
  });

function summaryOf(
  order: readonly Kind[],
  answers: readonly KindAnswer[],
  practices: readonly ResolvedPractice[],
): Summary {
  const sorted = answers.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const parts = partsOf(sorted);
  const used = firmest(parts);
  // What the operator itself uses, even only by permission, is not an exception.
  const shown = new Set(
    [...used, ...parts.filter((p) => p.by === "own" && p.certainty !== null)].flatMap((p) => p.kinds),
  );
  const denials = parts.filter((p) => p.verdict === "not-used" && p.by === "own");
  const except = denials.flatMap((p) => p.kinds).filter((kind) => !shown.has(kind));
  const disputed = parts.filter((p) => p.verdict === "disputed");
  const named = new Set(used.flatMap((p) => p.kinds));
  const lead = sorted.map((a) => a.kind).find((k) => except.includes(k) || named.has(k));
  if (used.length === 0 && disputed.length > 0)
    return { ...SILENT, verdict: "disputed", lead: disputed[0]?.kinds[0] ?? null, split: disputed, except };
  if (lead === undefined) return SILENT;
  if (used.length === 0) return { ...SILENT, verdict: "not-used", lead, except };
  const certainty = used[0]?.certainty ?? null;
  const partial = narrowed(denials, (kind) => named.has(kind), practices);
  const permissions =
    certainty === "practised" ? parts.filter((p) => p.by === "own" && p.certainty === "permitted") : [];
  const permitted = narrowed(permissions, (kind) => !named.has(kind), practices);
  const leadDenied = except.includes(lead) || partial.some((p) => p.kinds.includes(lead));
  const verdict = leadDenied ? "mixed" : verdictOfUses(used.map((p) => p.verdict));
  const split = inOrder([...used, ...partial], lead);
  return { verdict, certainty, lead, split, permitted, except };
}

/** The kinds that a practice of the operator is about, and of which nothing is stated. */
const silentIn = (answers: readonly KindAnswer[], practices: readonly ResolvedPractice[]): Kind[] =>
  answers
    .filter(({ kind }) => practices.some((p) => p.by === "own" && p.kinds.includes(kind)))
    .filter((answer) =>
      COLUMNS.every((by) => statements(cellBy(answer, by)).every((s) => s.verdict === "not-used")),
    )
    .filter(({ own }) => statements(own).length === 0)
    .map(({ kind }) => kind);

/** The most useful control among those that stop a use which the headline names. */
function controlFor(split: readonly HeadlinePart[], practices: readonly ResolvedPractice[]): string | null {
  const named = new Set(split.flatMap((p) => p.practices));
  const concerned = practices.filter((p) => named.has(p.id) && p.certainty !== null);
  return controlsInOrder(concerned).find(stops)?.id ?? null;
}

/** The kinds that speak where a person's content is silent: what others say of people counts only for those without an account. */
const otherKinds = (account: Audience["account"]): readonly Kind[] =>
  account === "signed-in" ? ["activity", "account"] : ["activity", "account", "from-others"];

/**
 * The headline: made from what the platform and others train generative (or unspecified) models with, over
 * the four kinds of content; over the other kinds only where these are silent. What is practised is
 * summed up before what is permitted. Ranking models and crawlers never decide it.
 */
export function headlineOf(
  category: Category,
  account: Audience["account"],
  kinds: readonly KindAnswer[],
  practices: readonly ResolvedPractice[],
): Headline {
  const among = (some: readonly Kind[]) => kinds.filter(({ kind }) => some.includes(kind));
  const content = among(CONTENT_KINDS);
  const first = summaryOf(leadOrder(category), content, practices);
  const summary =
    first.lead === null ? summaryOf(otherKinds(account), among(otherKinds(account)), practices) : first;
  return {
    ...summary,
    silent: summary.lead === null ? [] : silentIn(content, practices),
    control: controlFor(summary.split, practices),
  };
}
