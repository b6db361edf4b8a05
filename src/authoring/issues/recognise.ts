import { type People, regionInWords } from "../../language/en/index.ts";
import {
  AGE,
  canonicalRegion,
  hostsIn,
  hostsOf,
  PLAN,
  regionCodes,
  regionName,
  termsOf,
  WEB_URL_MAX,
} from "../../model/index.ts";
import type { RecordFile } from "../../records/files.ts";
import { repairedText } from "../../text/characters.ts";
import { nearest } from "../../text/nearest.ts";

/*
 * What people write into forms: what is recognised is used, the rest is left to a person.
 */

/* Only what is set off is a title, `[Terms](…)` and `Privacy Policy: …`; other words before an address are a sentence. */
const LINKED = /\[([^\]]*)\]\(<?$/;
const SET_OFF = /^[\s*+\-\d.)]*(.*?)\s*[:=]\s*<?$/;

/** How much before an address is read for its title. */
const TITLE_MAX = 500;

/** Web addresses in a text, with the titles before them. An address that no record can have is omitted. */
export function addressesIn(text: string): { title: string; url: string }[] {
  return text.split("\n").flatMap((line) => {
    const [address] = /https?:\/\/[^\s<>()"'`|]+/i.exec(line) ?? [];
    const url = address && address.length <= WEB_URL_MAX ? address.replace(/[.,;:!?\]]+$/, "") : undefined;
    if (address === undefined || url === undefined || !URL.canParse(url)) return [];
    const before = line.indexOf(address);
    const words = line.slice(Math.max(0, before - TITLE_MAX), before);
    const [, title = ""] = LINKED.exec(words) ?? SET_OFF.exec(words) ?? [];
    return [{ title, url }];
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

/** The people of `Germany, free plan, under 18`; empty where nothing is recognised. */
export function peopleIn(text: string): People {
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

const field = (file: RecordFile, name: string): unknown =>
  (file.value as Record<string, unknown> | undefined)?.[name];
const strings = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((x) => typeof x === "string")
    : typeof value === "string"
      ? [value]
      : [];
const namesOf = (file: RecordFile): string[] => [
  file.id,
  ...strings(field(file, "name")),
  ...strings(field(file, "aliases")),
];

/** The platform meant by a name, a domain or an address; or the nearest name. */
export function platformMeant(
  written: string,
  files: readonly RecordFile[],
): { file: RecordFile } | { near: string | undefined } {
  const platforms = files.filter((f) => f.kind === "platform");
  const wanted = written.trim().toLowerCase();
  const hosts = hostsOf(wanted);
  const file =
    platforms.find((f) => namesOf(f).some((name) => name.toLowerCase() === wanted)) ??
    hosts.map((host) => platforms.find((f) => hostsIn(f.value).includes(host))).find((f) => f !== undefined);
  return file ? { file } : { near: nearest(written.trim(), platforms.flatMap(namesOf)) };
}
