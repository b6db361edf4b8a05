import * as z from "zod";
import { SORT_KEYS } from "../../../db/reading.ts";
import {
  CATEGORY,
  CELL,
  CERTAINTY,
  CONTROL_KIND,
  DATA_USE,
  DEFAULT_STATE,
  KIND,
  MODEL,
  PURPOSE,
  VERDICT,
} from "../../../model/index.ts";
import { audienceParams } from "../../http/audience.ts";
import { cursorParam } from "../../http/cursor-params.ts";
import { documented } from "../../http/documented.ts";
import { dayParam, limitParam, recordParam, termsParam, wordParam, wordsParam } from "../../http/params.ts";
import { reject } from "../../http/reject.ts";
import { FIELDS } from "./fields.ts";

const ORDERS = SORT_KEYS.flatMap((key) => [key, `-${key}`]);

const sortParam = wordParam(ORDERS, {
  name: "sort",
  description:
    "The order; `-` before it reverses it. `severity` is the headline's verdict, worst first; `added`, `changed` and `verified` are days; `relevance` is how well `q` matches, and without `q` the name. Default: `relevance` with `q`, else `name`.",
  value: {
    words: {
      name: "PlatformOrder",
      description: "An order of platforms; `-` before it reverses it.",
      values: ORDERS,
    },
  },
});

const fieldsParam = wordsParam(FIELDS, {
  name: "fields",
  description: "Only these fields of each item, separated by commas.",
  example: ["id", "name", "headline.verdict"],
  value: {
    words: {
      name: "PlatformField",
      description: "A field of a platform in a list, or of its headline.",
      values: FIELDS,
    },
  },
});

/** The most characters of a search. */
const LONGEST_SEARCH = 200;

/** Words to find. */
const searchParam = documented(
  z
    .string()
    .transform((text, ctx): string => {
      if (text === "") return reject(ctx, "is empty; give words to find, or omit it.");
      if ([...text].length <= LONGEST_SEARCH) return text;
      // Up to the last whole word.
      const start = [...text]
        .slice(0, LONGEST_SEARCH)
        .join("")
        .replace(/\s\S*$/, "");
      return reject(
        ctx,
        `is longer than ${LONGEST_SEARCH} characters. Give fewer words: the first are enough.`,
        {
          meant: () => ({ values: [start], explanation: "" }),
        },
      );
    })
    .optional(),
  {
    name: "q",
    description:
      "Words to find in names, domains, operators, summaries, controls and events; each may be the beginning of one. Case and accents do not matter. First come platforms with exactly this id, alias, name or domain, then those whose name begins so, those of an operator with this name, and those with the words in their names.",
    value: { form: { type: "string", minLength: 1, maxLength: LONGEST_SEARCH } },
    example: "spotify",
  },
);

const withdrawnParam = wordParam(["include"], {
  name: "withdrawn",
  description:
    "`include`: also records that were withdrawn by that day. They state nothing any more; the sentence of their headline says why, and which record answers instead.",
  value: {
    words: {
      name: "WithdrawnRecords",
      description: "Whether withdrawn records are listed.",
      values: ["include"],
    },
  },
});

/** The filters, order and page of /platforms. */
export const listQuery = {
  ...audienceParams,
  category: termsParam(CATEGORY, "category", "What the platform mainly is.", "social-network"),
  operator: recordParam("operator", {
    description: "Who runs it, or owns who runs it: an operator's id, alias or name.",
    example: "meta",
  }),
  kind: termsParam(
    KIND,
    "kind",
    "Only where something is stated about this kind of data; `verdict` and `certainty` are then those of its cells.",
    "published",
  ),
  by: termsParam(
    CELL,
    "by",
    "Only where something is stated about who trains; `verdict` and `certainty` are then those of these cells.",
    "own",
  ),
  verdict: termsParam(
    VERDICT,
    "verdict",
    "What it means for this person: the headline's; with `kind` or `by` a cell's; with `purpose` or `model` a practice's.",
    "on-by-default",
  ),
  certainty: termsParam(
    CERTAINTY,
    "certainty",
    "How firmly the use is known, of the same as `verdict`.",
    "practised",
  ),
  purpose: termsParam(PURPOSE, "purpose", "Only where a practice has this purpose.", "train-ai"),
  model: termsParam(MODEL, "model", "Only where a practice is for this kind of model.", "generative"),
  data_use: termsParam(DATA_USE, "data_use", "What the documents say about a practice.", "uses"),
  default_state: termsParam(DEFAULT_STATE, "default_state", "The default of a practice.", "on"),
  control: termsParam(
    CONTROL_KIND,
    "control",
    "Only where this person has a control of this kind over a practice.",
    "setting",
  ),
  q: searchParam,
  withdrawn: withdrawnParam,
  updated_since: dayParam(
    "updated_since",
    "Only records checked on this day or later, or added or changed in a release since.",
  ),
  changed_since: dayParam(
    "changed_since",
    "Only records that were added, or changed in more than their wording, in a release on this day or later.",
  ),
  sort: sortParam,
  fields: fieldsParam,
  limit: limitParam,
  cursor: cursorParam,
};
