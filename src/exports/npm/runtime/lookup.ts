import { addressOf, type Found, findAddress, type Located, planOf } from "../../../model/index.ts";

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

/** The record that has this id, or had it. */
export const byId = <T extends { id: string; aliases?: readonly string[] | undefined }>(
  records: readonly T[],
  id: string,
): T | undefined => records.find((r) => r.id === id) ?? records.find((r) => r.aliases?.includes(id));
