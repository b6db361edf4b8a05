import type * as z from "zod";
import * as m from "../../model/index.ts";

/** How the API publishes a schema of the record model, where that is not the general rule. */
interface Component {
  /** Its name in the OpenAPI documents. */
  name?: string;
  /** It is published as another schema, which has all its fields. */
  sameAs?: z.ZodType;
  /** Where it is optional and missing. `filled`: an object whose fields are null. Default: null. */
  missing?: "filled";
  /** Its optional lists, where they are missing. `null`: because an empty list would mean something else. Default: empty. */
  missingLists?: "null";
}

/** The schemas of the record model that have a name in the API, or that the general rule does not fit. */
export const COMPONENTS: ReadonlyMap<z.ZodType, Component> = new Map<z.ZodType, Component>([
  [m.whenSchema, { name: "When", missingLists: "null" }],
  [m.audienceWhenSchema, { sameAs: m.whenSchema }],
  [m.dataSchema, { name: "Data" }],
  [m.factEvidenceSchema, { name: "FactEvidence" }],
  [m.ruleSchema, { name: "Rule" }],
  [m.practiceSchema, { name: "Practice" }],
  [m.controlSchema, { name: "Control" }],
  [m.eventSchema, { name: "Event" }],
  [m.mythSchema, { name: "Myth" }],
  [m.eventSchema.shape.dates, { name: "EventDates" }],
  [m.passageSchema, { name: "Passage" }],
  [m.domainSchema, { name: "Domain" }],
  [m.appsSchema, { name: "Apps", missing: "filled" }],
  [m.reviewSchema, { name: "RecordReview" }],
  [m.withdrawnSchema, { name: "Withdrawn" }],
  [m.platformSchema.shape.sameAs.unwrap(), { name: "SameAs", missing: "filled" }],
]);
