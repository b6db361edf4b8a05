import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { characterName, unsafeCharacters } from "../text/characters.ts";
import { show } from "../text/show.ts";
import type { FileFault } from "./fault.ts";
import { positionOf } from "./position.ts";

/*
 * Why a text is not JSON: the cause in words, at its character. Of several errors only the first is
 * reported: the others are usually its consequences.
 */

/** A text as parsed: strict JSON has no faults and a value. */
export interface Parsed {
  /** The tree with the places of its parts; undefined where the text is not JSON. Made when it is first needed. */
  tree: () => Node | undefined;
  value: unknown;
  /** Is the text exactly what `JSON.stringify` writes, with two spaces? Then no field is there twice. */
  regular: boolean;
  faults: FileFault[];
  /** The same text as JSON, where only trailing commas are wrong. */
  repaired?: string;
}

const fault = (offset: number, length: number, found: string, fix: string): FileFault => ({
  code: "JSN001",
  offset,
  length: Math.max(length, 1),
  found,
  expected: "JSON (RFC 8259)",
  fix,
});

/** What git leaves where two changes meet; the longest part that a message quotes. */
const CONFLICT = /^(?:<{7}|>{7})(?: .{0,60})?/m;

/** Words of other languages, and what JSON writes instead. */
const WORDS: Readonly<Record<string, string>> = {
  True: "true",
  TRUE: "true",
  False: "false",
  FALSE: "false",
  None: "null",
  NULL: "null",
  Null: "null",
  nil: "null",
  undefined: "null",
};

const SPACE = " \t\r\n";
/** The next character that is not white space, from an offset. */
function nextCharacter(text: string, from: number): string {
  let at = from;
  while (at < text.length && SPACE.includes(text[at] as string)) at++;
  return text[at] ?? "";
}
/** The offset of the last character before an offset that is not white space; -1 where there is none. */
function lastBefore(text: string, offset: number): number {
  let at = offset - 1;
  while (at >= 0 && SPACE.includes(text[at] as string)) at--;
  return at;
}

/** Something that is not a token of JSON. */
function symbol(text: string, offset: number, length: number): FileFault {
  const word = text.slice(offset, offset + length);
  const [first = ""] = word;
  const here = (found: string, fix: string, marked = word.length) => fault(offset, marked, found, fix);
  if (first === "'" || first === "`")
    return here(
      `a text in ${first === "'" ? "single quotes" : "backticks"}`,
      'Write it in double quotes (").',
    );
  if ("“”„‟«»‘’".includes(first))
    return here(`a typographic quotation mark (${first})`, 'Write a straight one (").', 1);
  if (first === "#") return here("a comment (#)", "Remove it: JSON has no comments.");
  if (Object.hasOwn(WORDS, word)) return here(`the word ${word}`, `Write ${WORDS[word]}.`);
  if (/^[+.\d-]|^(?:NaN|Infinity)$/.test(word))
    return here(`${show(word)}, an invalid number`, "Write a number as in 12, -3 or 0.5.");
  if (/^[\p{L}_$]/u.test(word))
    return nextCharacter(text, offset + length) === ":"
      ? here(`the field name ${show(word)} without quotes`, `Write "${word}" in double quotes.`)
      : here(
          `${show(word)} without quotes`,
          "Write texts in double quotes; only true, false and null are words.",
        );
  const [unsafe] = unsafeCharacters(first);
  return here(
    unsafe
      ? `${characterName(unsafe)} between the values`
      : /^[ -~]/.test(first)
        ? `the character ${show(first)}`
        : `the character ${show(first)} (U+${first.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")})`,
    "Remove it, or put it into a text in double quotes.",
    first.length,
  );
}

/** A comma that is missing, or more digits than a number has. */
function noComma(text: string, offset: number, length: number): FileFault {
  const last = lastBefore(text, offset);
  if (last === offset - 1 && /\d/.test(text[last] ?? "") && /[\d.]/.test(text[offset] ?? ""))
    return fault(last, length + 1, "a number with a leading zero", "Remove the zero.");
  return fault(offset, length, "no comma before this", "Add a comma after the value before it.");
}

