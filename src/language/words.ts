/** The words for each term of a vocabulary: complete by type, so that a new term does not compile without them. */
export type Words<V> = Readonly<Record<keyof V, string>>;

/** Makes a function that gives the words for a term. */
export const saying =
  <V>(words: Words<V>) =>
  (term: keyof V): string =>
    words[term];
