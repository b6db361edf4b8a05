import { CATEGORY, type Platform, termsOf } from "../../model/index.ts";
import { fileOf, parseRecord, type RecordFile } from "../../records/files.ts";
import { recordText } from "../../records/format.ts";
import { formatProblem } from "../../records/problems.ts";
import { validate } from "../../records/validate.ts";
import { UsageError } from "../../text/usage-error.ts";
import { givenDocuments } from "../facts.ts";
import { Known } from "../known.ts";
import { joinDocuments, slugOf, startingPlatform } from "../starting.ts";
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
  for (const written of [answer("name"), answer("address")]) {
    const meant = platformMeant(written, files);
    if ("file" in meant)
      return {
        file: null,
        look: [
          `${written} has a record already: ${meant.file.path}. The issue can be closed with a pointer to it.`,
        ],
      };
  }
  const known = new Known(files);
  const name = oneLine(answer("name"), 80);
  const id = attempt(() => known.freeId(slugOf(name).slice(0, 80).replace(/-$/, "")), look);
  const domain = attempt(() => known.freeDomain(answer("address")), look);
  const operator = answer("operator");
  const runBy = known.operators.find((o) =>
    [o.id, o.name].some((x) => x.toLowerCase() === operator.toLowerCase()),
  );
  if (operator === "") look.push("Who runs it? The form does not say.");
  else if (!runBy)
    look.push(
      `${oneLine(operator, 80)} has no record among the operators: if it really is another company, npm run new writes its record.`,
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
    operator: runBy ?? { id: slugOf(operator), name: oneLine(operator, 80) || name },
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
