import * as z from "zod";
import "../../http/openapi-method.ts";
import { CHANGE_CLASS, PURPOSE } from "../../../model/index.ts";
import { cellChangeSchema, headlineChangeSchema } from "../../answer/schema.ts";
import { listOf } from "../../http/envelope-schema.ts";
import { day, text, texts } from "../../http/values.ts";
import { jsonValue, orNull, term, termOrNull } from "../../record/terms.ts";

export const changeEffectSchema = z
  .object({
    region: text(
      "The place for which it is: the requested region, else the first that the change names; null: the rest of the world.",
    ).nullable(),
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
  .object({ before: texts("The ids in their order before."), after: texts("The ids in their order after.") })
  .openapi("OrderChange", { description: "The ids of a list's members in their order before and after." });

export const changeSchema = z
  .object({
    id: text(
      "Permanent: the release, the record and the place in it.",
      "2026.11.2/platforms/linkedin/practices/@generative-training/rules/@europe/defaultState",
    ),
    release: text("The version of the release.", "2026.11.2"),
    date: day("The day of the release."),
    class: term(CHANGE_CLASS),
    record: text("The key of the record that changed: its folder and id.", "platforms/linkedin"),
    name: text("The record's name."),
    platform: text("The platform's id; null for an operator's record.").nullable(),
    operator: text("The operator's id; null where the record has none.").nullable(),
    purpose: termOrNull(
      PURPOSE,
      "The purpose of the practice that changed; null where it is not a practice.",
    ),
    regions: texts("The regions that the changed rule or control names; null: everywhere.").nullable(),
    renamedFrom: text(
      "For a record that was renamed: its key before, `platforms/<id>`. The path is empty; what else changed in the record is in other changes.",
    ).nullable(),
    path: text(
      "JSON Pointer; a member of a list is named by its id, with @ before it.",
      "/practices/@generative-training/rules/@europe/defaultState",
    ),
    before: jsonValue("The value before; null where there was none."),
    after: jsonValue("The value after; null where there is none."),
    order: orNull(orderChangeSchema, "For a change of the order of a list; else null."),
    answer: orNull(
      changeEffectSchema,
      "What the release changed in this platform's answer; null where it is the same as before.",
    ),
    summary: text(
      "In words.",
      "“Training of generative AI on posts”, people in the EEA: the default changed from asked first to on by default",
    ),
  })
  .openapi("Change", {
    description:
      "One released change of one record. Orders of lists are left to the ledgers, unless they say something. For a record that is new, `before` and `after` are null: see the record.",
  });

export const changeListSchema = listOf(changeSchema, "ChangeList", "Released changes, newest first.");
