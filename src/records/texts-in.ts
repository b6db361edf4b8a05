import type { Path } from "./problems.ts";

/** Every text inside a value, with its path. */
export function* textsIn(value: unknown, path: Path = []): Generator<{ text: string; path: Path }> {
  if (typeof value === "string") yield { text: value, path };
  else if (Array.isArray(value))
    for (const [i, member] of value.entries()) yield* textsIn(member, [...path, i]);
  else if (value !== null && typeof value === "object")
    for (const [key, member] of Object.entries(value)) yield* textsIn(member, [...path, key]);
}
