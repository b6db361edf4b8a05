import { type Meant, meaning } from "../meant.ts";

/** Where a version is in the order of releases. */
const orderOf = (version: string): number[] => version.split(".").map(Number);

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((part, i) => part - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** A version in another spelling: `v2026-11-01` is `2026.11.1`. */
const spelled = (written: string): string | undefined => {
  const [, ...parts] = /^v?(\d{4})[-._/](\d{1,2})[-._/](\d{1,9})$/i.exec(written.trim()) ?? [];
  return parts.length === 0 ? undefined : parts.map(Number).join(".");
};

/**
 * The release that is meant by a version that is not one: in another spelling, else the last one before it.
 * @param versions those that exist
 */
export function releaseMeant(written: string, versions: readonly string[]): Meant {
  const version = spelled(written);
  if (version !== undefined && versions.includes(version)) return meaning(version);
  const inOrder = versions.toSorted((a, b) => compare(orderOf(a), orderOf(b)));
  const [first, last] = [inOrder.at(0), inOrder.at(-1)];
  if (first === undefined || last === undefined) return meaning(undefined);
  if (version === undefined) return meaning(last, `The newest release is ${last}.`);
  const asked = orderOf(version);
  const before = inOrder.findLast((known) => compare(orderOf(known), asked) < 0);
  if (before === undefined) return meaning(first, `The first release is ${first}.`);
  return meaning(
    before,
    before === last ? `The newest release is ${last}.` : `The one before it is ${before}.`,
  );
}
