/** How many hosts a lookup tries at most. */
const MOST = 10;

/** A scheme, or the slashes of a URL without one. */
const SCHEME = /^(?:[a-z][a-z0-9+.-]*:)?[\\/]+/i;
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;

/** The host of a URL or a bare domain, as browsers read it; undefined for an IP address or a single label. */
function hostOf(text: string): string | undefined {
  const url = `https://${text.trim().replace(SCHEME, "")}`;
  if (!URL.canParse(url)) return undefined;
  const host = new URL(url).hostname.replace(/\.$/, "");
  const named = !host.startsWith("[") && !IPV4.test(host) && host.split(".").every((label) => label !== "");
  return named && host.includes(".") ? host : undefined;
}

/**
 * The hosts under which a URL or domain can be in the dataset: its own and those above it, most exact
 * first, at most ten. Unicode names become punycode. Empty for what has no domain name (an IP address,
 * a single label, text that is not a URL).
 */
export function hostsOf(url: string): string[] {
  const host = hostOf(url);
  if (host === undefined) return [];
  const labels = host.split(".");
  const hosts = labels.slice(0, -1).map((_, i) => labels.slice(i).join("."));
  // The domains of records are short: of a very long name, the middle is what no record has.
  return hosts.length <= MOST ? hosts : [host, ...hosts.slice(1 - MOST)];
}
