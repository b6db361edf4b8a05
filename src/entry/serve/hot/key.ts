import type { IncomingMessage } from "node:http";
import { acceptClass, type Services } from "../../../api/index.ts";
import { preferredLanguage } from "../../../site/http/language.ts";
import { chooseEncoding } from "../../encodings.ts";

/** Longer keys are not kept: they would be rarely asked for again, and fill the store. */
const LONGEST = 2000;

/** How many different headers are remembered with what they mean. */
const REMEMBERED = 500;

/** A function of a header, remembered for the headers that were seen first: there are few different ones. */
function remembered(meaning: (header: string | undefined) => string): typeof meaning {
  const known = new Map<string, string>();
  const absent = meaning(undefined);
  return (header) => {
    if (header === undefined) return absent;
    const found = known.get(header);
    if (found !== undefined) return found;
    const made = meaning(header);
    if (known.size < REMEMBERED && header.length < LONGEST) known.set(header, made);
    return made;
  };
}

const accepted = remembered(acceptClass);
const language = remembered(preferredLanguage);
const encoding = remembered((header) => chooseEncoding(header ?? null) ?? "plain");

/**
 * All that a repeatable answer depends on, as text: method, URL, the classes of Accept, Accept-Encoding and Accept-Language,
 * If-None-Match, and what the origin depends on. Undefined for requests whose answers are not kept.
 */
export function keyOf(req: IncomingMessage, origin: Services["origin"]): string | undefined {
  const { method, url = "", headers } = req;
  if ((method !== "GET" && method !== "HEAD") || !url.startsWith("/")) return undefined;
  if (headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined) return undefined;
  const basis = origin.basis(req);
  const condition = headers["if-none-match"] ?? "";
  const wants = `${accepted(headers.accept)} ${language(headers["accept-language"])}`;
  const key = `${method} ${wants} ${encoding(headers["accept-encoding"]?.toString())}\n${basis}\n${condition}\n${url}`;
  return key.length > LONGEST ? undefined : key;
}
