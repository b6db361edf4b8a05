import { CELL, KIND, termsOf } from "../model/index.ts";
import {
  type By,
  cellOf,
  isTraining,
  type Kind,
  type ResolvedPractice,
  type Resolver,
} from "../policy/index.ts";
import { remembered } from "../text/remembered.ts";
import type { AnswerSpace, Said } from "./answer-space.ts";
import { type AudienceAndTime, audienceRows } from "./audience-rows.ts";

/*
 * What lists are filtered by and several answers of a platform can say at once: that something is stated about a
 * kind of data, say. Here it is said once for the same people, so that platforms are found and counted without
 * looking for those that were found before.
 */

/** What a platform can be found by. The words after the first are terms of the filter's vocabulary. */
export const TERM = {
  /** The verdict of the headline. */
  verdict: "verdict",
  /** A kind of data, who trains, and the verdict. */
  cell: "cell",
  category: "category",
  /** A kind of data about which something is stated. */
  kind: "kind",
  /** Who trains, where something is stated about any kind of data. */
  by: "by",
  /** Of any practice. */
  purpose: "purpose",
  /** Of practices that train: the model, and the kind of a control that these people have. */
  model: "model",
  control: "control",
} as const;

/** The name of what a platform can be found by. */
export const termOf = (what: keyof typeof TERM, ...words: string[]): string =>
  [TERM[what], ...words].join("/");

/** A row of `stated`, without its revision and people. */
export type StatedRow = AudienceAndTime & { term: string };

interface Statement {
  term: string;
  /** The practices that can say it. */
  resolvers: readonly Resolver[];
  isSaid(practices: readonly ResolvedPractice[]): boolean;
}

const states = (practices: readonly ResolvedPractice[], kind: Kind, by: By): boolean => {
  const { verdict, certainty } = cellOf(practices, kind, by);
  return verdict !== "not-stated" || certainty !== null;
};

/** What can be stated by kind of data, and by who trains. */
const cellStatements = (space: AnswerSpace): Statement[] => [
  ...termsOf(KIND).map((kind) => ({
    term: termOf("kind", kind),
    resolvers: space.concerned(kind, termsOf(CELL)),
    isSaid: (practices: readonly ResolvedPractice[]) =>
      termsOf(CELL).some((by) => states(practices, kind, by)),
  })),
  ...termsOf(CELL).map((by) => ({
    term: termOf("by", by),
    resolvers: [...new Set(termsOf(KIND).flatMap((kind) => space.concerned(kind, [by])))],
    isSaid: (practices: readonly ResolvedPractice[]) =>
      termsOf(KIND).some((kind) => states(practices, kind, by)),
  })),
];

/** What single practices say: those with the same word say the same. */
function practiceStatements({ platform, resolvers }: AnswerSpace): Statement[] {
  const training = resolvers.filter(({ practice }) => isTraining(practice.purpose));
  const byWord = (
    what: keyof typeof TERM,
    among: readonly Resolver[],
    wordOf: (resolver: Resolver) => string,
  ): Statement[] =>
    [...Map.groupBy(among, wordOf)].map(([word, group]) => ({
      term: termOf(what, word),
      resolvers: group,
      isSaid: (practices) => practices.length > 0,
    }));
  const controls = Map.groupBy(platform.controls, ({ kind }) => kind);
  const canHave = (ids: ReadonlySet<string>) =>
    training.filter(({ practice: { rules } }) =>
      rules.some((rule) => rule.controls?.some((id) => ids.has(id))),
    );
  return [
    ...byWord("purpose", resolvers, ({ practice }) => practice.purpose),
    ...byWord("model", training, ({ practice }) => practice.model),
    ...[...controls].map(([kind, those]) => ({
      term: termOf("control", kind),
      resolvers: canHave(new Set(those.map(({ id }) => id))),
      isSaid: (practices: readonly ResolvedPractice[]) =>
        practices.some(({ controls: found }) => found.some((control) => control.kind === kind)),
    })),
  ];
}

const SO = {};

const nameOf = (resolvers: readonly Resolver[]): string => resolvers.map((r) => r.practice.id).join("/");

/**
 * What a platform can be found by, for every distinguishable audience and time for which it is so. What is so for
 * the same people, as often with kinds of data, is worked out once.
 */
export function statedRows(space: AnswerSpace): StatedRow[] {
  const statements = [...cellStatements(space), ...practiceStatements(space)];
  const groups = Map.groupBy(
    statements.filter(({ resolvers }) => resolvers.length > 0),
    ({ resolvers }) => nameOf(resolvers),
  );
  return [...groups.values()].flatMap((group) => {
    const parts = space.about(group[0]?.resolvers ?? []);
    const saids = [...new Set(parts.map(({ said }) => said))];
    const forSame = Map.groupBy(group, ({ isSaid }) => saids.map((said) => isSaid(said.practices)).join());
    return [...forSame.values()].flatMap((same) => {
      const [first] = same as [Statement];
      const answer = remembered(({ practices }: Said) => (first.isSaid(practices) ? SO : null));
      const rows = audienceRows(
        parts,
        ({ said }) => answer(said),
        () => "",
      );
      return same.flatMap(({ term }) => rows.map((row) => ({ ...row, term })));
    });
  });
}
