import { domainToUnicode } from "node:url";
import { type ArchivedDocument, serviceArchive } from "../evidence/archive-documents.ts";
import { listInWords } from "../language/en/index.ts";
import { CATEGORY, type Operator, termsOf } from "../model/index.ts";
import { registrableOf } from "../records/public-suffix.ts";
import { compactName } from "../text/fold.ts";
import { didYouMean } from "../text/nearest.ts";
import { UsageError } from "../text/usage-error.ts";
import { slugOf } from "./ids.ts";
import type { Known } from "./known.ts";
import { didYouMeanPlace, placeOf } from "./places.ts";
import { startingOperator } from "./starting.ts";

/** The options of `npm run new`. */
export interface NewOptions {
  name?: string;
  operator?: string;
  operatorNew?: string;
  legalName?: string;
  jurisdiction?: string;
  category?: string;
  domain: string[];
  summary?: string;
  fromDomain?: string;
  document: string[];
  archive: string[];
  service?: string;
  dryRun: boolean;
  data: string;
}

/** A person who can be asked, at a terminal. */
export interface Ask {
  /** One line. @param check true, or what is wrong with the answer */
  line(question: {
    message: string;
    initial?: string | undefined;
    check?: (answer: string) => true | string;
  }): Promise<string>;
  /** One of a list, found by typing. */
  choose(question: {
    message: string;
    choices: readonly { value: string; name: string; about?: string }[];
  }): Promise<string>;
}

/** The person who was asked left without an answer. */
export class Cancelled extends Error {
  override name = "Cancelled";
}

/** Turns an error into what prompts expect: true, or the message. */
const checked =
  (check: (answer: string) => unknown) =>
  (answer: string): true | string => {
    try {
      check(answer);
      return true;
    } catch (error) {
      if (error instanceof UsageError) return error.message;
      throw error;
    }
  };

/** @throws {UsageError} for an unknown category, with the nearest */
function categoryOf(written: string): keyof typeof CATEGORY {
  const found = termsOf(CATEGORY).find((term) => term === written);
  if (found === undefined)
    throw new UsageError(
      `There is no category ${JSON.stringify(written)}.${didYouMean(written, termsOf(CATEGORY))} There are: ${termsOf(CATEGORY).join(", ")}.`,
    );
  return found;
}

/** @throws {UsageError} for what is neither a country's nor a state's code or name, with the nearest */
function jurisdictionOf(written: string): string {
  const code = placeOf(written);
  if (code !== undefined) return code;
  throw new UsageError(
    `${JSON.stringify(written)} is not a country or state: give an ISO 3166 code, such as US, DE or US-CA.${didYouMeanPlace(written)}`,
  );
}

/** Words of an id or domain as a name: `acme-chat` → `Acme Chat`. */
const nameFrom = (id: string): string =>
  id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");

const GUESSES: readonly (readonly [RegExp, string])[] = [
  [/privacy/i, "Privacy Policy"],
  [/cookie/i, "Cookie Policy"],
  [/terms|tos\b|agreement|legal/i, "Terms of Service"],
  [/help|support|faq/i, "Help Page"],
];

