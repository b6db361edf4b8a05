import type { Audience, Operator, Platform, When } from "../model/index.ts";
import {
  answerFrom,
  type By,
  byOf,
  conditionsOf,
  conditionsOfPlatform,
  conditionsOfWithdrawal,
  isWithdrawn,
  type Kind,
  kindsOf,
  type Resolved,
  type ResolvedPractice,
  type Resolver,
  resolversOf,
} from "../policy/index.ts";
import { remembered } from "../text/remembered.ts";
import { type Part, partsOf } from "./audience-rows.ts";
import { type RegionClasses, regionClasses } from "./segments.ts";

/** What some practices say to a person. People to whom they say the same get the same object. */
export interface Said {
  who: Audience;
  practices: ResolvedPractice[];
}

/** Some people and days, and what is said to them. */
export interface Spoken extends Part {
  said: Said;
}

/** A practice, and the kinds of data about which it can say anything, to some people on some day. */
interface Concern {
  resolver: Resolver;
  by: By | null;
  kinds: ReadonlySet<Kind>;
}

const concernOf = (resolver: Resolver): Concern => {
  const { practice } = resolver;
  const excluded = practice.rules.flatMap((rule) => kindsOf(practice, rule, "signed-in").excludedKinds);
  return { resolver, by: byOf(practice), kinds: new Set([...practice.kinds, ...excluded]) };
};

/**
 * A platform's practices, resolved for every audience and time that differ. Its answers, headlines and cells
 * are all read from it, so that rules are matched and practices resolved once for all of them.
 */
export class AnswerSpace {
  readonly platform: Platform;
  readonly classes: RegionClasses;
  readonly resolvers: readonly Resolver[];
  readonly #conditions: readonly When[];
  readonly #conditionsOf: (resolver: Resolver) => When[];
  readonly #concerns: readonly Concern[];
  readonly #known = new Map<string, Spoken[]>();
  readonly #said = new Map<string, Said>();
  readonly #numberOf: (resolved: ResolvedPractice) => number;

  constructor(platform: Platform, operator?: Operator) {
    this.platform = platform;
    this.#conditions = conditionsOfPlatform(platform);
    this.#conditionsOf = remembered(({ practice }: Resolver) => conditionsOf(practice, platform.controls));
    this.classes = regionClasses(this.#conditions);
    this.resolvers = resolversOf(platform, operator);
    this.#concerns = this.resolvers.map(concernOf);
    let numbers = 0;
    this.#numberOf = remembered(() => numbers++);
  }

  /** What some practices say. @param conditions on which it depends */
  #spoken(resolvers: readonly Resolver[], conditions: readonly When[], name: string): Spoken[] {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const spoken = partsOf(conditions, this.classes).map(
      ({ segment, place, who }): Spoken => ({ segment, place, who, said: this.#saidTo(who, resolvers) }),
    );
    this.#known.set(name, spoken);
    return spoken;
  }

  #saidTo(who: Audience, resolvers: readonly Resolver[]): Said {
    const practices: ResolvedPractice[] = [];
    let key = `${who.account} ${isWithdrawn(this.platform, who.asOf)}`;
    for (const { resolve } of resolvers) {
      const resolved = resolve(who);
      if (resolved === null) continue;
      practices.push(resolved);
      key += ` ${this.#numberOf(resolved)}`;
    }
    const known = this.#said.get(key) ?? { who, practices };
    this.#said.set(key, known);
    return known;
  }

  /** What all practices say. */
  everything(): Spoken[] {
    return this.#spoken(this.resolvers, this.#conditions, "*");
  }

  /** What some practices say, and nothing else. */
  about(resolvers: readonly Resolver[]): Spoken[] {
    const conditions = [...resolvers.flatMap(this.#conditionsOf), ...conditionsOfWithdrawal(this.platform)];
    return this.#spoken(resolvers, conditions, `/${resolvers.map((r) => r.practice.id).join("/")}`);
  }

  /** The practices that can say anything about a kind in some columns. */
  concerned(kind: Kind, columns: readonly By[]): Resolver[] {
    return this.#concerns
      .filter(({ by, kinds }) => by !== null && columns.includes(by) && kinds.has(kind))
      .map(({ resolver }) => resolver);
  }
}

/** The whole answer that is said. */
export const resolvedFrom = ({ platform }: AnswerSpace, { who, practices }: Said): Resolved =>
  answerFrom(platform, who, practices);
