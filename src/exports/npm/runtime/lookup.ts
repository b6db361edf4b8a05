/** What has domains: a record, or its line in the catalogue. */
interface Located {
  domains: readonly string[];
}

/** What a URL or domain belongs to, and by which domain. */
export interface Match<T> {
  platform: T;
  domain: string;
}

/** The host of a web address; a bare domain is one, too. */
function hostOf(text: string): string {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(url) ? new URL(url).hostname : "";
}

/**
 * The one of the platforms that a URL or domain belongs to. The most exact domain wins:
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

/** The one of the records that has this id, or had it. */
export const byId = <T extends { id: string; aliases?: readonly string[] | undefined }>(
  records: readonly T[],
  id: string,
): T | undefined => records.find((r) => r.id === id) ?? records.find((r) => r.aliases?.includes(id));
