import * as z from "zod";
import "../../http/openapi-method.ts";
import { DOMAIN_ROLE, PLAN } from "../../../model/index.ts";
import { answerSchema, audienceSchema } from "../../answer/schema.ts";
import { listOf, metaSchema } from "../../http/envelope-schema.ts";
import { domainSchema, withdrawnSchema } from "../../record/schema.ts";
import { orNull, termOrNull } from "../../record/terms.ts";

const store = z.enum(["android", "apple"]).openapi("AppStore", { description: "The store of an app." });

const appSchema = z
  .object({
    store,
    id: z.string().openapi({ example: "com.linkedin.android" }),
  })
  .openapi("App", { description: "An app, as its store identifies it." });

export const lookupSchema = z
  .object({
    meta: metaSchema,
    match: z
      .object({
        platform: z.string(),
        name: z.string(),
        domain: orNull(domainSchema),
        app: orNull(appSchema),
        plan: termOrNull(PLAN),
      })
      .openapi("LookupMatch", {
        description:
          "What matched: a domain of the record or one of its apps. `plan` is the one that the host implies: `api` for hosts for developers. The answer is for it, unless the request names another.",
      }),
    withdrawn: orNull(withdrawnSchema).openapi({
      description: "That the record was withdrawn, why, and which records answer instead.",
    }),
    audience: audienceSchema,
    ...answerSchema.shape,
  })
  .openapi("Lookup", { description: "The platform that an address belongs to, with its answer." });

export const hostSchema = z
  .object({
    address: z.string().openapi({
      description: "A host, with everything under it that has no entry of its own; or the id of an app.",
      example: "linkedin.com",
    }),
    store: orNull(store),
    platform: z.string().nullable().openapi({
      description: "The platform's id; null for a host of another service under a platform's domain.",
    }),
    role: termOrNull(DOMAIN_ROLE),
    country: z.string().nullable().openapi({ description: "The country whose site it is.", example: "DE" }),
    plan: termOrNull(PLAN),
  })
  .openapi("Host");

export const hostListSchema = listOf(hostSchema, "HostList");
