import { hostsOf, isOtherService } from "../../../model/index.ts";

/** What has domains: a record, or its line in the catalogue. */
interface Located {
  domains: readonly string[];
  otherDomains?: readonly string[] | undefined;
}

/** The platform of a URL or domain, and the domain that matched. */
export interface Match<T> {
  platform: T;
  domain: string;
}

/**
 * The platform that a URL or domain belongs to. The most exact domain wins:
 * gemini.google.com before google.com.
 */
export function byDomain<T extends Located>(platforms: readonly T[], url: string): Match<T> | undefined {
  const hosts = hostsOf(url);
  for (const domain of hosts) {
    const platform = platforms.find((p) => p.domains.includes(domain));
    if (platform) return isOtherService(hosts, platform) ? undefined : { platform, domain };
  }
  return undefined;
}

/** The record that has this id, or had it. */
export const byId = <T extends { id: string; aliases?: readonly string[] | undefined }>(
  records: readonly T[],
  id: string,
): T | undefined => records.find((r) => r.id === id) ?? records.find((r) => r.aliases?.includes(id));
