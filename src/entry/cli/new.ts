import { writeFileSync } from "node:fs";
import {
  type Ask,
  archivedDocuments,
  Cancelled,
  categoryFrom,
  givenDocuments,
  identityOf,
  type NewOptions,
  operatorOf,
} from "../../authoring/facts.ts";
import { Known } from "../../authoring/known.ts";
import { joinDocuments, startingPlatform } from "../../authoring/starting.ts";
import type { ArchivedDocument } from "../../evidence/archive-documents.ts";
import { countInWords } from "../../language/en/index.ts";
import { dayOf } from "../../model/index.ts";
import { fileOf, parseRecord, type RecordFile, readExceptions, readRecords } from "../../records/files.ts";
import { recordText } from "../../records/format.ts";
import { formatProblem, type Problem } from "../../records/problems.ts";
import { validate } from "../../records/validate.ts";
import { askAt } from "./ask.ts";
import { ARCHIVE_OPTION, collect, command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print, printError } from "./print.ts";

/** The new files, with what validation finds wrong in them. */
interface Begun {
  id: string;
  files: RecordFile[];
  problems: Problem[];
  archived: ArchivedDocument[];
}

/** Puts together the files of a new record from what was given and asked. Writes nothing. */
async function begin(id: string | undefined, options: NewOptions, ask: Ask | undefined): Promise<Begun> {
  const there = readRecords(options.data);
  const known = new Known(there);
  const identity = await identityOf(id, options, known, ask);
  const { service, documents: archived } = await archivedDocuments(options, identity.name);
  const category = await categoryFrom(options, ask);
  const { operator, created } = await operatorOf(options, known, ask);
  const documents = joinDocuments(archived, await givenDocuments(options, ask));
  const platform = startingPlatform({
    ...identity,
    operator,
    category,
    summary: options.summary,
    service,
    documents,
    today: dayOf(new Date()),
  });
  const file = (kind: RecordFile["kind"], record: { id: string }): RecordFile =>
    parseRecord(kind, record.id, fileOf(options.data, kind, record.id), recordText(kind, record));
  const files = [file("platform", platform), ...(created ? [file("operator", created)] : [])];
  const { problems } = validate([...there, ...files], undefined, readExceptions(options.data));
  return {
    id: identity.id,
    files,
    problems: problems.filter((p) => files.some((f) => f.path === p.file)),
    archived,
  };
}

/** What documents say about AI is on lines like these; the author reads the text around them. */
const AI_LINES = "train|machine learning|artificial intelligence|generative|\\bAI\\b";

/** The commands that find and show what the archives' documents say. */
function readingCommands(archived: readonly ArchivedDocument[]): string[] {
  const folders = new Map(archived.map(({ clone, copy }) => [clone, copy.path.split("/")[0] as string]));
  const [first] = archived.filter(({ title }) => /privacy/i.test(title)).concat(archived);
  return [
    ...[...folders].map(([clone, folder]) => `git -C ${clone} grep -niE "${AI_LINES}" HEAD -- "${folder}/"`),
    ...(first ? [`git -C ${first.clone} show "HEAD:${first.copy.path}"`] : []),
  ];
}

/** The commands that take a record from here to done. */
function nextSteps({ id, files, archived }: Begun, options: NewOptions): string {
  const path = files[0]?.path as string;
  const archives = options.archive.map((a) => ` --archive ${a}`).join("");
  const steps = [
    [
      "Read the documents:",
      ...(archived.length > 0
        ? readingCommands(archived)
        : ["look for “train”, “machine learning”, “generative” and “AI”"]),
    ],
    [
      `Write into ${path} what they say: in an editor, every field has an explanation, and there are snippets for a rule, control, event, source and passage.`,
      "Remove documents that do not matter: the source, and its id in evidence.dataUse.",
    ],
    ...(archives
      ? [
          [
            "Point to the words: a passage in the source, cited as source#passage. Then",
            `npm run evidence -- fingerprint${archives} ${id}`,
          ],
        ]
      : []),
    [`npm run fix -- ${id}`, `npm run validate -- ${id}`],
    [`npm run explain -- ${id}     explains it in words; npm run preview shows it in a browser`],
  ];
  return `Next:\n${steps.map((lines, i) => `  ${i + 1}. ${lines.join("\n     ")}`).join("\n")}\ndocs/writing.md explains each step.`;
}

/** What was written, and what is still missing. */
function report(begun: Begun, options: NewOptions): string {
  const wrote = begun.files.map((f) => `Wrote ${f.path}`).join("\n");
  const state =
    begun.problems.length === 0
      ? "It is valid. It says “not stated” until someone has read the documents."
      : `It is a draft: ${countInWords(begun.problems.length, "thing is", "things are")} missing before \`npm run validate\` passes.\n${begun.problems.map(formatProblem).join("\n")}`;
  return `${wrote}\n${state}\n\n${nextSteps(begun, options)}`;
}

/**
 * Starts a record. Prints, and gives the exit code: 0 written (valid, or a draft with what
 * is missing), 1 cancelled at a question, 2 wrong call. Existing files are never overwritten.
 * @param ask asks a person for what was not given; undefined where there is no terminal
 */
export async function runNew(id: string | undefined, options: NewOptions, ask?: Ask): Promise<number> {
  try {
    const begun = await begin(id, options, ask);
    if (options.dryRun) {
      for (const { path, text } of begun.files) print(`${path}:\n${text}`);
      print(
        begun.problems.length === 0
          ? "Valid. Nothing was written."
          : `${begun.problems.map(formatProblem).join("\n")}\nNothing was written.`,
      );
      return 0;
    }
    for (const { path, text } of begun.files) writeFileSync(path, text, { flag: "wx" });
    print(report(begun, options));
    return 0;
  } catch (error) {
    if (error instanceof Cancelled) {
      printError("Nothing was written.");
      return 1;
    }
    return reportError(error);
  }
}

export const program = command(
  "new",
  "Starts the record of a platform. Asks on a terminal for what is not given.",
  [
    ["acme", "asks for everything else"],
    ["--from-domain acme.com", "derives id, name and domain"],
    ["acme --operator google --category work --domain acme.com", "asks for nothing"],
    ['acme … --operator-new "Acme Inc" --jurisdiction US', "writes the operator's record too"],
    ["acme … --archive OpenTermsArchive/pga-versions=../pga-versions", "with the documents in an archive"],
    ['acme … --document "Privacy Policy=https://acme.com/privacy"', "with a document by its address"],
  ],
)
  .argument("[id]", "the file's name: lower-case letters, digits, hyphens")
  .option("--from-domain <domain>", "derives id, name and domain; also takes a web address")
  .option("--name <name>", "the platform's name")
  .option("--operator <id>", "who runs it, an id of data/operators")
  .option("--operator-new <name>", "who runs it, where there is no record yet")
  .option("--legal-name <name>", "the new operator's company, as its documents name it")
  .option("--jurisdiction <code>", "where the new operator is seated (ISO 3166)")
  .option("--category <term>", "what it mainly is")
  .option("--domain <domain>", "where it is on the web; can be given several times", collect, [] as string[])
  .option("--summary <text>", "one or two sentences")
  .option(...ARCHIVE_OPTION)
  .option("--service <folder>", "the service's folder in the archives, where it differs from its name")
  .option(
    "--document <[title=]url>",
    "a document's address; can be given several times",
    collect,
    [] as string[],
  )
  .option("--dry-run", "shows what would be written", false)
  .option(...DATA_OPTION)
  .action(
    exits((id: string | undefined, options: NewOptions) =>
      runNew(id, options, process.stdin.isTTY ? askAt() : undefined),
    ),
  );
