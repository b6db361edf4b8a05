import { type Json, valueAt } from "../text/json.ts";
import { trusted } from "../text/trusted.ts";
import { parseText, type RecordFile, type TextFile } from "./files.ts";
import { FMT001, formatted } from "./format.ts";
import { repeatedFields } from "./parse.ts";
import { type Edit, type Problem, show } from "./problems.ts";
import { validate } from "./validate.ts";

/** What was fixed in a file. */
export interface Fixed<F extends TextFile = TextFile> {
  file: F;
  /** Each edit as people read it: the check's code, the place, what it was and is. */
  done: string[];
}

/** One edit can cause another (a term, then the list that contains it); a few rounds are enough. */
const ROUNDS = 5;

const keyOrder = (a: string | number, b: string | number): number =>
  typeof a === "number" && typeof b === "number" ? a - b : a < b ? -1 : a > b ? 1 : 0;

/** Deeper and later places first, so that the paths of later edits stay valid. */
function backwards(a: Edit, b: Edit): number {
  for (let i = 0; i < Math.min(a.path.length, b.path.length); i++) {
    const order = keyOrder(b.path[i] as string | number, a.path[i] as string | number);
    if (order !== 0) return order;
  }
  return b.path.length - a.path.length;
}

/** Makes an edit in a value that is the caller's own. */
function makeEdit(value: Json, edit: Edit): void {
  const holder = valueAt(value, edit.path.slice(0, -1)) as Record<string | number, Json> | undefined;
  const key = edit.path.at(-1);
  if (!holder || key === undefined) return;
  if ("set" in edit) holder[key] = edit.set;
  else if ("rename" in edit) {
    const entries = Object.entries(holder);
    for (const [k] of entries) delete holder[k];
    // Defined, not assigned: a field may have any name, `__proto__` too.
    for (const [k, value] of entries)
      Object.defineProperty(holder, k === key ? edit.rename : k, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  } else if (Array.isArray(holder)) holder.splice(key as number, 1);
  else delete holder[key];
}

/** An edit in words. */
const editInWords = (p: Problem, edit: Edit): string => {
  const becomes =
    "set" in edit
      ? `${p.found} → ${show(edit.set)}`
      : "rename" in edit
        ? `${p.found} → ${show(edit.rename)}`
        : `${p.found}, removed`;
  return `${p.code} at ${p.place || "/"}: ${becomes}`;
};

const withText = <F extends TextFile>({ repaired: _, ...file }: F, text: string): F =>
  trusted<F>({ ...file, ...parseText(file.path, text) });

/** Can a file be written again without losing anything? Not if it is invalid JSON, or has a field twice. */
const writable = (file: TextFile): boolean => file.value !== undefined && repeatedFields(file).length === 0;

/** Repairs a file's encoding and syntax, as far as no person is needed. */
function repairFile<F extends TextFile>({ file, done }: Fixed<F>): Fixed<F> {
  if (file.repaired === undefined) return { file, done };
  const said = file.faults.flatMap(({ code, fixed }) => (fixed === undefined ? [] : [`${code}: ${fixed}`]));
  return { file: withText(file, file.repaired), done: [...done, ...new Set(said)] };
}

/** Makes the edits that problems of a file carry. */
function editFile<F extends TextFile>({ file, done }: Fixed<F>, problems: readonly Problem[]): Fixed<F> {
  const fixable = problems.filter((p) => p.file === file.path && p.edits.length > 0);
  if (fixable.length === 0) return { file, done };
  const value = structuredClone(file.value) as Json;
  for (const edit of fixable.flatMap((p) => p.edits).sort(backwards)) makeEdit(value, edit);
  return {
    file: withText(file, formatted(file, value)),
    done: [...done, ...fixable.flatMap((p) => p.edits.map((edit) => editInWords(p, edit)))],
  };
}

/** Writes a file in the canonical way. */
function formatFile<F extends TextFile>({ file, done }: Fixed<F>): Fixed<F> {
  const text = formatted(file);
  return text === file.text
    ? { file, done }
    : { file: withText(file, text), done: [...done, `${FMT001.code}: written in the canonical way`] };
}

/**
 * Applies fixes that have exactly one correct result, and writes files in the canonical way. Idempotent.
 * A file that cannot be rewritten without loss is not changed.
 * @param files every record, which references are looked up in
 * @param chosen which of them may be changed
 * @returns the changed files, with what was done; and all files as they are then
 */
export function fix(
  files: readonly RecordFile[],
  exceptions: TextFile | undefined,
  today: string | undefined,
  chosen: (file: TextFile) => boolean = () => true,
): { fixed: Fixed[]; files: RecordFile[]; exceptions: TextFile | undefined } {
  const open = (file: TextFile) => chosen(file) && writable(file);
  const begun = <F extends TextFile>(file: F): Fixed<F> =>
    chosen(file) ? repairFile({ file, done: [] }) : { file, done: [] };
  let records = files.map((file): Fixed<RecordFile> => begun(file));
  let except = exceptions && begun(exceptions);
  for (let round = 0; round < ROUNDS; round++) {
    const { problems } = validate(
      records.map((r) => r.file),
      today,
      except?.file,
    );
    if (!problems.some((p) => p.edits.length > 0)) break;
    records = records.map((r) => (open(r.file) ? editFile(r, problems) : r));
    if (except && open(except.file)) except = editFile(except, problems);
  }
  records = records.map((r) => (open(r.file) ? formatFile(r) : r));
  if (except && open(except.file)) except = formatFile(except);
  const fixed = [...records, ...(except ? [except] : [])].filter(({ done }) => done.length > 0);
  return { fixed, files: records.map((r) => r.file), exceptions: except?.file };
}
