import * as z from "zod";
import "../../http/openapi-method.ts";
import { DOMAIN_ROLE, PLAN } from "../../../model/index.ts";
import { answerSchema, audienceSchema } from "../../answer/schema.ts";
import { listOf, metaSchema } from "../../http/envelope-schema.ts";
import { text } from "../../http/values.ts";
import { domainSchema, withdrawnSchema } from "../../record/schema.ts";
import { orNull, termOrNull } from "../../record/terms.ts";

const store = z.enum(["android", "apple"]).openapi("AppStore", { description: "The store of an app." });

const appSchema = z
  .object({
    store,
    id: text("The id that the store gives it.", "com.linkedin.android"),
  })
  .openapi("App", { description: "An app, as its store identifies it." });

export const lookupSchema = z
  .object({
    meta: metaSchema,
    match: z
      .object({
        platform: text("The platform's id."),
        name: text("The platform's name."),
        domain: orNull(domainSchema, "The domain of the record that matched; null for an app."),
        app: orNull(appSchema, "The app that matched; null for a domain."),
        plan: termOrNull(PLAN, "The plan that the host implies; null where it implies none."),
      })
      .openapi("LookupMatch", {
        description:
          "What matched: a domain of the record or one of its apps. `plan` is the one that the host implies: `api` for hosts for developers. The answer is for it, unless the request names another.",
      }),
    withdrawn: orNull(
      withdrawnSchema,
      "That the record was withdrawn, why, and which records answer instead; null for one that was not.",
    ),
    audience: audienceSchema,
    ...answerSchema.shape,
  })
  .openapi("Lookup", { description: "The platform that an address belongs to, with its answer." });

export const hostSchema = z
  .object({
    address: text(
      "A host, with everything under it that has no entry of its own; or the id of an app.",
      "linkedin.com",
    ),
    store: orNull(store, "The store of an app; null for a host."),
    platform: text(
      "The platform's id; null for a host of another service under a platform's domain.",
    ).nullable(),
    role: termOrNull(DOMAIN_ROLE, "What the host is for; null for an app."),
    country: text("The country whose site it is; null where it is of no country.", "DE").nullable(),
    plan: termOrNull(PLAN, "The plan that the host implies; null where it implies none."),
  })
  .openapi("Host", { description: "A host or an app, and the platform that it belongs to." });

export const hostListSchema = listOf(hostSchema, "HostList", "Every host and app of the dataset.");
