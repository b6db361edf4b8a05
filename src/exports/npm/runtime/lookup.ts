import {
  addressOf,
  type Found,
  findAddress,
  type Located,
  type Named,
  NameIndex,
  planOf,
} from "../../../model/index.ts";

/** The platform of an address, and the domain or app that matched. */
export interface Match<T> extends Found {
  platform: T;
  /** The plan that the host implies: `api` at platform.openai.com. */
  plan: ReturnType<typeof planOf>;
}

/**
 * The platform that an address belongs to: a URL, a domain, a link to an app in a store, or
 * `androidapp://com.linkedin.android`. The most exact domain wins: gemini.google.com before google.com.
 */
export function byAddress<T extends Located>(platforms: readonly T[], address: string): Match<T> | undefined {
  const found = findAddress(platforms, addressOf(address));
  return found && { ...found, plan: found.domain && planOf(found.domain) };
}

const indices = new WeakMap<readonly Named[], NameIndex>();

function indexOf(records: readonly Named[]): NameIndex {
  const index = indices.get(records) ?? new NameIndex(records);
  indices.set(records, index);
  return index;
}

/** The record that text means: its id, a former id, an alias or its name, as people write it. */
export function byId<T extends Named>(records: readonly T[], written: string): T | undefined {
  const id = indexOf(records).find(written);
  return id === undefined ? undefined : records.find((r) => r.id === id);
}
