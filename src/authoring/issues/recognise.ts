import { type People, regionInWords } from "../../language/en/index.ts";
import {
  AGE,
  addressOf,
  canonicalRegion,
  PLAN,
  regionCodes,
  regionName,
  termsOf,
  WEB_URL_MAX,
} from "../../model/index.ts";
import type { RecordFile } from "../../records/files.ts";
import { repairedText } from "../../text/characters.ts";
import type { Known } from "../known.ts";

/*
 * What people write into forms: what is recognised is used, the rest is left to a person.
 */

/** Text before an address on its line; longer text is not a title. */
const LONGEST_TITLE = 400;

/** The title in the text before an address. Only what is set off is one, `[Terms](…)` and `Privacy Policy: …`; other words are a sentence. */
function titleIn(before: string): string {
  if (before.length > LONGEST_TITLE) return "";
  const words = before.trimEnd().replace(/<$/, "").trimEnd();
  if (words.endsWith("](")) return words.slice(words.lastIndexOf("[") + 1, -2);
  const title = words.replace(/[:=]$/, "");
  return title === words ? "" : title.replace(/^[\s*+\-\d.)]+/, "").trim();
}

/** Web addresses in a text, with the titles before them. An address that no record can have is omitted. */
export function addressesIn(text: string): { title: string; url: string }[] {
  return text.split("\n").flatMap((line) => {
    let from = 0;
    return [...line.matchAll(/https?:\/\/[^\s<>()"'`|]+/gi)].flatMap(({ 0: address, index }) => {
      const before = line.slice(from, index).replace(/^[).,;>\s]+/, "");
      from = index + address.length;
      const url = address.replace(/[.,;:!?\]]{1,20}$/, "");
      return url.length <= WEB_URL_MAX && URL.canParse(url) ? [{ title: titleIn(before), url }] : [];
    });
  });
}

/** One line of a text, as fields of records have it: of visible characters, not longer than they take. */
export const oneLine = (text: string, max: number): string => {
  const line = (repairedText(text)?.text ?? text).replace(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length <= max
    ? line
    : `${characters
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`;
};

const namedIn = (text: string, name: string): boolean =>
  new RegExp(`(^|[^\\p{L}])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}($|[^\\p{L}])`, "iu").test(text);

const regionsNamed = (text: string): string[] => {
  const byName = regionCodes().filter((code) =>
    [regionName(code), regionInWords(code).replace(/^the /, "")].some((name) => name && namedIn(text, name)),
  );
  const byCode =
    text
      .match(/\b[A-Z]{2,3}(-[A-Z0-9]{1,3})?\b/g)
      ?.flatMap((code) => canonicalRegion(code === "USA" ? "US" : code) ?? []) ?? [];
  return [...new Set([...byName, ...byCode])];
};

/** Names of people and places are in the first words of an answer. */
const LONGEST_ANSWER = 1000;

/** The people of `Germany, free plan, under 18`; empty where nothing is recognised. */
export function peopleIn(written: string): People {
  const text = written.slice(0, LONGEST_ANSWER);
  const regions = regionsNamed(text);
  const plans = termsOf(PLAN).filter((plan) => namedIn(text, plan));
  const ages = termsOf(AGE).filter(
    (age) =>
      namedIn(text, age) ||
      namedIn(text, `${age}s`) ||
      (age === "minor" && /\b(under 18|child(ren)?|teen(ager)?s?)\b/i.test(text)),
  );
  return {
    ...(regions.length > 0 && { region: regions }),
    ...(plans.length > 0 && { plan: plans }),
    ...(ages.length === 1 && { age: ages }),
  };
}

/** The platform meant by a name, a domain, an address or an app; or the nearest name. */
export function platformMeant(
  answer: string,
  known: Known,
): { file: RecordFile; by: "name" | "address" | "country" } | { near: string | undefined } {
  const written = answer.slice(0, LONGEST_ANSWER).trim();
  const named = known.named("platform", written);
  if (named) return { file: named, by: "name" };
  const { hosts } = addressOf(written);
  const file = known.withApp(written) ?? known.withHost(hosts);
  if (file) return { file, by: "address" };
  const country = hosts[0] === undefined ? undefined : known.countrySiteOf(hosts[0]);
  return country ? { file: country, by: "country" } : { near: known.nearestTo("platform", written) };
}
