import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type Issue, NoFormError, readForms, readIssue } from "../../authoring/issues/forms.ts";
import { type Draft, draftOf } from "../../authoring/issues/missing.ts";
import { type Plan, planOf } from "../../authoring/issues/plan.ts";
import { dayOf } from "../../model/index.ts";
import { readRecords } from "../../records/files.ts";
import { terminalJson } from "../../text/terminal.ts";
import { UsageError } from "../../text/usage-error.ts";
import { command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print, printEscaped } from "./print.ts";

/** Options of the command line, already parsed. */
export interface FromIssueOptions {
  data: string;
  json: boolean;
  write: boolean;
}

const listed = (title: string, lines: readonly string[]): void => {
  if (lines.length === 0) return;
  print(`\n${title}:`);
  for (const line of lines) print(`- ${line.replaceAll("\n", "\n  ")}`);
};

function sayDraft({ file, look }: Draft, write: boolean): void {
  if (file && write) {
    writeFileSync(file.path, file.text, { flag: "wx" });
    print(`Wrote ${file.path}, a draft.`);
  } else if (file) print(`${file.path}, a draft (--write writes it):\n${file.text.trimEnd()}`);
  listed("To look at", look);
}

function sayPlan({ record, places, drafts, look }: Plan): void {
  print(record === null ? "No record was found for it." : `It is about ${record}.`);
  listed(
    "What the record says now",
    places.map((p) => `${p.at} ${p.pointer}: ${p.says}`),
  );
  for (const [list, members] of Object.entries(drafts))
    for (const member of members)
      print(
        `\nA draft for \`${list}\`, to be checked and corrected first:\n${JSON.stringify(member, null, 2)}`,
      );
  listed("To look at", look);
}

async function act(issue: Issue, options: FromIssueOptions): Promise<void> {
  const [files, today] = [readRecords(options.data), dayOf(new Date())];
  const duplicates = issue.repeated.map(
    (label) =>
      `“### ${label}” appears more than once in the issue: an answer may have been cut there. Read the issue itself.`,
  );
  const missing = issue.form.id === "platform-missing";
  const found = missing ? await draftOf(issue, files, options.data, today) : planOf(issue, files, today);
  found.look.unshift(...duplicates);
  if (options.json) {
    const { file, ...rest } = { file: null, ...found } as Draft & Plan;
    printEscaped(
      terminalJson({
        form: issue.form.id,
        ...rest,
        ...(missing && { path: file?.path ?? null, draft: file?.value ?? null }),
      }),
    );
  } else if ("file" in found) sayDraft(found, options.write);
  else sayPlan(found);
}

/** Turns a filled issue form into a draft or a plan; prints, and gives the exit code: 0 done, 1 no filled form, 2 wrong call. */
export async function runFromIssue(path: string, options: FromIssueOptions): Promise<number> {
  try {
    if (path !== "-" && !existsSync(path))
      throw new UsageError(
        `There is no file ${path}. It should hold an issue's body as GitHub shows it for editing; - reads it from standard input.`,
      );
    await act(readIssue(readFileSync(path === "-" ? 0 : path, "utf8"), readForms()), options);
    return 0;
  } catch (error) {
    return reportError(error, [NoFormError]);
  }
}

export const program = command(
  "from-issue",
  "Turns a filled issue form into a draft record, or into a list of what to check.",
  [
    ["issue.md", "a file with the issue's body"],
    ["-", "the body from standard input, such as from gh issue view 12 --json body --jq .body"],
    ["issue.md --write", "write the draft of a missing platform"],
  ],
)
  .argument("<file>", "the issue's body; - for standard input")
  .option("--json", "as JSON", false)
  .option("--write", "write the draft into the data directory; nothing is overwritten", false)
  .option(...DATA_OPTION)
  .action(exits(runFromIssue));
