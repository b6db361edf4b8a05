import { LANGUAGES } from "../../../language/index.ts";
import { isRegionGroup, planOf, regionCodes, withEnclosing } from "../../../model/index.ts";
import { about } from "../../about.ts";
import { TextFile } from "../../sink.ts";
import { curl, type DataFormat } from "../format.ts";
import { CODES, type ExtensionPlatform, extensionPlatform, PLANS } from "./platform.ts";

/** A host's platform, with the plan that it implies; null for a host of another service. */
type HostEntry = string | [platform: string, plan: string] | null;

/** The places to choose from, by code: their names in each language. Groups are no place to live in. */
function placesWith(platforms: readonly ExtensionPlatform[]): Record<string, string[]> {
  const named = platforms.flatMap(({ places }) => Object.keys(places));
  const codes = new Set([...regionCodes(), ...named].filter((code) => !isRegionGroup(code)));
  return Object.fromEntries(
    [...codes].sort().map((code) => [code, CODES.map((language) => LANGUAGES[language].place(code))]),
  );
}

/** The places that have a code of their own and the answers of another place. */
const insideOf = (places: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    places.flatMap((code) => {
      const [, outer] = withEnclosing(code);
      return outer === undefined || code.startsWith(`${outer}-`) ? [] : [[code, outer]];
    }),
  );

const sortedLines = (members: object): string => {
  const lines = Object.entries(members).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n }`;
};

const FIELDS = {
  hosts:
    "host → platform, [platform, plan that it implies], or null for another service; a host stands for everything under it, the most exact one wins",
  platforms:
    "answers: verdict, certainty, and by language the verdict in words and the sentence; classes: for each class of places the answer of each plan, the first for all other places; places: the class of a place",
  places: "the names of the places to choose from, by language",
  inside: "places with the answers of another place",
};

/**
 * One file for browser extensions: the headline of every platform for an adult with an account, by place and plan, in
 * every language. Everyone asks for the same file, so a request for it says nothing about a person.
 */
export const extension: DataFormat = {
  name: "extension",
  mediaType: "application/json",
  description: "Every headline by host, place and plan, in every language, for browser extensions.",
  load: [curl],
  sinks(dir, { input }) {
    const platforms = new Map<string, ExtensionPlatform>();
    const hosts = new Map<string, HostEntry>();
    const others: string[] = [];
    return [
      {
        record(item) {
          if (item.kind !== "platform" || item.record.withdrawn) return;
          const { id, domains, otherDomains = [] } = item.record;
          platforms.set(id, extensionPlatform(item, input.release.date));
          for (const domain of domains) {
            const plan = planOf(domain);
            hosts.set(domain.host, plan === undefined ? id : [id, plan]);
          }
          others.push(...otherDomains);
        },
        async finish() {
          // A host that another platform has is that platform's.
          for (const host of others) if (!hosts.has(host)) hosts.set(host, null);
          const places = placesWith([...platforms.values()]);
          const head = { ...about(input), fields: FIELDS, languages: CODES, plans: PLANS };
          const file = new TextFile(dir, "extension.json", extension.description);
          file.write(JSON.stringify(head, null, 1).replace(/\n}$/, ","));
          const inOrder = Object.fromEntries([...hosts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
          const parts = {
            inside: insideOf(Object.keys(places)),
            places,
            hosts: inOrder,
            platforms: Object.fromEntries(platforms),
          };
          const texts = Object.entries(parts).map(
            ([name, members]) => ` ${JSON.stringify(name)}: ${sortedLines(members)}`,
          );
          file.write(`\n${texts.join(",\n")}\n}\n`);
          return [file.end(platforms.size)];
        },
      },
    ];
  },
};
