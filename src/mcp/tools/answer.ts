import * as z from "zod";
import type { optOutSchema } from "../../api/routes/platforms/schema.ts";
import { FACETS } from "../../model/index.ts";
import { askJson, type Parameters, pathWith } from "../ask.ts";
import { forWhom, kindsInWords, sourcesInWords } from "../in-words.ts";
import { askPlatform, leading, pageOf, pathOf, peopleIn, sourcesOf } from "../platform.ts";
import {
  audienceShape,
  cellShape,
  controlShape,
  headlineShape,
  kindShape,
  nameShape,
  originOf,
  originShape,
  PEOPLE,
  sourceShape,
} from "../shapes.ts";
import { textOf } from "../text.ts";
import { tool } from "../tool.ts";

type OptOut = z.infer<typeof optOutSchema>;
type Control = OptOut["controls"][number];

const output = z.object({
  platform: nameShape,
  audience: audienceShape,
  headline: headlineShape,
  kinds: z.array(kindShape),
  controls: z.array(controlShape),
  unstoppable: z.array(z.string()),
  others: z.array(cellShape.extend({ facet: z.enum(FACETS), values: z.array(z.string()) })),
  page: z.string().nullable(),
  sources: z.array(sourceShape),
  ...originShape,
});
type Output = z.infer<typeof output>;

const cellOf = (cell: z.infer<typeof cellShape> | null) =>
  cell && { verdict: cell.verdict, certainty: cell.certainty };

const controlOf = ({ name, protects, steps, url, exceptions }: Control): Output["controls"][number] => ({
  name,
  protects,
  steps,
  url,
  exceptions,
});

/** The first control with its steps. */
function stepsInWords([first]: Output["controls"]): (string | false)[] {
  if (!first) return ["There is no way to opt out."];
  return [
    `To opt out: ${first.name}${first.url === null ? "" : ` ${first.url}`}`,
    ...first.steps.map((step, i) => `${i + 1}. ${step}`),
  ];
}

/** The most important first: what does not fit is omitted at the end. */
function textFor({ audience, headline, kinds, controls, unstoppable, sources, page }: Output): string {
  const [first, ...others] = controls;
  const [source, ...more] = sourcesInWords(sources);
  return textOf([
    headline.sentence,
    forWhom(audience),
    ...stepsInWords(controls),
    source,
    page && `Page: ${page}`,
    ...kindsInWords(kinds),
    first && first.exceptions.length > 0 && `Not covered: ${first.exceptions.join(" ")}`,
    others.length > 0 && `Other ways: ${others.map(({ name }) => name).join("; ")}.`,
    unstoppable.length > 0 && `Nothing fully stops: ${unstoppable.join("; ")}.`,
    ...more,
  ]);
}

/** What a platform does with one person's data, and what the person can do. */
export const answer = tool({
  name: "answer",
  title: "What a platform does with a person's data",
  description:
    "Does a platform train AI with this person's data? Headline, each kind of data, steps to opt out, sources. Give region: answers differ by place.",
  input: { platform: { type: "string", description: "Id, alias or name" }, ...PEOPLE },
  required: ["platform"],
  output,
  async run(given, { platform, ...people }: Parameters) {
    const found = await askPlatform(given, platform, people);
    const optOut = await askJson<OptOut>(given, pathWith(pathOf(found.id, "/opt-out"), people));
    const { verdict, certainty, sentence } = found.headline;
    const led = leading(found);
    const structured: Output = {
      platform: { id: found.id, name: found.name },
      audience: found.audience,
      headline: { verdict, certainty, sentence },
      kinds: found.kinds.map(({ kind, own, others, crawlers, otherModels }) => ({
        kind,
        own: cellOf(own),
        others: cellOf(others),
        crawlers: cellOf(crawlers),
        otherModels: cellOf(otherModels),
      })),
      controls: optOut.controls.map(controlOf),
      unstoppable: optOut.unstoppable.map(({ title }) => title),
      others: found.others.map((o) => ({
        facet: o.facet,
        values: o.values,
        verdict: o.verdict,
        certainty: o.certainty,
      })),
      page: pageOf(given, found.id, peopleIn(people)),
      sources: sourcesOf(found, [
        ...led,
        ...found.practices.filter((p) => p.by !== null && !led.includes(p)),
      ]),
      ...originOf(found),
    };
    return { text: textFor(structured), structured };
  },
});
