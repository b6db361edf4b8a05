import * as z from "zod";
import type { lookupSchema } from "../../api/routes/lookup/schema.ts";
import { askJson, pathWith } from "../ask.ts";
import { forWhom, sourcesInWords } from "../in-words.ts";
import { askPlatform, leading, pageOf, peopleIn, sourcesOf } from "../platform.ts";
import {
  audienceShape,
  headlineShape,
  nameShape,
  originOf,
  originShape,
  PEOPLE,
  sourceShape,
} from "../shapes.ts";
import { textOf } from "../text.ts";
import { tool } from "../tool.ts";

/** Which platform an address belongs to, with its answer in short. */
export const lookup = tool({
  name: "lookup",
  title: "Look up a site or an app",
  description: "Which platform a URL, domain or app belongs to, and whether it trains AI, in a sentence.",
  input: {
    url: { type: "string", description: "URL, domain or app id (com.linkedin.android)" },
    ...PEOPLE,
  },
  required: ["url"],
  output: z.object({
    platform: nameShape,
    matched: z.string().nullable(),
    audience: audienceShape,
    headline: headlineShape,
    control: z.object({ name: z.string(), url: z.string().nullable() }).nullable(),
    page: z.string().nullable(),
    sources: z.array(sourceShape),
    ...originShape,
  }),
  async run(given, args) {
    const found = await askJson<z.infer<typeof lookupSchema>>(given, pathWith("/lookup", args));
    const { match, audience, headline } = found;
    // The host may imply a plan: the audience is the one that the API answered for.
    const { asOf, ...who } = audience;
    const people = { ...who, as_of: args["as_of"] };
    const answer = await askPlatform(given, match.platform, people);
    const sources = sourcesOf(answer, leading(answer));
    const page = pageOf(given, match.platform, { ...peopleIn(args), plan: args["plan"] ?? match.plan });
    const control = headline.control && { name: headline.control.name, url: headline.control.url };
    return {
      text: textOf([
        headline.sentence,
        forWhom(audience),
        control && `To opt out: ${control.name}${control.url ? ` ${control.url}` : ""}`,
        ...sourcesInWords(sources),
        page && `Page: ${page}`,
      ]),
      structured: {
        platform: { id: match.platform, name: match.name },
        matched: match.domain?.host ?? match.app?.id ?? null,
        audience,
        headline: { verdict: headline.verdict, certainty: headline.certainty, sentence: headline.sentence },
        control,
        page,
        sources,
        ...originOf(found),
      },
    };
  },
});
