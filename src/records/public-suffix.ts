import { parse } from "tldts";

/** A host by the Public Suffix List. */
export interface Registrable {
  /** The domain that someone registered, with the host in it: `www.bbc.co.uk` → `bbc.co.uk`. Null for a suffix itself. */
  domain: string | null;
  /** The part of it before the suffix: `bbc`. */
  label: string | null;
  /** The suffix under which domains are registered: `co.uk`. */
  suffix: string;
  /** Is the suffix in the list? */
  known: boolean;
}

/** Reserved for documentation (RFC 2606). */
const DOCUMENTATION = "example";

/**
 * What is registered of a host, in lower case and punycode. Only suffixes of registries count (the list's
 * ICANN section): `wordpress.com` and `github.io`, under which a company gives names to its users, are domains
 * of that company.
 */
export function registrableOf(host: string): Registrable {
  // Hosts come from URLs: tldts would refuse labels that browsers open, such as `-kyoko-.tumblr.com`.
  const { domain, domainWithoutSuffix, publicSuffix, isIcann } = parse(host, {
    allowPrivateDomains: false,
    extractHostname: false,
    validateHostname: false,
  });
  const suffix = publicSuffix ?? host;
  return {
    domain,
    label: domainWithoutSuffix,
    suffix,
    known: isIcann === true || suffix === DOCUMENTATION,
  };
}
