import * as z from "zod";
import "../../http/openapi-method.ts";
import { count, text } from "../../http/values.ts";

/** What shields.io reads to draw a badge (shields.io/badges/endpoint-badge). */
export const badgeSchema = z
  .object({
    schemaVersion: count("The version of the format.", 1),
    label: text("The left text.", "LinkedIn: AI training"),
    labelColor: text("The colour behind it; missing where it is the usual one.").optional(),
    message: text("The right text.", "on by default"),
    color: text("The colour behind it.", "#a15c00"),
  })
  .openapi("Badge", { description: "A badge as shields.io reads it." });
