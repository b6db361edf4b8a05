import { raw } from "hono/html";
import type { Certainty, Verdict } from "../../policy/index.ts";

/*
 * The switch: every verdict is drawn as the same small toggle, so that its form tells it, not only its colour.
 * On is filled with the handle at the right, off is empty with the handle at the left; what cannot be switched
 * has no handle; what is only permitted is hatched. The stylesheet gives the colours.
 */

/** What a switch shows. */
export interface Shown {
  verdict: Verdict;
  certainty: Certainty | null;
}

/** The forms of the switch. */
export type Form =
  | Verdict
  | "used"
  | `${"no-choice" | "on-by-default" | "asked" | "off-by-default" | "mixed" | "used"}-permitted`;

/** The form for an answer. A licence that does not mention AI states nothing; a use whose default is not known is a use. */
export function formOf({ verdict, certainty }: Shown): Form {
  if (certainty === "general-licence") return "not-stated";
  const form = verdict === "not-stated" && certainty !== null ? "used" : verdict;
  if (certainty !== "permitted" || form === "not-used" || form === "not-stated" || form === "disputed")
    return form;
  return `${form}-permitted`;
}

const OUTLINE = 'x="1" y="1" width="34" height="18" rx="9" stroke="currentColor" stroke-width="2"';

/** The outline, filled or not. */
const pill = (attributes: string): string => `<rect ${OUTLINE} ${attributes}/>`;
const handle = (x: number, attributes = ""): string => `<circle cx="${x}" cy="10" r="5.5" ${attributes}/>`;

const PAPER = 'class="paper"';
const INK = 'fill="currentColor"';
const HATCH = 'fill="url(#hatch)"';
const EMPTY = 'fill="none"';
const question = (attributes: string): string =>
  `<path d="M15.9 8.2a2.1 2.1 0 1 1 3.2 1.8c-.8.5-1.1.8-1.1 1.7m0 1.6v.1" fill="none" stroke-width="1.6" stroke-linecap="round" ${attributes}/>`;
/** The upper half of the pill. */
const UPPER = "M1 10a9 9 0 0 1 9-9h16a9 9 0 0 1 9 9z";

const FORMS: Readonly<Record<Form, string>> = {
  "on-by-default": pill(INK) + handle(26, PAPER),
  "on-by-default-permitted": pill(HATCH) + handle(26, `${PAPER} stroke="currentColor" stroke-width="2"`),
  "off-by-default": pill(EMPTY) + handle(10, INK),
  "off-by-default-permitted": pill(EMPTY) + handle(10, `${HATCH} stroke="currentColor" stroke-width="1.5"`),
  asked:
    pill(EMPTY) +
    handle(18, `${INK} stroke="currentColor" stroke-width="2"`) +
    question('class="paper-line"'),
  "asked-permitted":
    pill(EMPTY) +
    handle(18, `${PAPER} stroke="currentColor" stroke-width="1.5"`) +
    question('stroke="currentColor"'),
  "no-choice": `${pill(INK)}<rect x="6" y="8.5" width="24" height="3" ${PAPER}/>`,
  "no-choice-permitted": `${pill(HATCH)}<rect x="5" y="7.5" width="26" height="5" ${PAPER}/><rect x="6" y="8.5" width="24" height="3" ${INK}/>`,
  "not-used": `${pill(EMPTY)}<path d="M13 10.2l3.6 3.6 7-7.6" fill="none" stroke="currentColor" stroke-width="2.4"/>`,
  "not-stated": pill(`${EMPTY} stroke-dasharray="3 2.6"`),
  used: pill(INK) + question('class="paper-line"'),
  "used-permitted": `${pill(HATCH)}<circle cx="18" cy="10" r="6" ${PAPER}/>${question('stroke="currentColor"')}`,
  disputed: `${pill(EMPTY)}<path d="M11 4.5a5.5 5.5 0 0 0 0 11zM25 4.5a5.5 5.5 0 0 1 0 11z" ${INK}/>`,
  mixed: `${pill(EMPTY)}<path d="${UPPER}" ${INK}/><circle cx="27" cy="5.7" r="2.6" ${PAPER}/><circle cx="9" cy="14.3" r="2.6" ${INK}/>`,
  "mixed-permitted": `${pill(EMPTY)}<path d="${UPPER}" ${HATCH}/><path d="M1 10h34" stroke="currentColor"/><circle cx="9" cy="14.3" r="2.6" ${INK}/>`,
};

const HATCHING =
  '<pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M1 0v4" stroke="currentColor" stroke-width="1.5"/></pattern>';

/** Each form as a symbol. The outline is drawn once: it inherits how it is filled. */
const SYMBOLS = Object.entries(FORMS).map(([form, drawing]): [form: string, symbol: string] => [
  form,
  `<symbol id="s-${form}" viewBox="0 0 36 20">${drawing.replaceAll(`<rect ${OUTLINE} `, '<use href="#pill" ')}</symbol>`,
]);

/** What comes before and after the name of a form, where markup uses it. */
const [BEFORE, AFTER] = ['"#s-', '"'] as const;

/** The forms that some markup uses. A page is long: this is faster than an expression. */
function formsIn(markup: string): Set<string> {
  const forms = new Set<string>();
  for (let at = markup.indexOf(BEFORE); at !== -1; at = markup.indexOf(BEFORE, at)) {
    at += BEFORE.length;
    forms.add(markup.slice(at, markup.indexOf(AFTER, at)));
  }
  return forms;
}

/** The drawings of the switches that some markup uses, to be put before it. */
export function drawingsFor(markup: string): string {
  const used = formsIn(markup);
  const drawn = SYMBOLS.filter(([form]) => used.has(form)).map(([, symbol]) => symbol);
  return `<svg class="drawings" width="0" height="0" aria-hidden="true"><defs>${HATCHING}<rect id="pill" ${OUTLINE}/>${drawn.join("")}</defs></svg>`;
}

/** One shape of a drawing: the name of its element, and its attributes. */
export type Shape = [element: string, attributes: Record<string, string>];

/** A drawing as data, for pages of others, which make its elements themselves. */
export const shapesOf = (form: Form): Shape[] =>
  [...FORMS[form].matchAll(/<(\w+) ([^>]*?)\/>/g)].map(([, element = "", attributes = ""]) => [
    element,
    Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ),
  ]);

/** One switch. It says nothing to screen readers: words stand beside it. */
export const Switch = ({ shown, large = false }: { shown: Shown; large?: boolean }) => {
  const form = formOf(shown);
  return raw(
    `<svg class="switch${large ? " large" : ""} v-${form}" aria-hidden="true"><use href="#s-${form}"/></svg>`,
  );
};
