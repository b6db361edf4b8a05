import * as z from "zod";
import type { platformListSchema } from "../../api/routes/platforms/schema.ts";
import { CATEGORY, CELL, KIND, VERDICT } from "../../model/index.ts";
import { askJson, pathWith } from "../ask.ts";
import { cursorOf, PAGE_ARGUMENTS, pageLine } from "../pages.ts";
import { pageOf, peopleIn } from "../platform.ts";
import { audienceShape, headlineShape, nameShape, oneOf, originOf, originShape, PEOPLE } from "../shapes.ts";
import { textOf } from "../text.ts";
import { tool } from "../tool.ts";

/** A platform of the list, with the fields that are asked for. */
type Item = Required<z.infer<typeof platformListSchema>["items"][number]>;
/** An item with the fields that are asked for. */
type Listed = Item & { headline: Required<Item["headline"]> };

const FIELDS = "id,name,category,operator,verified,headline";

/** How many platforms there are on a page where the call does not say. */
const PAGE = 10;

/** Platforms by words, or by what they do. */
export const search = tool({
  name: "search",
  title: "Find platforms",
  description:
    "Find platforms by words or by their answer, for example those that train on what people publish unless they opt out (kind, by, verdict).",
  input: {
    q: { type: "string", description: "Words in names, domains, operators, summaries" },
    category: oneOf(CATEGORY),
    operator: { type: "string" },
    kind: oneOf(KIND),
    by: oneOf(CELL),
    verdict: oneOf(VERDICT),
    ...PEOPLE,
    ...PAGE_ARGUMENTS,
  },
  output: z.object({
    total: z.int(),
    next: z.string().nullable(),
    audience: audienceShape,
    platforms: z.array(
      nameShape.extend({
        category: z.string(),
        operator: z.string(),
        verified: z.string(),
        headline: headlineShape,
        page: z.string().nullable(),
      }),
    ),
    ...originShape,
  }),
  async run(given, args) {
    const path = pathWith("/platforms", { limit: PAGE, ...args, fields: FIELDS });
    const found = await askJson<z.infer<typeof platformListSchema>>(given, path);
    const platforms = (found.items as Listed[]).map(
      ({ id, name, category, operator, verified, headline: { verdict, certainty, sentence } }) => ({
        id,
        name,
        category,
        operator,
        verified,
        headline: { verdict, certainty, sentence },
        page: pageOf(given, id, peopleIn(args)),
      }),
    );
    const next = cursorOf(found.next);
    return {
      text: textOf([
        pageLine(found.total, platforms.length, next, "platform"),
        ...platforms.map(({ id, headline }) => `${id}: ${headline.sentence}`),
      ]),
      structured: { total: found.total, next, audience: found.audience, platforms, ...originOf(found) },
    };
  },
});
