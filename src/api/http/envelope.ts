import type * as z from "zod";
import type { Publication } from "../../db/index.ts";
import { ATTRIBUTION, LICENCE } from "../../model/index.ts";
import type { metaSchema } from "./envelope-schema.ts";

/** What every answer says of itself. */
export const meta = (
  publication: Publication,
  links: Readonly<Record<string, string>>,
): z.infer<typeof metaSchema> => ({
  release: publication.version,
  generatedAt: `${publication.date}T00:00:00Z`,
  licence: { name: LICENCE.name, url: LICENCE.url },
  attribution: ATTRIBUTION,
  links,
});
