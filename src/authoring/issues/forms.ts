import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";

/** Where GitHub, and this project, reads the issue forms. Their labels are written nowhere else. */
export const FORMS_DIR = ".github/ISSUE_TEMPLATE";

/** A question of a form. `label` is what GitHub writes above the answer. */
export interface Field {
  id: string;
  label: string;
  required: boolean;
  /** The answers to choose from, where there are some. */
  options: string[];
}

/** An issue form, named by its file. */
export interface Form {
  id: string;
  name: string;
  fields: Field[];
}

/** A filled form: the answers that were given, by the ids of the questions. */
export interface Issue {
  form: Form;
  answers: ReadonlyMap<string, string>;
  /** Questions that appear more than once: an answer contains a line that looks like one, and may be cut there. */
  repeated: string[];
}

/** The text is not a form of this project; the message says what it should be. */
export class NoFormError extends Error {
  override name = "NoFormError";
}

/* GitHub's schema for issue forms, as far as it is needed here. */
const formSchema = z.object({
  name: z.string(),
  body: z.array(
    z.object({
      id: z.string().optional(),
      attributes: z.object({ label: z.string().optional(), options: z.array(z.string()).optional() }),
      validations: z.object({ required: z.boolean().optional() }).optional(),
    }),
  ),
});

/** Reads the issue forms of a folder. */
export function readForms(dir: string = FORMS_DIR): Form[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith(".yml") && file !== "config.yml")
    .sort()
    .map((file) => {
      const { name, body } = formSchema.parse(parse(readFileSync(join(dir, file), "utf8")));
      const fields = body.flatMap(({ id, attributes: { label, options = [] }, validations }): Field[] =>
        id === undefined || label === undefined
          ? []
          : [{ id, label, options, required: validations?.required ?? false }],
      );
      return { id: file.replace(/\.yml$/, ""), name, fields };
    });
}

/** GitHub's limit for an issue's body, in characters. */
const LONGEST_BODY = 65_536;

/** What GitHub writes where nothing was answered. */
const NO_ANSWER = "_No response_";

/** The line of each question of a form: its first heading after that of the question before. */
function headings(form: Form, lines: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  let from = 0;
  for (const { id, label } of form.fields) {
    const at = lines.indexOf(`### ${label}`, from);
    if (at === -1) continue;
    found.set(id, at);
    from = at + 1;
  }
  return found;
}

function answersOf(lines: readonly string[], found: ReadonlyMap<string, number>): Map<string, string> {
  const starts = [...found];
  return new Map(
    starts.flatMap(([id, at], i): [string, string][] => {
      const text = lines
        .slice(at + 1, starts[i + 1]?.[1])
        .join("\n")
        .trim();
      return text === "" || text === NO_ANSWER ? [] : [[id, text]];
    }),
  );
}

/**
 * Reads an issue's body as GitHub makes it of a form: `### Label`, an empty line, the answer.
 * Answers are data; nothing in them is run.
 * @throws {NoFormError} when it is not one of these forms
 */
export function readIssue(body: string, forms: readonly Form[]): Issue {
  if (body.length > LONGEST_BODY)
    throw new NoFormError(
      `This is not an issue's body: it has ${body.length} characters, and GitHub takes ${LONGEST_BODY} at most.`,
    );
  const lines = body
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trimEnd());
  const [best] = forms
    .map((form) => ({ form, found: headings(form, lines) }))
    .sort((a, b) => b.found.size / b.form.fields.length - a.found.size / a.form.fields.length);
  const lacks = best?.form.fields.filter((f) => f.required && !best.found.has(f.id)) ?? [];
  if (!best || best.found.size === 0)
    throw new NoFormError(
      `This is not a filled form: it has no question such as “### ${forms[0]?.fields[0]?.label}”. Forms: ${forms.map((f) => f.name).join("; ")}.`,
    );
  if (lacks.length > 0)
    throw new NoFormError(
      `This looks like “${best.form.name}”, but lacks ${lacks.map((f) => `“### ${f.label}”`).join(", ")}.`,
    );
  const repeated = best.form.fields
    .map((f) => f.label)
    .filter((label) => lines.filter((line) => line === `### ${label}`).length > 1);
  return { form: best.form, answers: answersOf(lines, best.found), repeated };
}
