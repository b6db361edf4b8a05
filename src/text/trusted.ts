/**
 * A value as a type that the compiler cannot prove: the one place for such casts. The caller guarantees the type,
 * because the value was validated before (a record), because it was built key by key from the list that the type is
 * made from (dimensions, terms), or because a library declares less than it gives.
 */
export const trusted = <T>(value: unknown): T => value as T;
