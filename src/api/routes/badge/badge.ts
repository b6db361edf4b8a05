import { makeBadge } from "badge-maker";
import {
  answerInWords,
  dataInWords,
  kindInWords,
  purposeInWords,
  verdictInWords,
} from "../../../language/en/index.ts";
import type { KIND, Platform, PURPOSE } from "../../../model/index.ts";
import {
  type Cell,
  type HeadlinePart,
  type Resolved,
  type ResolvedPractice,
  worst,
} from "../../../policy/index.ts";
import { listInWords } from "../../../text/lists.ts";
import { VERDICT_COLOURS } from "../../verdict-colours.ts";

type Kind = keyof typeof KIND;

/** What a badge or one of its segments says: a verdict, and how firmly the use is known. */
export type Statement = Pick<ResolvedPractice, "verdict" | "certainty">;

/** The background of each answer, with white text. What is only permitted never looks like what is practised. */
export const COLOURS = { ...VERDICT_COLOURS, permitted: "#7a5c00" } as const;

/** Is the use only allowed by terms that mention AI? A licence that does not mention AI is silence here. */
const isPermission = ({ certainty }: Statement): boolean => certainty === "permitted";

/** What a badge says of a general licence: nothing is stated. */
const shown = (statement: Statement): Statement =>
  statement.certainty === "general-licence" ? { verdict: "not-stated", certainty: null } : statement;

function colourOf(statement: Statement): string {
  const { verdict, certainty } = shown(statement);
  if (isPermission(statement)) return COLOURS.permitted;
  // A use whose default is not known is a use.
  return COLOURS[verdict === "not-stated" && certainty === "practised" ? "on-by-default" : verdict];
}

/** A verdict in a badge's few words: `on by default`, of a permission `may train, on by default`. */
const inWords = (statement: Statement): string => {
  const { verdict } = statement;
  if (!isPermission(statement)) return answerInWords(shown(statement));
  return verdict === "not-stated" ? "may train" : `may train, ${verdictInWords(verdict)}`;
};

/** Kinds of data in the middle of a line: `published content`. */
const kindsInWords = (kinds: readonly Kind[]): string =>
  listInWords(kinds.map((kind) => kindInWords(kind).replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())));

/** A part of a mixed answer, with the words for what it is about. */
interface Segment extends Statement {
  about: string;
}

const segmentInWords = (segment: Segment): string => `${segment.about} – ${inWords(segment)}`;

/** Longer names of data make a badge too wide. */
const LONGEST = 40;

/**
 * The data of a part: the subjects of its practices, as far as they are short; else the categories that
 * they name; else their kinds.
 */
function dataOf(
  ids: readonly string[],
  kinds: readonly Kind[],
  practices: readonly ResolvedPractice[],
): string {
  const named = practices.filter((p) => ids.includes(p.id));
  const subjects = named.flatMap((p) => p.subject?.replace(/^your /, "") ?? []);
  const words = listInWords([...new Set(subjects)]);
  if (subjects.length > 0 && subjects.length === named.length && words.length <= LONGEST) return words;
  const categories = new Set(named.flatMap((p) => p.data?.includes ?? []));
  return categories.size > 0 && categories.size <= 2
    ? listInWords([...categories].map(dataInWords))
    : kindsInWords(kinds);
}

/** A part of the headline; data for others is named as such. */
const ofHeadline =
  (practices: readonly ResolvedPractice[]) =>
  ({ practices: ids, kinds, by, verdict, certainty }: HeadlinePart): Segment => {
    const data = dataOf(ids, kinds, practices);
    return {
      about: by === "others" && verdict !== "not-used" ? `${data} for others` : data,
      verdict,
      certainty,
    };
  };

/** The two segments to show: the first part, and the first that differs from it. */
function twoOf(segments: readonly Segment[]): [Segment, Segment] | undefined {
  const [first] = segments;
  const second = segments.find(
    (s) => first && (s.verdict !== first.verdict || s.certainty !== first.certainty),
  );
  return first && second && [first, second];
}

/** What a badge shows. */
export interface BadgeAnswer extends Statement {
  /** What it is about, after the platform's name. */
  about: string;
  /** The parts of a mixed answer, in order. */
  segments: readonly Segment[];
}

