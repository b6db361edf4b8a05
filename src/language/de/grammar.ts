/*
 * Noun phrases in the forms that sentences need: `mit Ihren privaten Nachrichten` (dative),
 * `verwendet Ihre privaten Nachrichten nicht` (accusative).
 */

/** A phrase in two cases. */
export interface Cases {
  /** Accusative. */
  acc: string;
  /** Dative. */
  dat: string;
  /** An exception, which follows at the end of a sentence or in brackets: `außer jemand teilt sie mit der KI`. */
  unless?: string;
}

/** Data as sentences name it. */
export interface Noun {
  /** By itself: `private Nachrichten`. */
  bare: string;
  /** Of the person spoken to: `Ihre privaten Nachrichten`. */
  yours: Cases;
  /** A part of it: `bestimmte private Nachrichten`. */
  some: Cases;
}

interface Parts {
  /** Without its ending: `privat`. */
  adjective?: string;
  /** What follows the noun: `mit der KI`. */
  after?: string;
}

const join = (...words: (string | undefined)[]): string =>
  words.filter((word) => word !== undefined).join(" ");

/** A noun in the plural; `dative` where it differs: `plural("Beiträge", { dative: "Beiträgen" })`. */
export function plural(
  noun: string,
  { dative = noun, adjective, after }: Parts & { dative?: string } = {},
): Noun {
  const strong = adjective && `${adjective}e`;
  const weak = adjective && `${adjective}en`;
  return {
    bare: join(strong, noun, after),
    yours: { acc: join("Ihre", weak, noun, after), dat: join("Ihren", weak, dative, after) },
    some: { acc: join("bestimmte", strong, noun, after), dat: join("bestimmten", weak, dative, after) },
  };
}

/** A masculine noun in the singular, of which there can be more or less: `masculine("Code", { adjective: "privat" })`. */
export function masculine(noun: string, { adjective, after }: Parts = {}): Noun {
  const strong = (ending: string) => adjective && `${adjective}${ending}`;
  return {
    bare: join(strong("er"), noun, after),
    yours: { acc: join("Ihren", strong("en"), noun, after), dat: join("Ihrem", strong("en"), noun, after) },
    some: {
      acc: join("bestimmten", strong("en"), noun, after),
      dat: join("bestimmtem", strong("em"), noun, after),
    },
  };
}

/** Data that is not the person's own, or has no possessive: `Angaben anderer über Sie`. */
export const notYours = (acc: string, dat = acc, bare = acc): Noun => ({
  bare,
  yours: { acc, dat },
  some: { acc: `bestimmte ${acc}`, dat: `bestimmten ${dat}` },
});
