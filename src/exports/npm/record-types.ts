import { compile, type JSONSchema } from "json-schema-to-typescript";
import * as z from "zod";
import {
  appsSchema,
  audienceWhenSchema,
  controlSchema,
  copySchema,
  dataSchema,
  domainSchema,
  eventSchema,
  factEvidenceSchema,
  mythSchema,
  operatorSchema,
  passageSchema,
  platformSchema,
  practiceSchema,
  ruleSchema,
  sourceSchema,
  whenSchema,
} from "../../model/index.ts";

/** The TypeScript names of the parts of a record. */
const NAMES: ReadonlyMap<z.core.$ZodType, string> = new Map<z.core.$ZodType, string>([
  [platformSchema, "Platform"],
  [operatorSchema, "Operator"],
  [domainSchema, "Domain"],
  [appsSchema, "Apps"],
  [practiceSchema, "Practice"],
  [ruleSchema, "Rule"],
  [whenSchema, "When"],
  [audienceWhenSchema, "AudienceWhen"],
  [dataSchema, "Data"],
  [factEvidenceSchema, "FactEvidence"],
  [controlSchema, "Control"],
  [eventSchema, "PlatformEvent"],
  [mythSchema, "Myth"],
  [sourceSchema, "Source"],
  [copySchema, "Copy"],
  [passageSchema, "Passage"],
]);

/** The model's descriptions, and a name for each part. */
class NamedParts extends z.core.$ZodRegistry<z.core.GlobalMeta> {
  override get(schema: z.core.$ZodType): z.core.GlobalMeta | undefined {
    const meta = z.globalRegistry.get(schema);
    const id = NAMES.get(schema);
    return id === undefined ? meta : { ...meta, id };
  }
}

/** Changes a part's JSON Schema so that its type is the one that Zod infers. */
function typed(schema: z.core.$ZodType, json: z.core.JSONSchema.BaseSchema): void {
  if (NAMES.has(schema)) delete json.title; // the id is the name
  if (json.$ref !== undefined) delete json.description; // else it counts as another type
  const keys = (json.propertyNames as { enum?: string[] } | undefined)?.enum;
  if (keys) {
    json.properties = Object.fromEntries(
      keys.map((key) => [key, json.additionalProperties as z.core.JSONSchema.BaseSchema]),
    );
    json.additionalProperties = false;
    delete json.propertyNames;
  }
  if (json.properties?.["$schema"]) {
    // Only editors need it; exported records don't have it.
    delete json.properties["$schema"];
    json.required = json.required?.filter((name) => name !== "$schema");
  }
}

/** The types of records as TypeScript without Zod, with the model's description of every field. */
export async function recordTypes(): Promise<string> {
  const { $schema: _, ...schema } = z.toJSONSchema(
    z.object({ platform: platformSchema, operator: operatorSchema }),
    {
      metadata: new NamedParts(),
      override: ({ zodSchema, jsonSchema }) => typed(zodSchema, jsonSchema),
    },
  );
  const types = await compile(schema as JSONSchema, "Records", {
    bannerComment: "",
    ignoreMinAndMaxItems: true,
    format: false,
  });
  return `${types}\n/** The facts of a rule that have their own evidence. */\nexport type Fact = keyof FactEvidence;\n`;
}