/** The parts of a mixed headline: what it sums up, and the kinds that are not used. */
const segmentsOf = ({ headline: { split, except }, practices }: Resolved): Segment[] => [
  ...split.map(ofHeadline(practices)),
  ...(except.length > 0
    ? [{ about: kindsInWords(except), verdict: "not-used" as const, certainty: null }]
    : []),
];

/** The headline as a badge. */
export const headlineBadge = (resolved: Resolved): BadgeAnswer => ({
  verdict: resolved.headline.verdict,
  certainty: resolved.headline.certainty,
  about: "AI training",
  segments: resolved.headline.verdict === "mixed" ? segmentsOf(resolved) : [],
});

/** The answer for one kind of data as a badge: what the operator trains; else what others do, which the badge says. */
export function kindBadge({ kinds, practices }: Resolved, kind: Kind): BadgeAnswer {
  const answer = kinds.find((k) => k.kind === kind);
  const silent: Cell = { verdict: "not-stated", certainty: null, practices: [], controls: [], parts: [] };
  const { own = silent, others = silent } = answer ?? {};
  // That data is not given to others says nothing about the operator itself.
  const forOthers = own.practices.length === 0 && others.certainty !== null;
  const cell = forOthers ? others : own;
  return {
    verdict: cell.verdict,
    certainty: cell.certainty,
    about: `AI training${forOthers ? " by others" : ""}, ${kindsInWords([kind])}`,
    segments: cell.parts.map(({ verdict, certainty, practices: ids }) => ({
      about: dataOf(ids, [kind], practices),
      verdict,
      certainty,
    })),
  };
}

/** What a badge is asked for: one kind of data, one purpose, or both. */
export interface Wanted {
  kind?: Kind | undefined;
  purpose?: keyof typeof PURPOSE | undefined;
}

/** What the badge is to show: the headline, one kind of data, or the worst practice of one purpose that uses it. */
export function wantedBadge(resolved: Resolved, { kind, purpose }: Wanted): BadgeAnswer {
  if (purpose === undefined) return kind === undefined ? headlineBadge(resolved) : kindBadge(resolved, kind);
  const practices = resolved.practices.filter(
    (p) => p.purpose === purpose && (kind === undefined || p.kinds.includes(kind)),
  );
  const verdict = worst(practices.map((p) => p.verdict));
  const certainty = practices.find((p) => p.verdict === verdict)?.certainty ?? null;
  const about =
    kind === undefined ? purposeInWords(purpose) : `${purposeInWords(purpose)}, ${kindsInWords([kind])}`;
  return { verdict, certainty, about, segments: [] };
}

/** What a badge shows: two texts with the colours behind them. */
interface BadgeParts {
  label: string;
  labelColor?: string;
  message: string;
  color: string;
}

/** The parts of a badge: the platform and its answer; where that is mixed, two parts of it. */
function partsOf(name: string, answer: BadgeAnswer): BadgeParts {
  const two = twoOf(answer.segments);
  return two
    ? {
        label: `${name}, ${answer.about}: ${segmentInWords(two[0])}`,
        labelColor: colourOf(two[0]),
        message: segmentInWords(two[1]),
        color: colourOf(two[1]),
      }
    : { label: `${name}: ${answer.about}`, message: inWords(answer), color: colourOf(answer) };
}

/** The parts of the badge of a record that is withdrawn: it says so, and names what answers instead. */
const withdrawnParts = ({ name, withdrawn }: Pick<Platform, "name" | "withdrawn">): BadgeParts => ({
  label: `${name}: AI training`,
  message: `record withdrawn${withdrawn?.successors ? `, see ${listInWords(withdrawn.successors)}` : ""}`,
  color: COLOURS["not-stated"],
});

/** The parts of a record's badge. @param answer undefined for a record that is withdrawn */
export const badgeParts = (
  platform: Pick<Platform, "name" | "withdrawn">,
  answer: BadgeAnswer | undefined,
): BadgeParts => (answer === undefined ? withdrawnParts(platform) : partsOf(platform.name, answer));

/** How each form of a badge is written, by the ending of its file. */
export const WRITERS = {
  ".svg": (parts: BadgeParts): string => makeBadge({ ...parts, style: "flat" }),
  /** What shields.io reads to draw a badge in a style of the reader's (shields.io/badges/endpoint-badge). */
  ".json": (parts: BadgeParts): string => `${JSON.stringify({ schemaVersion: 1, ...parts })}\n`,
} as const;