/** What is wrong inside quotes, and the pattern of its place. */
const STRINGS: Readonly<Record<string, readonly [found: string, fix: string, place?: RegExp]>> = {
  UnexpectedEndOfString: [
    "a text that does not end on its line",
    'Close it with a double quote; write a line break inside as a space, and a double quote as \\".',
  ],
  InvalidUnicode: [
    "an escape \\u without four hexadecimal digits",
    "Write \\u and four digits, or the character itself.",
    /\\u(?![0-9A-Fa-f]{4})/,
  ],
  InvalidEscapeCharacter: [
    "a backslash before a character that needs none",
    "Write \\\\ for a backslash, or remove it.",
    /\\[^"\\/bfnrtu]/,
  ],
  InvalidCharacter: ["a control character inside a text", "Remove it, or write a space.", /\p{Cc}/u],
  UnexpectedEndOfNumber: ["an incomplete number", "Write a number as in 12, -3 or 0.5."],
  InvalidNumberFormat: ["an invalid number", "Write a number as in 12, -3 or 0.5."],
};

/** An error inside a text or number, at its character where it has one. */
function insideToken(text: string, { offset, length }: ParseError, name: string): FileFault | undefined {
  const known = STRINGS[name];
  if (!known) return undefined;
  const [what, fix, pattern] = known;
  const place = pattern?.exec(text.slice(offset, offset + length));
  const [unsafe] = place ? unsafeCharacters(place[0]) : [];
  const found = unsafe ? `${characterName(unsafe)} inside a text` : what;
  return place ? fault(offset + place.index, place[0].length, found, fix) : fault(offset, length, found, fix);
}

/** A text that ends before its objects and lists do. */
function unclosed(text: string, offset: number, what: "an object" | "a list"): FileFault {
  const bracket = what === "an object" ? "}" : "]";
  return offset >= text.length
    ? fault(
        Math.max(lastBefore(text, text.length), 0),
        1,
        `the end of the file inside ${what}`,
        `Close it with ${bracket}; the file may be cut off.`,
      )
    : fault(offset, 1, `${what} that is not closed before this`, `Close it with ${bracket}.`);
}

/** One error of the parser as a fault. */
function diagnose(text: string, parseError: ParseError): FileFault {
  const { error, offset, length } = parseError;
  const name = printParseErrorCode(error);
  const inside = insideToken(text, parseError, name);
  if (inside) return inside;
  const [before, here] = [text[lastBefore(text, offset)] ?? "", text[offset] ?? ""];
  switch (name) {
    case "InvalidSymbol":
      return symbol(text, offset, length);
    case "CommaExpected":
      return noComma(text, offset, length);
    case "ColonExpected":
      return fault(
        offset,
        length,
        "no colon before this",
        "Write a colon between a field's name and its value.",
      );
    case "CloseBraceExpected":
      return unclosed(text, offset, "an object");
    case "CloseBracketExpected":
      return unclosed(text, offset, "a list");
    case "EndOfFileExpected":
      return fault(
        offset,
        length,
        "more after the end of the record",
        "Remove it: a file has one JSON value.",
      );
    case "InvalidCommentToken":
    case "UnexpectedEndOfComment":
      return fault(
        offset,
        length,
        "a comment",
        "Remove it: JSON has no comments. `note` fields are for readers.",
      );
    default:
      if (here === "") return unclosed(text, offset, before === "[" ? "a list" : "an object");
      return here === ","
        ? fault(offset, 1, "a comma without a value before it", "Remove it, or write the value.")
        : before === ":"
          ? fault(
              offset,
              length,
              "no value after the colon",
              "Write the value; null is only for fields that allow it.",
            )
          : fault(
              offset,
              length,
              name === "PropertyNameExpected"
                ? "no field name in double quotes where one is expected"
                : "no value where one is expected",
              "Write it, or remove the comma or bracket before it.",
            );
  }
}

/** The commas before a closing bracket, where strict parsing finds its errors. */
const trailingCommas = (text: string, errors: readonly ParseError[]): number[] => [
  ...new Set(errors.map(({ offset }) => lastBefore(text, offset)).filter((at) => text[at] === ",")),
];

/** Only comments and trailing commas are wrong: each is reported. */
function extensions(text: string, errors: readonly ParseError[]): Parsed {
  const comments = errors.filter(({ error }) => printParseErrorCode(error) === "InvalidCommentToken");
  const commas = trailingCommas(
    text,
    errors.filter((e) => !comments.includes(e)),
  );
  const faults = [
    ...comments.map((error) => diagnose(text, error)),
    ...commas.map((at) => ({
      ...fault(at, 1, "a comma after the last member", "Remove it; `npm run fix` does."),
      ...(comments.length === 0 && { fixed: "trailing comma removed" }),
    })),
  ].sort((a, b) => a.offset - b.offset);
  const repaired = comments.length === 0 && commas.length > 0;
  return {
    ...invalid(...faults),
    ...(repaired && { repaired: without(text, commas) }),
  };
}

/** A text without the characters at some offsets. */
const without = (text: string, offsets: readonly number[]): string => {
  const edges = [-1, ...[...offsets].sort((a, b) => a - b), text.length];
  return edges
    .slice(1)
    .map((to, i) => text.slice((edges[i] as number) + 1, to))
    .join("");
};

/** The tree of a text that is not JSON. */
export const noTree = (): undefined => undefined;

const invalid = (...faults: FileFault[]): Parsed => ({
  tree: noTree,
  value: undefined,
  regular: false,
  faults,
});

/** The value, where the parser above finds nothing. It reads all that `JSON.parse` reads, but nests less deep. */
function strictValue(text: string, tree: Node | undefined): Parsed {
  try {
    return { tree: () => tree, value: JSON.parse(text), regular: false, faults: [] };
  } catch (error) {
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
    return invalid(
      fault(
        at,
        1,
        `the character ${show(text[at] ?? "")}`,
        "Remove it, or put it into a text in double quotes.",
      ),
    );
  }
}

/** A text as programs write it, which is nearly every file: nothing in it needs a closer look. */
function regular(text: string): Parsed | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (`${JSON.stringify(value, null, 2)}\n` !== text) return undefined;
    let tree: Node | undefined;
    return { tree: () => (tree ??= parseTree(text)), value, regular: true, faults: [] };
  } catch {
    return undefined;
  }
}

/** Parses a text as strict JSON, keeping what locations need; or says why it is not JSON. Does not throw. */
export function parseJson(text: string): Parsed {
  const parsed = regular(text);
  if (parsed) return parsed;
  if (text.trim() === "")
    return invalid(fault(0, 1, "an empty file", "Write the record; `npm run new` starts one."));
  const conflict = CONFLICT.exec(text);
  if (conflict) {
    const { line } = positionOf(text, conflict.index);
    return invalid(
      fault(
        conflict.index,
        conflict[0].length,
        `a conflict marker of git (${conflict[0]})`,
        `Two changes met at line ${line}: keep what is right of both, and delete the lines with <<<<<<<, ======= and >>>>>>>.`,
      ),
    );
  }
  try {
    const [errors, other]: [ParseError[], ParseError[]] = [[], []];
    const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
    if (errors.length === 0) return strictValue(text, tree);
    parseTree(text, other, { disallowComments: false, allowTrailingComma: true });
    const [first] = other;
    return first ? invalid(diagnose(text, first)) : extensions(text, errors);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return invalid(
      fault(0, 1, "objects and lists that are nested too deeply", "Records have at most ten levels."),
    );
  }
}
