import * as z from "zod";
import "../../http/openapi-method.ts";
import { CHANGE_CLASS, PURPOSE } from "../../../model/index.ts";
import { cellChangeSchema, headlineChangeSchema } from "../../answer/schema.ts";
import { listOf } from "../../http/envelope-schema.ts";
import { jsonValue, orNull, term, termOrNull } from "../../record/terms.ts";

export const changeEffectSchema = z
  .object({
    region: z.string().nullable().openapi({
      description:
        "The place for which it is: the requested region, else the first that the change names; null: the rest of the world.",
    }),
    headline: headlineChangeSchema,
    cells: z
      .array(cellChangeSchema)
      .openapi({ description: "The kinds of data and columns whose verdict or certainty differs." }),
  })
  .openapi("ChangeEffect", {
    description:
      "How the platform's answer changed with this release, for an adult with a free account, on the day of the release.",
  });

export const orderChangeSchema = z
  .object({ before: z.array(z.string()), after: z.array(z.string()) })
  .openapi("OrderChange", { description: "The ids of a list's members in their order before and after." });

export const changeSchema = z
  .object({
    id: z.string().openapi({
      description: "Permanent: the release, the record and the place in it.",
      example: "2026.11.2/platforms/linkedin/practices/@generative-training/rules/@europe/defaultState",
    }),
    release: z.string().openapi({ example: "2026.11.2" }),
    date: z.string().openapi({ description: "The day of the release.", example: "2026-11-24" }),
    class: term(CHANGE_CLASS),
    record: z.string().openapi({ example: "platforms/linkedin" }),
    name: z.string(),
    platform: z.string().nullable(),
    operator: z.string().nullable(),
    purpose: termOrNull(PURPOSE).openapi({ description: "The purpose of the practice that changed." }),
    regions: z
      .array(z.string())
      .nullable()
      .openapi({ description: "The regions that the changed rule or control names; null: everywhere." }),
    renamedFrom: z.string().nullable().openapi({
      description:
        "For a record that was renamed: its key before, `platforms/<id>`. The path is empty; what else changed in the record is in other changes.",
    }),
    path: z.string().openapi({
      description: "JSON Pointer; a member of a list is named by its id, with @ before it.",
      example: "/practices/@generative-training/rules/@europe/defaultState",
    }),
    before: jsonValue().openapi({ description: "The value before; null where there was none." }),
    after: jsonValue().openapi({ description: "The value after; null where there is none." }),
    order: orNull(orderChangeSchema),
    answer: orNull(changeEffectSchema).openapi({
      description: "What the release changed in this platform's answer; null where it is the same as before.",
    }),
    summary: z.string().openapi({
      description: "In words.",
      example:
        "“Training of generative AI on posts”, people in the EEA: the default changed from asked first to on by default",
    }),
  })
  .openapi("Change", {
    description:
      "One released change of one record. Orders of lists are left to the ledgers, unless they say something. For a record that is new, `before` and `after` are null: see the record.",
  });

export const changeListSchema = listOf(changeSchema, "ChangeList");
