/*
 * Web addresses as RFC 3986 spells them: http or https, a host with a domain, no credentials, and only
 * characters that a URI can have. Programs that read the dataset split and join addresses at spaces.
 */

const LABEL = "[A-Za-z0-9_-]{1,63}";
/** 0 to 65535. */
const PORT = "(?:[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";
const CHARACTER = "[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2}";
const WIDER = "[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2}";

/** The pattern of a web address. What it accepts is also a `uri` to JSON Schema. */
export const WEB_URL_PATTERN = `^https?://(?:${LABEL}\\.)+(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{1,59})(?::${PORT})?(?:/(?:${CHARACTER})*)?(?:\\?(?:${WIDER})*)?(?:#(?:${WIDER})*)?$`;
const WEB_URL = new RegExp(WEB_URL_PATTERN);

/** The longest address that is accepted. Browsers and servers refuse longer ones at different lengths. */
export const WEB_URL_MAX = 2000;

/** Is this a web address that every program reads in the same way? */
export const isWebUrl = (text: string): boolean => text.length <= WEB_URL_MAX && WEB_URL.test(text);

/** Characters that mean that more than one address, or a broken line, was pasted. */
const BROKEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\]/u;

/**
 * The address that was probably meant: what a browser opens for it, percent-encoded and with its host in
 * Punycode. `unsure` where a part was left out or added.
 */
export function suggestedUrl(text: string): { suggestion?: string; unsure?: boolean } {
  if (text.length > WEB_URL_MAX) return {};
  const trimmed = text.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed.replace(/^\/\//, "")}`;
  if (!URL.canParse(whole)) return {};
  const url = new URL(whole);
  const credentials = url.username !== "" || url.password !== "";
  url.username = "";
  url.password = "";
  const spelled = url.href
    .replace(/[[\]^`{|}]/g, (c) => encodeURIComponent(c))
    .replace(/%(?![0-9A-Fa-f]{2})/g, "%25");
  if (!isWebUrl(spelled) || spelled === text) return {};
  return {
    suggestion: spelled,
    ...((whole !== trimmed || credentials || BROKEN.test(trimmed)) && { unsure: true }),
  };
}