/** A document as given: `Title=https://…`, or an address alone. @throws {UsageError} for no address */
function documentOf(given: string): { title: string; url: string } {
  const at = given.search(/https?:\/\//i);
  const url = at === -1 ? "" : given.slice(at);
  if (!URL.canParse(url))
    throw new UsageError(
      `--document ${JSON.stringify(given)}: expected a web address, or a title before it: "Privacy Policy=https://example.com/privacy".`,
    );
  const title = given.slice(0, at).replace(/=\s*$/, "").trim();
  return {
    title:
      title ||
      (GUESSES.find(([pattern]) => pattern.test(new URL(url).pathname))?.[1] ??
        `Page at ${new URL(url).host}`),
    url,
  };
}

/** The name and id of a new platform, from what was given. */
export async function identityOf(
  id: string | undefined,
  options: NewOptions,
  known: Known,
  ask: Ask | undefined,
): Promise<{ id: string; name: string; domains: string[] }> {
  const given = [...(options.fromDomain === undefined ? [] : [options.fromDomain]), ...options.domain];
  if (given.length === 0 && ask)
    given.push(
      await ask.line({
        message: "Its domain:",
        initial: id === undefined ? "" : `${id}.com`,
        check: checked((a) => known.freeDomain(a)),
      }),
    );
  const domains = [...new Set(given.map((domain) => known.freeDomain(domain)))];
  if (id === undefined) known.unowned(domains);
  const label = domains[0] === undefined ? null : registrableOf(domains[0]).label;
  const suggested = id ?? (label === null ? "" : slugOf(domainToUnicode(label)));
  if (suggested === "")
    throw new UsageError("Which platform? npm run new -- <id>, or --from-domain example.com.");
  const chosen = known.freeId(
    id ??
      (ask
        ? await ask.line({
            message: "Its id, the file's name:",
            initial: suggested,
            check: checked((a) => known.freeId(a)),
          })
        : suggested),
  );
  const name =
    options.name ??
    (ask
      ? await ask.line({
          message: "Its name:",
          initial: nameFrom(chosen),
          check: (a) => a.trim() !== "" || "A name, please.",
        })
      : nameFrom(chosen));
  return { id: chosen, name: name.trim(), domains };
}

/** Who runs the platform: an operator with a record, or a new one. */
export async function operatorOf(
  options: NewOptions,
  known: Known,
  ask: Ask | undefined,
): Promise<{ operator: { id: string; name: string }; created?: Operator }> {
  const { operatorNew, legalName } = options;
  const create = async (name: string, given?: string) => {
    const id = known.newOperator(name, given);
    const written =
      options.jurisdiction ??
      (await ask?.line({
        message: "Where it is seated (ISO 3166 code, such as US):",
        check: checked(jurisdictionOf),
      }));
    if (written === undefined)
      throw new UsageError(`A new operator needs its seat too: --jurisdiction <ISO 3166 code, such as US>.`);
    const created = startingOperator({ id, name, legalName, jurisdiction: jurisdictionOf(written) });
    return { operator: { id, name }, created };
  };
  if (operatorNew !== undefined) return create(operatorNew, options.operator);
  if (options.operator !== undefined) return { operator: known.operator(options.operator) };
  if (!ask)
    throw new UsageError(
      'Who runs it? --operator <id of data/operators>, or --operator-new "<its name>" --jurisdiction <ISO 3166 code>.',
    );
  const chosen = await ask.choose({
    message: "Who runs it?",
    choices: [
      ...known.operators.map(({ id, name }) => ({ value: id, name, about: `data/operators/${id}.json` })),
      { value: "", name: "a company without a record: write one" },
    ],
  });
  if (chosen !== "") return { operator: known.operator(chosen) };
  const name = await ask.line({
    message: "The company's usual name:",
    // A name of which no id can be made is asked for one next.
    check: (a) =>
      a.trim() === "" ? "A name, please." : checked(() => slugOf(a) === "" || known.newOperator(a))(a),
  });
  const id =
    slugOf(name) ||
    (await ask.line({
      message: "Its id, the file's name:",
      check: checked((a) => known.newOperator(name, a)),
    }));
  return create(name, id);
}

/** What the platform mainly is. */
export async function categoryFrom(
  options: NewOptions,
  ask: Ask | undefined,
): Promise<keyof typeof CATEGORY> {
  if (options.category !== undefined) return categoryOf(options.category);
  if (!ask) throw new UsageError(`What is it mainly? --category <${termsOf(CATEGORY).join("|")}>`);
  const choices = termsOf(CATEGORY).map((term) => ({
    value: term,
    name: term,
    about: CATEGORY[term].definition,
  }));
  return categoryOf(await ask.choose({ message: "What is it mainly?", choices }));
}

/** Names of services that differ only in case, spaces and signs are the same. */
const sameService = (a: string, b: string): boolean =>
  a === b || (compactName(a) !== "" && compactName(a) === compactName(b));

/** A service's documents in every archive given. @throws {UsageError} when none of them has the service, with the nearest */
export async function archivedDocuments(
  options: NewOptions,
  name: string,
): Promise<{ service: string | undefined; documents: ArchivedDocument[] }> {
  const wanted = options.service ?? name;
  const found: { service: string; documents: ArchivedDocument[] }[] = [];
  const others: string[] = [];
  for (const archive of options.archive.map(serviceArchive)) {
    const services = await archive.services();
    others.push(...services);
    const service = services.find((s) => sameService(s, wanted));
    if (service !== undefined) found.push({ service, documents: await archive.documents(service) });
  }
  if (options.archive.length > 0 && found.length === 0)
    throw new UsageError(
      `No folder ${JSON.stringify(wanted)} is in ${listInWords(
        options.archive.map((a) => a.split("=")[0] as string),
        "or",
      )}.${didYouMean(wanted, others)} --service "<folder>" names it; without --archive the record begins without copies.`,
    );
  return { service: found[0]?.service, documents: found.flatMap((f) => f.documents) };
}

/** Documents given by their addresses; asked for where there is nothing else to start from. */
export async function givenDocuments(
  options: NewOptions,
  ask: Ask | undefined,
): Promise<{ title: string; url: string }[]> {
  if (options.document.length > 0 || options.archive.length > 0 || !ask)
    return options.document.map(documentOf);
  const optional = (answer: string): true | string => answer.trim() === "" || checked(documentOf)(answer);
  const policy = await ask.line({
    message: "The address of its privacy policy (empty: not known):",
    check: optional,
  });
  const terms = await ask.line({ message: "The address of its terms (empty: not known):", check: optional });
  return [
    ["Privacy Policy", policy],
    ["Terms of Service", terms],
  ].flatMap(([title = "", url = ""]) => (url.trim() === "" ? [] : [documentOf(`${title}=${url.trim()}`)]));
}
