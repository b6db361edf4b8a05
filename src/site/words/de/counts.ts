/** A list in German: „A, B und C“. */
export const listed = (items: readonly string[]): string =>
  new Intl.ListFormat("de", { type: "conjunction" }).format(items);

/** A number with its noun. */
export const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
