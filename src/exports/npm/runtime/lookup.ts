/** A record, or its line in the catalogue. */
interface Located {
  domains: readonly string[];
}

/** The platform of a URL or domain, and the domain that matched. */
export interface Match<T> {
  platform: T;
  domain: string;
}

/** The host of a URL or of a domain without a scheme. */
function hostOf(text: string): string {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(url) ? new URL(url).hostname : "";
}

/**
 * The platform that a URL or domain belongs to. The most specific domain wins:
 * gemini.google.com before google.com.
 */
export function byDomain<T extends Located>(platforms: readonly T[], url: string): Match<T> | undefined {
  const labels = hostOf(url.trim()).split(".");
  for (const i of labels.keys()) {
    const domain = labels.slice(i).join(".");
    const platform = platforms.find((p) => p.domains.includes(domain));
    if (platform) return { platform, domain };
  }
  return undefined;
}

/** The record with this current or former id. */
export const byId = <T extends { id: string; aliases?: readonly string[] | undefined }>(
  records: readonly T[],
  id: string,
): T | undefined => records.find((r) => r.id === id) ?? records.find((r) => r.aliases?.includes(id));
