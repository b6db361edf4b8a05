import * as z from "zod";
import "../../http/openapi-method.ts";
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
import { nearest } from "../../../text/nearest.ts";
import { show } from "../../../text/show.ts";
import { audienceParams } from "../../http/audience.ts";
import { cursorParam, dayParam, limitParam, recordParam, reject, termsParam } from "../../http/params.ts";
import { FIELDS } from "./fields.ts";

const ORDERS = SORT_KEYS.flatMap((key) => [key, `-${key}`]);

/** Orders to suggest: those that need no other parameter. */
const SUGGESTED = ORDERS.filter((order) => !order.endsWith("relevance"));

const sortParam = z
  .string()
  .transform((text, ctx): string =>
    ORDERS.includes(text)
      ? text
      : reject(ctx, `${show(text)} is not one of ${ORDERS.join(", ")}.`, nearest(text, SUGGESTED)),
  )
  .optional()
  .openapi({
    type: "string",
    enum: ORDERS,
    param: {
      name: "sort",
      in: "query",
      description:
        "The order; `-` before it reverses it. `severity` is the headline's verdict, worst first; `added`, `changed` and `verified` are days. Default: `relevance` with `q`, else `name`.",
    },
  });

const fieldsParam = z
  .string()
  .transform((text, ctx): string[] => {
    const fields = [...new Set(text.split(",").map((f) => f.trim()))];
    for (const field of fields) {
      if (FIELDS.includes(field)) continue;
      return reject(ctx, `${show(field)} is not one of ${FIELDS.join(", ")}.`, nearest(field, FIELDS));
    }
    return fields.sort();
  })
  .optional()
  .openapi({
    type: "string",
    example: "id,name,headline.verdict",
    param: {
      name: "fields",
      in: "query",
      description: `Only these fields of each item, separated by commas: ${FIELDS.join(", ")}.`,
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
  q: z
    .string()
    .min(1, "is empty; give words to find, or omit it.")
    .max(200, "is longer than 200 characters.")
    .optional()
    .openapi({
      example: "spotify",
      param: {
        name: "q",
        in: "query",
        description:
          "Words to find in names, domains, operators, summaries, controls and events; each may be the beginning of one. Case and accents do not matter. First come platforms with exactly this id, alias, name or domain, then those whose name begins so, those of an operator with this name, and those with the words in their names.",
      },
    }),
  withdrawn: z
    .enum(["include"], { error: "is not include." })
    .optional()
    .openapi({
      param: {
        name: "withdrawn",
        in: "query",
        description:
          "`include`: also records that were withdrawn by that day. They state nothing any more; the sentence of their headline says why, and which record answers instead.",
      },
    }),
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
