import { parse } from "tldts";

/**
 * The host names under which a web address can be in the dataset, from the most exact to
 * the registrable domain. Empty for what is no address (an IP address, a bare suffix).
 */
export function hostsOf(url: string): string[] {
  const { hostname, domain } = parse(url.trim().toLowerCase());
  if (!hostname || !domain) return [];
  const extra = hostname.length > domain.length ? hostname.slice(0, -domain.length - 1).split(".") : [];
  return [...extra.map((_, i) => `${extra.slice(i).join(".")}.${domain}`), domain];
}
