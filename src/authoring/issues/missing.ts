import { addressOf, CATEGORY, hostsOf, type Platform, termsOf } from "../../model/index.ts";
import { fileOf, parseRecord, type RecordFile } from "../../records/files.ts";
import { recordText } from "../../records/format.ts";
import { formatProblem } from "../../records/problems.ts";
import { validate } from "../../records/validate.ts";
import { UsageError } from "../../text/usage-error.ts";
import { givenDocuments } from "../facts.ts";
import { slugOf } from "../ids.ts";
import { Known } from "../known.ts";
import { joinDocuments, startingPlatform } from "../starting.ts";
import type { Issue } from "./forms.ts";
import { addressesIn, oneLine, platformMeant } from "./recognise.ts";

/** A record started from a form, and what a person has to check. */
export interface Draft {
  /** The record; null where there is one already. */
  file: RecordFile | null;
  look: string[];
}

/** What can be found out, or undefined with the reason in `look`. */
function attempt<T>(find: () => T, look: string[]): T | undefined {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    look.push(error.message);
    return undefined;
  }
}

/** What to do where the record of a platform is there already; empty where it is not. */
function alreadyThere(written: string, name: string, known: Known): string[] {
  const meant = platformMeant(written, known);
  if (!("file" in meant)) return [];
  const shown = oneLine(written, 200);
  const { path, id } = meant.file;
  if (meant.by === "country")
    return [
      `${shown} is probably a site of ${id}, which has a record: ${path}. Add it to \`domains\` there. If people see another platform there: npm run new -- <id> --domain ${hostsOf(shown)[0]}.`,
    ];
  const page =
    meant.by === "address" && new URL(`https://${shown.replace(/^[a-z]+:\/\//i, "")}`).pathname !== "/";
  return [
    `${shown} has a record already: ${path}. The issue can be closed with a pointer to it.`,
    ...(page
      ? [`If ${oneLine(name, 80)} is another platform, whose page is there: ask for its own address.`]
      : []),
  ];
}

/** Titles before addresses, each once: two documents with the same title are distinguished by their addresses. */
function documentsGiven(text: string): string[] {
  const seen = new Set<string>();
  return addressesIn(text).map(({ title, url }) => {
    const { host, pathname } = new URL(url);
    const own = oneLine(title, 200);
    const given =
      seen.has(own.toLowerCase()) || own === ""
        ? [own, `${host}${pathname}`.replace(/\/$/, "")].filter((x) => x !== "").join(", ")
        : own;
    seen.add(given.toLowerCase());
    return `${given}=${url}`;
  });
}

/** The record of a missing platform, as far as the form describes it. */
export async function draftOf(
  { answers }: Issue,
  files: readonly RecordFile[],
  dataDir: string,
  today: string,
): Promise<Draft> {
  const answer = (id: string): string => answers.get(id) ?? "";
  const look: string[] = [];
  const known = new Known(files);
  for (const written of [answer("name"), answer("address")]) {
    const there = alreadyThere(written, answer("name"), known);
    if (there.length > 0) return { file: null, look: there };
  }
  const name = oneLine(answer("name"), 80);
  const made = slugOf(name);
  if (made === "")
    look.push(`No id can be made of the name “${name}”: npm run new -- <id> starts the record.`);
  const id = made === "" ? undefined : attempt(() => known.freeId(made), look);
  const { app } = addressOf(answer("address"));
  const domain = attempt(() => known.freeDomain(oneLine(answer("address"), 2000)), look);
  if (domain !== undefined) attempt(() => known.unowned([domain]), look);
  const operator = oneLine(answer("operator"), 80);
  const runBy = known.named("operator", operator);
  if (operator === "") look.push("Who runs it? The form does not say.");
  else if (!runBy)
    look.push(
      `${operator} has no record among the operators: if it really is another company, npm run new writes its record.`,
    );
  const category = termsOf(CATEGORY).find((term) => term === answer("category"));
  if (category === undefined) look.push("What is it mainly? `category` is missing.");
  const options = {
    domain: [],
    archive: [],
    document: documentsGiven(answer("documents")),
    dryRun: true,
    data: dataDir,
  };
  const documents = joinDocuments([], await givenDocuments(options, undefined));
  if (answers.has("notes"))
    look.push(
      `What the sender knows already, to be checked against the documents: ${oneLine(answer("notes"), 2000)}`,
    );
  if (id === undefined) return { file: null, look };
  const start = {
    id,
    name,
    operator: runBy ? known.operator(runBy.id) : { id: slugOf(operator), name: operator || name },
    ...(app && { apps: { [app.store]: [app.id] } }),
    domains: domain === undefined ? [] : [domain],
    documents,
    today,
  };
  const record: Partial<Platform> = startingPlatform({ ...start, category: category ?? "work" });
  if (category === undefined) delete record.category;
  const file = parseRecord("platform", id, fileOf(dataDir, "platform", id), recordText("platform", record));
  const problems = validate([...files, file], today).problems.filter((p) => p.file === file.path);
  return { file, look: [...look, ...problems.map(formatProblem)] };
}
