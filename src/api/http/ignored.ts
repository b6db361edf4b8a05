/**
 * Parameters that no path reads, and that never make a request an error: what advertisers, mail programs and
 * analytics append to links, and what scripts append to defeat caches. They are not part of the canonical
 * request. Every other unknown parameter is an error (docs/adr/0005-strict-parameters.md lists these too).
 */
export const IGNORED: readonly string[] = [
  "_",
  "_ga",
  "_gl",
  "_hsenc",
  "_hsmi",
  "cachebuster",
  "cb",
  "dclid",
  "fbclid",
  "gad_source",
  "gbraid",
  "gclid",
  "igsh",
  "igshid",
  "li_fat_id",
  "mc_cid",
  "mc_eid",
  "mkt_tok",
  "msclkid",
  "nocache",
  "ref_src",
  "si",
  "srsltid",
  "ttclid",
  "twclid",
  "wbraid",
  "yclid",
];

/** Beginnings of such parameters: Google's and Matomo's campaigns. */
export const IGNORED_PREFIXES: readonly string[] = ["utm_", "mtm_", "pk_"];

const ignored: ReadonlySet<string> = new Set(IGNORED);

/** Whether a parameter is one that no path reads, in upper or lower case. */
export const isIgnored = (name: string): boolean => {
  const known = name.toLowerCase();
  return ignored.has(known) || IGNORED_PREFIXES.some((prefix) => known.startsWith(prefix));
};
