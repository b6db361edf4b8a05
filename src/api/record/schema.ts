import * as z from "zod";
import "../http/openapi-method.ts";
import * as m from "../../model/index.ts";
import { url } from "../http/values.ts";
import { operatorModel, platformModel } from "./model.ts";
import { shapeOf } from "./shape.ts";

/*
 * The published shapes of a record. They follow the record model; only what is computed is added here.
 */
export const whenSchema = shapeOf(m.whenSchema);
export const dataSchema = shapeOf(m.dataSchema);
export const evidenceSchema = shapeOf(m.factEvidenceSchema);
export const controlSchema = shapeOf(m.controlSchema);
export const eventSchema = shapeOf(m.eventSchema);
export const mythSchema = shapeOf(m.mythSchema);
export const domainSchema = shapeOf(m.domainSchema);
export const withdrawnSchema = shapeOf(m.withdrawnSchema);

/** A copy also has its URL. */
export const copySchema = shapeOf(m.copySchema)
  .extend({ url: url("The archived copy on the web.") })
  .openapi("ArchivedCopy", { description: "An archived copy that was read." });

export const sourceSchema = shapeOf(m.sourceSchema)
  .extend({ copies: z.array(copySchema).openapi({ description: "The archived copies that were read." }) })
  .openapi("Source", { description: "A document that evidence points to." });

const sources = z.array(sourceSchema).openapi({ description: "The documents that evidence points to." });
const sameAs = shapeOf(m.platformSchema.shape.sameAs.unwrap());

/** A platform's record as it is written, with every field. */
export const platformRecordSchema = shapeOf(platformModel)
  .extend({ sources, sameAs })
  .openapi("PlatformRecord", { description: "A record as it is written, with every field." });

/** An operator's record. */
export const operatorRecordSchema = shapeOf(operatorModel).extend({ sources, sameAs });
