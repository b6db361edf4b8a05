import { z } from "@hono/zod-openapi";
import { SORT_KEYS, type SortKey } from "../../../db/index.ts";
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
import { audienceParams } from "../../http/audience.ts";
import { cursorParam, dayParam, limitParam, termsParam } from "../../http/params.ts";
import { selectable } from "../../http/select.ts";
import { listedPlatformSchema } from "./schema.ts";

const FIELDS = selectable(listedPlatformSchema);

const sortParam = z
  .string()
  .refine(
    (text) => SORT_KEYS.includes(text.replace(/^-/, "") as SortKey),
    `is not one of ${SORT_KEYS.flatMap((k) => [k, `-${k}`]).join(", ")}.`,
  )
  .optional()
  .openapi({
    type: "string",
    enum: SORT_KEYS.flatMap((k) => [k, `-${k}`]),
    param: {
      name: "sort",
      in: "query",
      description:
        "The order; `-` before it reverses it. `severity` is the headline's verdict, worst first. Default: `relevance` with `q`, else `name`.",
    },
  });

const fieldsParam = z
  .string()
  .transform((text, ctx): string[] => {
    const fields = [...new Set(text.split(",").map((f) => f.trim()))];
    for (const field of fields) {
      if (FIELDS.includes(field)) continue;
      const near = nearest(field, FIELDS);
      ctx.addIssue({
        code: "custom",
        message: `${JSON.stringify(field)} is not one of ${FIELDS.join(", ")}.`,
        params: { nearest: near ? [near] : [] },
      });
      return z.NEVER;
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
  operator: z
    .string()
    .optional()
    .openapi({
      example: "meta",
      param: {
        name: "operator",
        in: "query",
        description: "Who runs it, or owns who runs it: an id of /operators.",
      },
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
        description: "Words to find in names, domains, operators, summaries, controls and events.",
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
  updated_since: dayParam("updated_since", "Only records checked on this day or later."),
  sort: sortParam,
  fields: fieldsParam,
  limit: limitParam,
  cursor: cursorParam,
};
