import type { IncomingMessage } from "node:http";
import { acceptClass, type Services } from "../../../api/index.ts";
import { preferredLanguage } from "../../../site/http/language.ts";
import { chooseEncoding } from "../../encodings.ts";
import { headerOf } from "./header.ts";

/** Longer keys are not kept: they would be rarely asked for again, and fill the store. */
const LONGEST = 2000;

/** How many different headers are remembered with what they mean. */
const REMEMBERED = 500;

/** A number for each meaning that a header can have. Headers that were seen first are remembered: there are few. */
function numbered(meaningOf: (header: string | undefined) => string): (header: string | undefined) => number {
  const numbers = new Map<string, number>();
  const known = new Map<string, number>();
  const numberOf = (header: string | undefined): number => {
    const meaning = meaningOf(header);
    const number = numbers.get(meaning) ?? numbers.size;
    numbers.set(meaning, number);
    return number;
  };
  const absent = numberOf(undefined);
  return (header) => {
    if (header === undefined) return absent;
    const found = known.get(header);
    if (found !== undefined) return found;
    const number = numberOf(header);
    if (known.size < REMEMBERED && header.length < LONGEST) known.set(header, number);
    return number;
  };
}

const accepted = numbered(acceptClass);
const language = numbered(preferredLanguage);
const encoding = numbered((header) => chooseEncoding(header ?? null) ?? "plain");

/** More than there are classes of Accept, languages and encodings. */
const CLASSES = 16;

/** What is wanted of a URL, as one character: the method, and the classes of Accept, Accept-Language and Accept-Encoding. */
function wantsOf(method: string, raw: readonly string[]): string {
  const code =
    (accepted(headerOf(raw, "accept")) * CLASSES + language(headerOf(raw, "accept-language"))) * CLASSES +
    encoding(headerOf(raw, "accept-encoding"));
  return String.fromCharCode(method === "GET" ? code * 2 : code * 2 + 1);
}

/**
 * All that a repeatable answer depends on, as text: what is wanted, URL, what the origin depends on, and
 * If-None-Match. Undefined for requests whose answers are not kept.
 */
export function keyOf(
  { method, url = "", rawHeaders: raw, socket }: IncomingMessage,
  origin: Services["origin"],
): string | undefined {
  if ((method !== "GET" && method !== "HEAD") || !url.startsWith("/")) return undefined;
  if (headerOf(raw, "content-length") !== undefined || headerOf(raw, "transfer-encoding") !== undefined)
    return undefined;
  const basis = origin.basis((name) => headerOf(raw, name), socket.remoteAddress ?? "");
  const condition = headerOf(raw, "if-none-match") ?? "";
  const key = `${wantsOf(method, raw)}${url}\n${basis}\n${condition}`;
  return key.length > LONGEST ? undefined : key;
}
