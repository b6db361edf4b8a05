import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  merge,
  moveDomain,
  moveSource,
  moveToOperator,
  plan,
  rename,
  split,
  type Withdrawal,
  type Workspace,
  withdraw,
} from "../../authoring/moves/index.ts";
import { dayOf, isDay, termsOf, WITHDRAWAL } from "../../model/index.ts";
import { parseText } from "../../records/files.ts";
import { formatProblem } from "../../records/problems.ts";
import { validateDirectory } from "../../records/validate.ts";
import { writeWhole } from "../../records/write-whole.ts";
import { countInWords } from "../../text/lists.ts";
import { didYouMean } from "../../text/nearest.ts";
import { UsageError } from "../../text/usage-error.ts";
import { collect, command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print, printError } from "./print.ts";

/** Options of every move, already parsed. */
export interface MoveOptions {
  data: string;
  dryRun: boolean;
}

/** Makes a move: all of it, or, where its result is not valid, nothing. Prints, and gives the exit code. */
export function runMove({ data, dryRun }: MoveOptions, move: (ws: Workspace) => void): number {
  try {
    const watch = join(data, "watch.json");
    const before = {
      dataDir: data,
      directory: validateDirectory(data),
      watch: existsSync(watch) ? parseText(watch, readFileSync(watch, "utf8")) : undefined,
    };
    const { done, write, remove, problems, remaining } = plan(before, move, dayOf(new Date()));
    if (problems.length > 0) {
      printError(problems.map(formatProblem).join("\n"));
      printError(`\nNothing is written: ${countInWords(problems.length, "problem")} would be new.`);
      return 1;
    }
    for (const line of done) print(line);
    if (!dryRun) writeWhole(write, remove);
    print(
      `${countInWords(write.length, "file")} ${dryRun ? "would be " : ""}written${remove.length > 0 ? `, ${remove.join(", ")} ${dryRun ? "would be " : ""}removed` : ""}.`,
    );
    if (remaining > 0)
      print(`${countInWords(remaining, "problem")} of before still to solve: npm run validate`);
    return 0;
  } catch (error) {
    return reportError(error);
  }
}

/** Options of moves that withdraw a record. */
interface WithdrawOptions extends MoveOptions {
  date: string;
  note?: string;
}

/** @throws {UsageError} for what is not a day */
function dayIn(date: string): string {
  if (isDay(date)) return date;
  throw new UsageError(`--date ${date}: a day is YYYY-MM-DD.`);
}

function reasonIn(reason: string): Withdrawal["reason"] {
  const terms = termsOf(WITHDRAWAL);
  const known = terms.find((term) => term === reason);
  if (known) return known;
  throw new UsageError(`--reason ${reason}: must be one of ${terms.join(", ")}.${didYouMean(reason, terms)}`);
}

/** `chat.example.com=chat` as a host and a platform. */
function handedOver(text: string): [string, string] {
  const [host, to] = text.split("=");
  if (host && to) return [host, to];
  throw new UsageError(`--domain ${text}: write <host>=<platform>.`);
}

export const program = command(
  "move",
  "Renames, merges, splits, moves and withdraws records, with everything that names them. All or nothing: it writes only if the result is valid.",
  [
    ["rename le-chat vibe --name Vibe", "another id; the former one redirects"],
    ["rename operators/facebook operators/meta", "the same for an operator"],
    ["merge bard gemini", "withdraw one, and let the other answer for its domains"],
    ["split suite chat docs --domain chat.example.com=chat", "withdraw one, and name those that it became"],
    ["operator grok xai", "another operator, with the documents that the platform cites"],
    ["domain x.ai grok", "hand a domain over to another platform"],
    ["source grok:privacy-policy operators/xai", "hand a document over to another record"],
    ["withdraw vine --reason closed", "withdraw a record"],
  ],
);

const action = (name: string, about: string) =>
  program
    .command(name)
    .description(about)
    .option("--dry-run", "say what would be done, and write nothing", false)
    .option(...DATA_OPTION);
const withdrawing = (name: string, about: string) =>
  action(name, about)
    .option("--date <day>", "the day, YYYY-MM-DD; default: today (UTC)", dayOf(new Date()))
    .option("--note <text>", "what else a reader must know");

action("rename", "give a record another id; the former one becomes an alias, which redirects")
  .argument("<record>", "a platform's id, or operators/<id>")
  .argument("<id>", "its new id")
  .option("--name <name>", "its new name; default: the same")
  .action(
    exits((from: string, to: string, options: MoveOptions & { name?: string }) =>
      runMove(options, (ws) => rename(ws, from, to, options.name)),
    ),
  );
withdrawing("merge", "withdraw a record; the other answers for its domains, or runs its platforms")
  .argument("<record>", "a platform's id, or operators/<id>")
  .argument("<into>", "the record that stays")
  .action(
    exits((from: string, into: string, { date, note, ...options }: WithdrawOptions) =>
      runMove(options, (ws) => merge(ws, from, into, { date: dayIn(date), note })),
    ),
  );
withdrawing("split", "withdraw a record, and name those that it became")
  .argument("<record>", "a platform's id, or operators/<id>")
  .argument("<parts...>", "two or more records that exist already (npm run new)")
  .option("--domain <host=platform>", "a host that one of them gets", collect, [] as string[])
  .action(
    exits(
      (from: string, parts: string[], { date, note, ...options }: WithdrawOptions & { domain: string[] }) =>
        runMove(options, (ws) =>
          split(ws, from, parts, { date: dayIn(date), note, domains: options.domain.map(handedOver) }),
        ),
    ),
  );
action("operator", "move a platform to another operator, with the shared documents that it cites")
  .argument("<platform>", "the platform's id")
  .argument("<operator>", "the id of its operator from now on")
  .option("--from <operator>", "the former operator, where the record names the new one already")
  .action(
    exits((id: string, to: string, options: MoveOptions & { from?: string }) =>
      runMove(options, (ws) => moveToOperator(ws, id, to, options.from)),
    ),
  );
action("domain", "hand a domain over to another platform")
  .argument("<host>", "the domain")
  .argument("<platform>", "the platform that answers for it from now on")
  .action(
    exits((host: string, to: string, options: MoveOptions) =>
      runMove(options, (ws) => moveDomain(ws, host, to)),
    ),
  );
action("source", "hand a document over to another record, with the evidence that cites it")
  .argument("<document>", "<record>:<source>, such as grok:privacy-policy or operators/meta:privacy-policy")
  .argument("<record>", "a platform's id, or operators/<id>")
  .action(
    exits((document: string, to: string, options: MoveOptions) =>
      runMove(options, (ws) => moveSource(ws, document, to)),
    ),
  );
withdrawing("withdraw", "withdraw a record: it stays, and says why")
  .argument("<record>", "a platform's id, or operators/<id>")
  .requiredOption("--reason <term>", termsOf(WITHDRAWAL).join(", "))
  .option(
    "--successor <id>",
    "a record that answers instead; can be given several times",
    collect,
    [] as string[],
  )
  .action(
    exits(
      (name: string, { date, note, ...options }: WithdrawOptions & { reason: string; successor: string[] }) =>
        runMove(options, (ws) =>
          withdraw(ws, name, {
            date: dayIn(date),
            note,
            reason: reasonIn(options.reason),
            successors: options.successor,
          }),
        ),
    ),
  );
